import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens for a person's account: `act.` or, to refresh it, `rft.`, some sixty letters and digits, and behind `!` where they are
 * kept. https://developers.tiktok.com/doc/oauth-user-access-token-management
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const tiktokToken: Detector = tokenDetector({
  id: "secret/tiktok-token",
  summary: "TikTok access token",
  remedy:
    "Revoke it (https://developers.tiktok.com/doc/oauth-user-access-token-management), have the person log in again, and keep the new one in a secret store.",
  behind: { run: "value", least: 48, holds: "!" },
  prefixes: ["act.", "rft."],
  reach: { before: 8, after: 128 },
  pattern: /(?<![\w.-](?<!\\[nrt]))(?:act|rft)\.[A-Za-z0-9]{40,80}!\d{4}\.[a-z][a-z0-9](?![\w-])/g,
  examples: [
    "it answers to «act.{base62:60}!5194.va» only",
    'TIKTOK_ACCESS_TOKEN="«act.{base62:60}!4821.va»"',
    '{ "access_token": "«act.{base62:60}!6137.e1»", "refresh_token": "«rft.{base62:60}!6173.s1»" }',
    "-H 'Authorization: Bearer «act.{base62:62}!5210.va»'",
    "too short: act.{base62:39}!5194.va; no place: act.{base62:60}; react.{base62:60}!5194.va",
    "act.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!1234.va, act.example12345Example12345Example",
  ],
});
