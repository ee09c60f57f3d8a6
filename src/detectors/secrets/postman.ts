import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `PMAK-`, 24 hex digits, a line, 34 hex digits; keys that collections are opened with have `PMAT-`. https://learning.postman.com/docs/developer/postman-api/authentication/ */
export const postmanKey: Detector = tokenDetector({
  id: "secret/postman-key",
  summary: "Postman API key",
  remedy: "Revoke it at https://go.postman.co/settings/me/api-keys, and read a new one from the environment.",
  prefixes: ["PMAK-", "PMAT-"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:PMAK-[0-9a-f]{24}-[0-9a-f]{34}|PMAT-[0-9A-Z]{26})(?![\w-])/g,
  examples: [
    "POSTMAN_API_KEY=«PMAK-{hex:24}-{hex:34}»",
    "curl -H 'X-API-Key: «PMAK-{hex:24}-{hex:34}»' https://api.getpostman.com/me",
    "?access_key=«PMAT-{LOWER36:26}»",
    "one digit short: PMAK-{hex:24}-{hex:33}",
    "PMAK-xxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
