import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens of Secrets Manager: a version, a UUID, 30 letters and digits, and a key of 16 bytes in base64 that decrypts what they
 * open. https://bitwarden.com/help/access-tokens/
 */
export const bitwardenToken: Detector = tokenDetector({
  id: "secret/bitwarden-token",
  summary: "Bitwarden Secrets Manager access token",
  remedy:
    "Revoke it under “Machine accounts” at https://vault.bitwarden.com, and change the secrets that the account can read.",
  literals: ["0."],
  behind: { run: "token", least: 36 },
  pattern:
    /(?<![\w.-](?<!\\[nrt]))0\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==(?![\w+/=])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "export BWS_ACCESS_TOKEN=«0.{uuid}.{base62:30}:{base64:22}==»",
    'bws secret list --access-token "«0.{uuid}.{base62:30}:{base64:22}==»"',
    '"accessToken": "«0.{uuid}.{base62:30}:{base64:22}==»"',
    "0.{uuid}.{base62:29}:{base64:22}==, 0.{uuid}.{base62:30}:{base64:21}==, 1.0.{uuid}.{base62:30}:{base64:22}==",
    "BWS_ACCESS_TOKEN=0.uuid.secret:key==",
  ],
});
