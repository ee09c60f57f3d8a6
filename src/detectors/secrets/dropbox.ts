import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Short-lived access tokens: `sl.` and 130 to 152 characters, since 2024 `sl.u.` and about 1,300. https://www.dropbox.com/developers/documentation/http/documentation */
export const dropboxToken: Detector = tokenDetector({
  id: "secret/dropbox-token",
  summary: "Dropbox access token",
  remedy:
    "Revoke it with https://www.dropbox.com/developers/documentation/http/documentation#auth-token-revoke, and let the program ask for one when it needs it.",
  literals: ["sl."],
  behind: { run: "unspaced", least: 130 },
  prefixes: ["sl.u.", "sl."],
  reach: { before: 8, after: 1600 },
  pattern: /(?<![\w.-](?<!\\[nrt]))sl\.(?:u\.)?[\w-]{130,2000}(?![\w-])/g,
  examples: [
    "DROPBOX_TOKEN=«sl.B{base64url:136}»",
    'dropbox.Dropbox("«sl.u.AF{base64url:1300}»")',
    "Authorization: Bearer «sl.{base64url:140}»",
    "too short: sl.{base64url:129}, the end of a name: ssl.{base64url:140}",
    "sl.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
