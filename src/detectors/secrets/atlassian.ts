import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * API tokens of a person (`ATATT3`) and of a service account (`ATSTT3`): base64url, `=`, and the CRC32 of all before it in
 * hexadecimal digits.
 * https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
 */
export const atlassianToken: Detector = tokenDetector({
  id: "secret/atlassian-token",
  summary: "Atlassian API token",
  remedy:
    "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens, and read a new one from the environment.",
  literals: ["ATATT3", "ATSTT3"],
  reach: { before: 8, after: 424 },
  prefixes: ["ATATT3xFfG", "ATSTT3xFfG"],
  pattern: /(?<![\w-](?<!\\[nrt]))AT[AS]TT3[\w-]{80,400}(?:=|%3[Dd]){1,2}[0-9A-F]{8}(?![\w=-])/g,
  isProven: (secret) => crc32Hex(secret.slice(0, -8).replaceAll(/%3d/gi, "=")) === secret.slice(-8).toLowerCase(),
  examples: [
    "JIRA_API_TOKEN=«ATATT3xFfGF0{base64url:171}={CRC32HEX}»",
    'auth = HTTPBasicAuth("kim@example.org", "«ATATT3xFfGF0{base64url:171}={CRC32HEX}»")',
    "Authorization: Bearer «ATSTT3xFfGV0{base64url:171}={CRC32HEX}»",
    "https://kim:«ATATT3xFfGF0{base64url:171}{encode:percent}={end}{CRC32HEX}»@bitbucket.org/acme/site.git",
    "of the greatest length: «ATATT3xFfGF0{base64url:394}={CRC32HEX}»",
    "a checksum that does not fit: ATATT3xFfGF0{base64url:171}=00000000",
    "one digit short: ATATT3xFfGF0{base64url:171}={HEX:7}",
    "ATATT3xFfGF0..., ATATT3xFfGF0_your_token",
  ],
});
