import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 69 characters: `SG.`, an id of 22, a secret of 43. https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys */
export const sendgridKey: Detector = tokenDetector({
  id: "secret/sendgrid-key",
  summary: "SendGrid API key",
  remedy: "Delete it at https://app.sendgrid.com/settings/api_keys, and read a new one from the environment.",
  prefixes: ["SG."],
  reach: { before: 8, after: 80 },
  pattern: /(?<![\w.-](?<!\\[nrt]))SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g,
  examples: [
    "SENDGRID_API_KEY=«SG.{base64url:22}.{base64url:43}»",
    'sgMail.setApiKey("«SG.{base64url:22}.{base64url:43}»");',
    "Authorization: Bearer «SG.{base64url:22}.{base64url:43}»",
    "one character short: SG.{base64url:22}.{base64url:42}",
    "SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
