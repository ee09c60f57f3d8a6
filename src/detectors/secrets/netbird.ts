import { checksumFits } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `nbp_`, 30 letters and digits and their CRC32 in base62.
 * https://github.com/netbirdio/netbird/blob/main/management/server/types/personal_access_token.go
 */
export const netbirdToken: Detector = tokenDetector({
  id: "secret/netbird-token",
  summary: "NetBird access token",
  remedy:
    "Delete it under the user's access tokens at https://app.netbird.io/team/users, and read a new one from NB_PAT.",
  behind: { run: "token", least: 36 },
  prefixes: ["nbp_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))nbp_[A-Za-z0-9]{36}(?![\w-])/g,
  isProven: (_, value) => checksumFits(value),
  examples: [
    "NB_PAT=«nbp_{base62:30}{crc32}»",
    "curl -H 'Authorization: Token «nbp_{base62:30}{crc32}»' https://api.netbird.io/api/peers",
    "a checksum that does not fit: nbp_{base62:30}000000",
    "nbp_{base62:29}, nbp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
