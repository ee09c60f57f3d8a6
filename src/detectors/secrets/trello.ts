import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person, with which a program reads and writes the boards: 64 hexadecimal digits and the CRC32 of all before it in capital ones. The
 * application's key beside it is no secret. https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
 */
export const trelloToken: Detector = tokenDetector({
  id: "secret/trello-token",
  summary: "Trello token",
  remedy: "Revoke it under “Applications” at https://trello.com/my/account, and read a new one from the environment.",
  prefixes: ["ATTA"],
  pattern: /(?<![\w-](?<!\\[nrt]))ATTA[0-9a-f]{64}[0-9A-F]{8}(?![\w-])/g,
  behind: { run: "hexadecimal", least: 72 },
  isProven: (secret) => crc32Hex(secret.slice(0, -8)) === secret.slice(-8).toLowerCase(),
  examples: [
    "TRELLO_TOKEN=«ATTA{hex:64}{CRC32HEX}»",
    "https://api.trello.com/1/members/me/boards?key={hex:32}&token=«ATTA{hex:64}{CRC32HEX}»",
    '{ "apiKey": "{hex:32}", "oauthToken": "«ATTA{hex:64}{CRC32HEX}»" }',
    "a checksum that does not fit: ATTA{hex:64}00000000; ATTA{hex:63}{HEX:8}",
    "ATTA is a sequence of bases, and so is GATTACATTA",
  ],
});
