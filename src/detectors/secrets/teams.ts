import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses of Office 365 connectors that post into a channel of Microsoft Teams. Those of the workflows that follow them are
 * Azure's shared access signatures.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 */
export const teamsWebhook: Detector = tokenDetector({
  id: "secret/teams-webhook",
  summary: "Microsoft Teams webhook address",
  remedy:
    "Remove the connector in the channel's settings, post through a workflow in its place, and read the new address from the environment.",
  literals: [".office.com/webhook", ".office365.com/webhook"],
  reach: { before: 24, after: 240 },
  pattern:
    /(?:webhook\.)?office(?:365)?\.com\/webhook(?:b2)?\/[0-9a-f-]{36}(?:@|%40)[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}(?:\/[\w-]{40,64})?(?![\w-])/g,
  examples: [
    "TEAMS_WEBHOOK=https://acme.«webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}»",
    "curl -d '{}' https://outlook.«office.com/webhook/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}»",
    '"url": "https://acme.«webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}/V2{base62:44}»"',
    "without its last part: https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}",
    "https://outlook.office.com/webhook/YOUR_WEBHOOK, https://outlook.office.com/webhook/{uuid}",
  ],
});
