import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys, sending keys of a domain, and the webhook signing key: `key-` and 32 hex digits, or the newer 32-8-8 hex digits.
 * Neither says whose it is, so that Mailgun has to be named close by. What begins with `pubkey-` is public.
 * https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth
 */
export const mailgunKey: Detector = tokenDetector({
  id: "secret/mailgun-key",
  summary: "Mailgun API key",
  remedy: "Delete it at https://app.mailgun.com/settings/api_security, and read a new one from the environment.",
  literals: ["mailgun"],
  anyCase: true,
  prefixes: ["key-"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![\w-])/g,
  examples: [
    "MAILGUN_API_KEY=«key-{hex:32}»",
    "mailgun: { apiKey: '«{hex:32}-{hex:8}-{hex:8}»', domain: 'mg.example.org' }",
    "curl --user 'api:«key-{hex:32}»' https://api.mailgun.net/v3/domains",
    "of somebody else: key-{hex:32}, {hex:32}-{hex:8}-{hex:8}",
    "MAILGUN_PUBLIC_KEY=pubkey-{hex:32}",
    "MAILGUN_API_KEY=key-{hex:31}",
    "MAILGUN_API_KEY=key-00000000000000000000000000000000",
  ],
});
