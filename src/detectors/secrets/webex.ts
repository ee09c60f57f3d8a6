import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses that post into a space of Webex, with no other credential: an identifier in base64 with a UUID.
 * https://apphub.webex.com/applications/incoming-webhooks-cisco-systems-38054-23307-75252
 */
export const webexWebhook: Detector = tokenDetector({
  id: "secret/webex-webhook",
  summary: "Webex webhook address",
  remedy:
    "Remove the webhook at https://apphub.webex.com (Incoming Webhooks), and read the address of a new one from the environment.",
  literals: ["/v1/webhooks/incoming/Y2lzY29zcGFyazov"],
  prefixes: ["webexapis.com/v1/webhooks/incoming/", "api.ciscospark.com/v1/webhooks/incoming/"],
  reach: { before: 32, after: 128 },
  pattern:
    /(?:webexapis|api\.ciscospark)\.com\/v1\/webhooks\/incoming\/Y2lzY29zcGFyazov[A-Za-z0-9+/_-]{50,80}={0,2}(?![\w-])/g,
  isProven: (_, value) =>
    /^ciscospark:\/\/[\w:-]{1,40}\/WEBHOOK\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(
      Buffer.from(value, "base64").toString("latin1"),
    ),
  examples: [
    "WEBEX_WEBHOOK=https://«webexapis.com/v1/webhooks/incoming/{encode:base64url}ciscospark://us/WEBHOOK/{uuid}{end}»",
    '{"url": "https://«api.ciscospark.com/v1/webhooks/incoming/{encode:base64url}ciscospark://us/WEBHOOK/{uuid}{end}»"}',
    "of something else: https://webexapis.com/v1/webhooks/incoming/{encode:base64url}ciscospark://us/ROOM/{uuid}{end}{base64url:20}",
    "https://webexapis.com/v1/webhooks/incoming/Y2lzY29zcGFyazov..., https://webexapis.com/v1/webhooks",
  ],
});
