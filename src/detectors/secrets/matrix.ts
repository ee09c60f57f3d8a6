import { checksum, checksumFromItsEnd } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access and refresh tokens of Matrix: of Synapse (`syt_`, `syr_`) the person's name in base64 and 20 letters, of its Authentication Service 30 letters
 * and digits, and behind them the CRC32 of all before it in base62, which the service writes from its end.
 * https://github.com/element-hq/synapse/blob/develop/synapse/handlers/auth.py ·
 * https://github.com/element-hq/matrix-authentication-service/blob/main/crates/data-model/src/tokens.rs
 */
export const matrixToken: Detector = tokenDetector({
  id: "secret/matrix-token",
  summary: "Matrix access token",
  remedy:
    "Sign the session out in the account's settings, or with POST /_matrix/client/v3/logout, and let the bot sign in again.",
  behind: { run: "value", least: 24 }, // the name is in base64
  prefixes: ["syt_", "syr_", "mat_", "mar_", "mct_", "mcr_"],
  pattern:
    /(?<![A-Za-z0-9](?<!\\[nrt]))(?:sy[rt]_[A-Za-z0-9+/=_-]{1,340}_[A-Za-z]{20}|m(?:at|ar|ct|cr)_[A-Za-z0-9]{30})_[A-Za-z0-9]{6}(?![\w-])/g,
  reach: { before: 8, after: 400 },
  isProven(secret) {
    const told = secret.slice(0, -7);
    return secret.slice(-6) === (secret.startsWith("sy") ? checksum(told) : checksumFromItsEnd(told));
  },
  examples: [
    "MATRIX_ACCESS_TOKEN=«syt_Ym90_{letters:20}_{crc62}»",
    "a name with other letters: «syt_w6k+/2w_{letters:20}_{crc62}»",
    '{ "homeserver": "https://matrix.example.org", "accessToken": "«mct_{base62:30}_{crc62le}»" }',
    "refresh_token: «syr_YWxpY2U_{letters:20}_{crc62}», «mar_{base62:30}_{crc62le}»",
    "a checksum that does not fit: syt_Ym90_{letters:20}_000000, mat_{base62:30}_000000",
    "mat_{base62:29}_{base62:6}, mat_mul_of_two_matrices, syt_xxxxxxxx_xxxxxxxxxxxxxxxxxxxx_xxxxxx",
  ],
});
