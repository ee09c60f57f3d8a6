import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it at https://sentry.io/settings/auth-tokens/, an organisation's under its own settings, and read a new one from SENTRY_AUTH_TOKEN.";

/**
 * Tokens of organisations: base64 of a JSON object that says for whom and when it was made, `_`, and 32 bytes in base64.
 * https://github.com/getsentry/rfcs/blob/main/text/0091-ci-upload-tokens.md
 */
export const sentryOrganisationToken: Detector = tokenDetector({
  id: "secret/sentry-organisation-token",
  summary: "Sentry organisation token",
  remedy,
  literals: ["sntrys_eyJ"],
  reach: { before: 8, after: 664 },
  prefixes: ["sntrys_"],
  pattern: /(?<![A-Za-z0-9])sntrys_eyJ[A-Za-z0-9+/]{40,600}={0,2}_[A-Za-z0-9+/]{43}(?![A-Za-z0-9+/])/g,
  isProven: (secret) => {
    const [, payload = "", random = ""] = secret.split("_");
    return /"iat":/.test(Buffer.from(payload, "base64").toString("latin1")) && !isPlaceholder(random);
  },
  examples: [
    'SENTRY_AUTH_TOKEN=«sntrys_{encode:base64}{"iat":1700000000.5,"url":"https://sentry.io","region_url":"https://us.sentry.io","org":"acme"}{end}_{base64:43}»',
    'auth.token=«sntrys_{encode:base64}{"iat":1700000000,"url":"https://sentry.io","org":"acme-1"}{end}_{base64:43}»',
    'SENTRY_AUTH_TOKEN=«sntrys_{encode:base64}{"iat":1700000000.5,"url":"https://sentry.engineering.acme.example.org","region_url":"https://us.sentry.engineering.acme.example.org","org":"acme-engineering-and-design-of-everything"}{end}_{base64:43}»',
    'one character short: sntrys_{encode:base64}{"iat":1700000000.5,"url":"https://sentry.io","org":"acme"}{end}_{base64:42}',
    'no date: sntrys_{encode:base64}{"url":"https://sentry.io","region_url":"https://us.sentry.io","org":"acme"}{end}_{base64:43}',
    "sntrys_YOUR_TOKEN_HERE, sntrys_eyJpYXQiOjE2...",
  ],
});

/**
 * Tokens of users (`sntryu_`), of their applications (`sntrya_`) and of integrations (`sntryi_`): 32 bytes in hexadecimal.
 * https://github.com/getsentry/sentry/blob/master/src/sentry/types/token.py
 */
export const sentryToken: Detector = tokenDetector({
  id: "secret/sentry-token",
  summary: "Sentry auth token",
  remedy,
  prefixes: ["sntryu_", "sntrya_", "sntryi_"],
  pattern: /(?<![A-Za-z0-9])sntry[aiu]_[a-f0-9]{64}(?![A-Za-z0-9])/g,
  examples: [
    "SENTRY_AUTH_TOKEN=«sntryu_{hex:64}»",
    'Authorization: "Bearer «sntryi_{hex:64}»"',
    "sntryu_{hex:63}, sntryu_{hex:65}, sntryx_{hex:64}",
    "sntryu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Tokens of before: the same digits without a prefix, beside the vendor's name. */
export const sentryOldToken: Detector = tokenDetector({
  id: "secret/sentry-token-old",
  summary: "Sentry auth token",
  remedy,
  literals: ["sentry"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 64, within: 160 },
  pattern: beside(String.raw`sentry[\w .-]{0,20}token`, "[a-f0-9]{64}"),
  examples: [
    "SENTRY_AUTH_TOKEN=«{hex:64}»",
    'sentryAuthToken: "«{hex:64}»"',
    "SENTRY_AUTH_TOKEN={hex:63}, SENTRY_AUTH_TOKEN=your-auth-token",
    "SENTRY_RELEASE={hex:64}",
  ],
});

/**
 * Old addresses for events with a secret behind the public key. Today's have none and may stand in pages.
 * https://docs.sentry.io/concepts/key-terms/dsn-explainer/
 */
export const sentryDsnSecret: Detector = tokenDetector({
  id: "secret/sentry-dsn-secret",
  summary: "Secret key in a Sentry DSN",
  remedy:
    "Leave the secret out: an address with the public key alone is enough for every SDK of today. Make new client keys in the project's settings.",
  literals: ["sentry", "dsn"],
  anyCase: true,
  pattern: /https?:\/\/[0-9a-f]{32}:(?<secret>[0-9a-f]{32})@[\w.-]{1,200}(?::\d{1,5})?\/[\w/-]{1,80}/dg,
  examples: [
    "SENTRY_DSN=https://{hex:32}:«{hex:32}»@sentry.io/12345",
    "Raven.config('https://{hex:32}:«{hex:32}»@sentry.acme.example:9000/2')",
    "the public key alone: SENTRY_DSN=https://{hex:32}@o123.ingest.sentry.io/12345",
    "SENTRY_DSN=https://{hex:32}:{hex:31}@sentry.io/12345, SENTRY_DSN=https://public:secret@sentry.io/1",
  ],
});
