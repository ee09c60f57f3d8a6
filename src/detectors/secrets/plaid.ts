import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens for the accounts at one bank: the environment and a UUID. https://plaid.com/docs/api/items/ */
export const plaidToken: Detector = tokenDetector({
  id: "secret/plaid-token",
  summary: "Plaid access token",
  remedy:
    "Invalidate it with https://plaid.com/docs/api/items/#itemaccess_tokeninvalidate, and keep the new one in a store for secrets.",
  prefixes: ["access-production-", "access-development-", "access-sandbox-"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))access-(?:production|development|sandbox)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    '{ "access_token": "«access-production-{uuid}»", "item_id": "Ed6bjNrDLJfGvZWwnkQlfxwoNz54B5C97ejBr" }',
    "PLAID_ACCESS_TOKEN=«access-sandbox-{uuid}»",
    "a public token ends with the session: public-sandbox-{uuid}",
    "access-production-{hex:32}, access-staging-{uuid}",
    "access-sandbox-00000000-0000-0000-0000-000000000000, access-production-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  ],
});
