import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of the API: 64 hexadecimal digits. https://www.mailersend.com/help/managing-api-tokens */
export const mailersendToken: Detector = tokenDetector({
  id: "secret/mailersend-token",
  summary: "MailerSend API token",
  remedy: "Delete it at https://app.mailersend.com/api-tokens, and read a new one from the environment.",
  prefixes: ["mlsn."],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))mlsn\.[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "MAILERSEND_API_KEY=«mlsn.{hex:64}»",
    'new MailerSend({ apiKey: "«mlsn.{hex:64}»" })',
    "-H 'Authorization: Bearer «mlsn.{hex:64}»'",
    "mlsn.{hex:63}, mlsn.{hex:65}, fromlsn.{hex:64}",
    "mlsn.0000000000000000000000000000000000000000000000000000000000000000, mlsn.your_token",
  ],
});
