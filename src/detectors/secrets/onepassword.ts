import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of service accounts: `ops_` and base64url of JSON that holds an account's address, secret key and derived keys. https://developer.1password.com/docs/service-accounts/security/ */
export const onePasswordToken: Detector = tokenDetector({
  id: "secret/1password-service-token",
  summary: "1Password service account token",
  remedy:
    "Rotate or revoke it at https://my.1password.com/developer-tools/infrastructure-secrets, and read the new one from the environment.",
  literals: ["ops_eyJ"],
  prefixes: ["ops_"],
  reach: { before: 8, after: 1400 },
  pattern: /(?<![\w-](?<!\\[nrt]))ops_eyJ[\w-]{250,4000}={0,2}(?![\w-])/g,
  isProven: (secret, value) =>
    /"(?:secretKey|signInAddress)":"/.test(Buffer.from(value, "base64url").toString("latin1")) && !isDocumented(secret),
  examples: [
    'OP_SERVICE_ACCOUNT_TOKEN=«ops_{encode:base64url}{"signInAddress":"acme.1password.com","userAuth":{"method":"SRPg-4096","salt":"{base64url:22}"},"email":"{lower:13}@1passwordserviceaccounts.com","srpX":"{hex:64}","muk":{"k":"{base64url:43}"},"deviceUuid":"{lower:26}"}{end}»',
    'export TOKEN="«ops_{encode:base64url}{"email":"{lower:13}@1passwordserviceaccounts.com","muk":{"k":"{base64url:43}"},"secretKey":"{base64url:34}","srpX":"{hex:64}","signInAddress":"acme.1password.eu","deviceUuid":"{lower:26}"}{end}»"',
    "no JSON: ops_eyJ{base64url:400}",
    'other JSON: ops_{encode:base64url}{"name":"{lower:100}","more":"{lower:200}"}{end}',
    "ops_eyJ..., ops_your_token",
  ],
});

/** The Secret Key of a person, half of what opens their vault: a version, six characters of the account's id, 26 of the key. https://support.1password.com/secret-key/ */
export const onePasswordSecretKey: Detector = tokenDetector({
  id: "secret/1password-secret-key",
  summary: "1Password Secret Key",
  remedy: "Regenerate it at https://my.1password.com/profile, and take it and the Emergency Kit out of here.",
  prefixes: ["A3-"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}(?![\w-])/g,
  examples: [
    "op account add --secret-key «A3-{LOWER36:6}-{LOWER36:6}-{LOWER36:5}-{LOWER36:5}-{LOWER36:5}-{LOWER36:5}»",
    "Secret Key: «A3-{LOWER36:6}-{LOWER36:11}-{LOWER36:5}-{LOWER36:5}-{LOWER36:5}»",
    "one group short: A3-{LOWER36:6}-{LOWER36:6}-{LOWER36:5}-{LOWER36:5}-{LOWER36:5}",
    "A3-XXXXXX-XXXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
  ],
});
