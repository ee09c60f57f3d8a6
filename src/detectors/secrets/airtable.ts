import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal access tokens: an id (`pat` and 14 letters and digits), a dot, 64 hex digits. https://airtable.com/developers/web/guides/personal-access-tokens
 */
export const airtableToken: Detector = tokenDetector({
  id: "secret/airtable-token",
  summary: "Airtable personal access token",
  remedy: "Delete it at https://airtable.com/create/tokens, and read a new one from the environment.",
  behind: { run: "value", least: 79, holds: "." },
  prefixes: ["pat"],
  reach: { before: 8, after: 88 },
  pattern: /(?<![\w.-](?<!\\[nrt]))pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "AIRTABLE_API_KEY=«pat{base62:14}.{hex:64}»",
    'new Airtable({ apiKey: "«pat{base62:14}.{hex:64}»" })',
    "Authorization: Bearer «pat{base62:14}.{hex:64}»",
    "one digit short: pat{base62:14}.{hex:63}",
    "an id alone: pat{base62:14}, and a hash: path.{hex:64}",
    "patXXXXXXXXXXXXXX.0000000000000000000000000000000000000000000000000000000000000000",
  ],
});

/** Addresses that start an automation, with no other credential. https://support.airtable.com/docs/when-webhook-received-trigger */
export const airtableWebhook: Detector = tokenDetector({
  id: "secret/airtable-webhook",
  summary: "Airtable webhook address",
  remedy: "Make the automation's webhook trigger again, and read its new address from the environment.",
  prefixes: ["hooks.airtable.com/workflows/v1/genericWebhook/"],
  reach: { before: 8, after: 120 },
  pattern:
    /hooks\.airtable\.com\/workflows\/v1\/genericWebhook\/app[A-Za-z0-9]{14}\/wfl[A-Za-z0-9]{14}\/wtr[A-Za-z0-9]{14}(?![\w-])/g,
  examples: [
    'fetch("https://«hooks.airtable.com/workflows/v1/genericWebhook/app{base62:14}/wfl{base62:14}/wtr{base62:14}»")',
    "WEBHOOK_URL=https://«hooks.airtable.com/workflows/v1/genericWebhook/app{base62:14}/wfl{base62:14}/wtr{base62:14}»",
    "without its trigger: https://hooks.airtable.com/workflows/v1/genericWebhook/app{base62:14}/wfl{base62:14}",
    "https://hooks.airtable.com/workflows/v1/genericWebhook/appXXXXXXXXXXXXXX/wflXXXXXXXXXXXXXX/wtrXXXXXXXXXXXXXX",
  ],
});
