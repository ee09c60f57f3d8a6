import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Permanent tokens of YouTrack and Hub: the user and the token's name in base64, 30 secret characters.
 * https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html
 */
export const jetbrainsToken: Detector = tokenDetector({
  id: "secret/jetbrains-token",
  summary: "JetBrains permanent token (YouTrack, Hub)",
  remedy: "Delete it under “Account Security” in the user's profile, and read a new one from the environment.",
  behind: { run: "unspaced", least: 34 },
  prefixes: ["perm:", "perm-"],
  reach: { before: 8, after: 320 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))perm[:-][A-Za-z0-9+/]{2,120}={0,2}\.[A-Za-z0-9+/]{2,120}={0,2}\.[A-Za-z0-9]{30}(?![\w.-])/g,
  isGenuine: (secret) =>
    /\d/.test(secret.slice(-30)) && /[A-Z].*[A-Z]/.test(secret.slice(-30)) && !isDocumented(secret),
  examples: [
    "YOUTRACK_TOKEN=«perm:amFuZQ==.NDItMA==.{base62:30}»",
    "curl -H 'Authorization: Bearer «perm-amFuZQ==.UkVTVC1BUEk=.{base62:30}»' https://acme.youtrack.cloud/api/issues",
    "perm:amFuZQ==.NDItMA==.{base62:29}, chmod-perm:a.b.c, perm-check.module.{lower:30}",
    "perm:amFuZQ==.NDItMA==.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
