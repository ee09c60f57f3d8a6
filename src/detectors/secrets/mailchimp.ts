import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** 32 hex digits and the data centre that the account lives in: `-us6`. https://mailchimp.com/developer/marketing/docs/fundamentals/#api-structure */
export const mailchimpKey: Detector = tokenDetector({
  id: "secret/mailchimp-key",
  summary: "Mailchimp API key",
  remedy: "Revoke it at https://us1.admin.mailchimp.com/account/api/, and read a new one from the environment.",
  literals: [..."123456789"].map((digit) => `-us${digit}`),
  reach: { before: 48, after: 8 },
  pattern: /(?<![\w-](?<!\\[nrt]))[0-9a-f]{32}-us[1-9]\d?(?![\w-])/g,
  examples: [
    "MAILCHIMP_API_KEY=«{hex:32}-us6»",
    'mailchimp.setConfig({ apiKey: "«{hex:32}-us21»", server: "us21" });',
    "curl -u anystring:«{hex:32}-us10» https://us10.api.mailchimp.com/3.0/",
    "one digit short: {hex:31}-us6, no data centre: {hex:32}-us, {hex:32}-usa",
    "a number of a commit: build-{hex:32}-us6",
    "00000000000000000000000000000000-us10",
  ],
});

/** Keys of Mailchimp Transactional, formerly Mandrill: `md-` and 22 characters. https://mailchimp.com/developer/transactional/guides/quick-start/ */
export const mandrillKey: Detector = tokenDetector({
  id: "secret/mandrill-key",
  summary: "Mailchimp Transactional (Mandrill) API key",
  remedy: "Delete it at https://mandrillapp.com/settings, and read a new one from the environment.",
  literals: ["mandrill"],
  anyCase: true,
  prefixes: ["md-"],
  pattern: /(?<![\w-](?<!\\[nrt]))md-[\w-]{22}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "MANDRILL_API_KEY=«md-{base62:22}»",
    "https://mandrillapp.com/api/1.0/users/ping?key=«md-{base62:22}»",
    "of a style sheet: md-{base62:22}",
    "MANDRILL_API_KEY=md-{base62:21}",
    "mandrill md-list-item-with-two-lines",
  ],
});
