import { checksumFits } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person (`jsrp`), a command line (`jsrd`) and a browser (`jsrw`): 29 letters and digits, and the CRC32 of all that in base62.
 * https://github.com/jsr-io/jsr/blob/main/api/src/token.rs
 */
export const jsrToken: Detector = tokenDetector({
  id: "secret/jsr-token",
  summary: "JSR token",
  remedy: "Revoke it at https://jsr.io/account/tokens, and publish from CI without one (OIDC).",
  behind: { run: "token", least: 35 },
  prefixes: ["jsrp_", "jsrd_", "jsrw_"],
  pattern: /(?<![\w-](?<!\\[nrt]))jsr[pdw]_[A-Za-z0-9]{35}(?![\w-])/g,
  isProven: checksumFits,
  examples: [
    "npx jsr publish --token «jsrp_{base62:29}{whole62}»",
    'JSR_TOKEN: "«jsrp_{base62:29}{whole62}»"',
    "Authorization: Bearer «jsrd_{base62:29}{whole62}»",
    "a checksum that does not fit: jsrp_{base62:29}000000",
    "jsrp_{base62:28}, jsrp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
