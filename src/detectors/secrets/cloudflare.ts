import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Roll or delete it at https://dash.cloudflare.com/profile/api-tokens, an account's token under Manage Account, API Tokens. Read the new one from the environment.";

/**
 * User (`cfut_`) and account tokens (`cfat_`) and the global key (`cfk_`) since 2026: forty characters and their CRC32.
 * https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
 */
export const cloudflareToken: Detector = tokenDetector({
  id: "secret/cloudflare-token",
  summary: "Cloudflare API token",
  remedy,
  prefixes: ["cfut_", "cfat_", "cfk_"],
  pattern: /(?<![A-Za-z0-9])cf(?:ut|at|k)_[A-Za-z0-9]{40}[a-f0-9]{8}(?![A-Za-z0-9])/g,
  isProven: (secret) => crc32Hex(secret.slice(-48, -8)) === secret.slice(-8),
  examples: [
    "CLOUDFLARE_API_TOKEN=«cfut_{base62:40}{crc32hex}»",
    'Authorization: "Bearer «cfat_{base62:40}{crc32hex}»"',
    "CF_API_KEY: «cfk_{base62:40}{crc32hex}»",
    "a checksum that does not fit: cfut_{base62:40}00000000",
    "cfut_{base62:39}{crc32hex}, cfut_{base62:41}{crc32hex}, cfxt_{base62:40}{crc32hex}",
    "cfut_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Tokens of before: forty characters with no mark of their own, beside the vendor's name or its address. */
export const cloudflareOldToken: Detector = tokenDetector({
  id: "secret/cloudflare-token-old",
  summary: "Cloudflare API token",
  remedy,
  literals: ["cloudflare", "cf_api_token", "cf_token", "cf-api-token", "cfapitoken"],
  anyCase: true,
  pattern: beside(
    String.raw`(?:(?:cloudflare\W{0,8}|(?<![a-z])cf)[\w.-]{0,30}[ -]?token|authorization\W{1,8}bearer(?<=api\.cloudflare\.com[^]{0,220}))`,
    String.raw`[\w-]{40}`,
  ),
  isGenuine: isMixed,
  examples: [
    "CLOUDFLARE_API_TOKEN=«{base64url:40}»",
    "dns_cloudflare_api_token = «{base62:40}»",
    'env: { CF_API_TOKEN: "«{base62:40}»" }',
    'curl https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer «{base62:40}»"',
    "CLOUDFLARE_API_TOKEN={base62:39}, CLOUDFLARE_API_TOKEN={base62:41}",
    "cloudflare token for commit {hex:40}",
    "CLOUDFLARE_API_TOKEN=your-cloudflare-api-token-goes-here-12345",
    "CLOUDFLARE_API_TOKEN=${{ secrets.CLOUDFLARE_API_TOKEN }}",
  ],
});

/** The global key of before: 37 hexadecimal digits. https://developers.cloudflare.com/fundamentals/api/get-started/keys/ */
export const cloudflareGlobalKey: Detector = tokenDetector({
  id: "secret/cloudflare-global-key",
  summary: "Cloudflare global API key",
  remedy:
    "Change it at https://dash.cloudflare.com/profile/api-tokens, and use a token with few permissions in its place.",
  literals: ["x-auth-key", "cloudflare", "cf_api_key", "cf_key", "cfapikey"],
  anyCase: true,
  pattern: beside(String.raw`(?:x-auth-key|(?:cloudflare|(?<![a-z])cf)[\w .-]{0,30}key)`, "[a-f0-9]{37}"),
  examples: [
    'curl -H "X-Auth-Email: a@b.c" -H "X-Auth-Key: «{hex:37}»"',
    "CLOUDFLARE_API_KEY=«{hex:37}»",
    "dns_cloudflare_api_key = «{hex:37}»",
    "X-Auth-Key: {hex:36}, X-Auth-Key: {hex:38}",
    "X-Auth-Key: 1234567893feefc5f0q5000bfo0c38d90bbeb",
    "CLOUDFLARE_ZONE_ID={hex:32}",
    "CF_API_KEY=0000000000000000000000000000000000000",
  ],
});
