import { rangeOf } from "../../model/range.ts";
import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "It goes past row level security. Delete it under Settings, API Keys at https://supabase.com/dashboard/project/_/settings/api-keys, and use a new one on the server alone.";

/** The secret key of every local stack, which `supabase start` prints. */
const published = "bc855a2d";

/**
 * Secret keys: 22 random characters and eight of a checksum over the project's name. Publishable keys (`sb_publishable_`)
 * may stand in pages. https://supabase.com/docs/guides/api/api-keys
 */
export const supabaseSecretKey: Detector = tokenDetector({
  id: "secret/supabase-secret-key",
  summary: "Supabase secret key",
  remedy,
  prefixes: ["sb_secret_"],
  pattern: /(?<![A-Za-z0-9])sb_secret_[\w-]{22}_[\w-]{8}(?![\w-])/g,
  isGenuine: (secret) => crc32Hex(secret) !== published,
  examples: [
    "SUPABASE_SECRET_KEY=«sb_secret_{base64url:22}_{base62:8}»",
    'createClient(url, "«sb_secret_{base62:22}_{base64url:8}»")',
    "sb_secret_{base62:21}_{base62:8}, sb_secret_{base62:22}_{base62:9}",
    "public by design: sb_publishable_{base62:22}_{base62:8}",
    "sb_secret_xxxxxxxxxxxxxxxxxxxxxx_xxxxxxxx, sb_secret_...",
  ],
});

/** Access tokens of an account. https://supabase.com/docs/reference/cli/supabase-login */
export const supabaseAccessToken: Detector = tokenDetector({
  id: "secret/supabase-access-token",
  summary: "Supabase access token",
  remedy: "Delete it at https://supabase.com/dashboard/account/tokens, and read a new one from SUPABASE_ACCESS_TOKEN.",
  literals: ["sbp_"],
  prefixes: ["sbp_oauth_", "sbp_v0_", "sbp_"],
  pattern: /(?<![A-Za-z0-9])sbp_(?:oauth_|v0_)?[a-f0-9]{40}(?![A-Za-z0-9])/g,
  examples: [
    "SUPABASE_ACCESS_TOKEN=«sbp_{hex:40}»",
    "supabase login --token «sbp_oauth_{hex:40}»",
    "sbp_{hex:39}, sbp_{hex:41}, sbp_{HEX:40}Z",
    "sbp_0000000000000000000000000000000000000000, sbp_0102...1920",
  ],
});

/**
 * The older keys: JWTs whose payload names Supabase and a role. `service_role` goes past every rule, `anon` may stand in
 * pages, and so may all of the local stack (`supabase-demo`).
 */
export const supabaseServiceRole: Detector = {
  id: "secret/supabase-service-role-key",
  summary: "Supabase service_role key",
  remedy,
  trigger: { literals: ["eyJhbGciOi"] },
  reach: { before: 8, after: 2128 },

  *detect(window) {
    for (const match of window.matchAll(jwt)) {
      const payload = Buffer.from(match[1] ?? "", "base64url").toString("latin1");
      const [, issuer] = /"iss"\s*:\s*"(supabase[\w-]*)"/.exec(payload) ?? [];
      const [, role] = /"role"\s*:\s*"(anon|service_role)"/.exec(payload) ?? [];
      if (role === undefined || (issuer === undefined && payload.includes('"iss"'))) continue;
      const range = rangeOf(match);
      if (role === "service_role" && issuer !== "supabase-demo") yield { range };
      else yield { range, placeholder: true };
    }
  },

  examples: [
    'SUPABASE_SERVICE_ROLE_KEY=«{encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"supabase","ref":"{lower:20}","role":"service_role","iat":1700000000,"exp":2015000000}{end}.{base64url:43}»',
    'the oldest: «{encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"role":"service_role","iat":1610000000,"exp":1925000000}{end}.{base64url:43}»',
    'public by design: {encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"supabase","ref":"{lower:20}","role":"anon","iat":1700000000,"exp":2015000000}{end}.{base64url:43}',
    'of the local stack: {encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"supabase-demo","role":"service_role","exp":1983812996}{end}.{base64url:43}',
    'another issuer: {encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"https://acme.example","role":"service_role"}{end}.{base64url:43}',
    'without a signature: {encode:base64url}{"alg":"HS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"supabase","role":"service_role"}{end}',
  ],
};

const jwt = /(?<![A-Za-z0-9])eyJhbGciOi[\w-]{10,400}\.([\w-]{20,1000})\.[\w-]{43,700}(?![\w-])/g;
