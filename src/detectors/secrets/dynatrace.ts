import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

const prefixes = [
  "dt0c01.",
  "dt0e01.",
  "dt0s01.",
  "dt0s02.",
  "dt0s03.",
  "dt0s04.",
  "dt0s06.",
  "dt0s08.",
  "dt0s09.",
  "dt0s16.",
];

/**
 * Access tokens, platform tokens and the secrets of OAuth clients: a kind, 24 characters (of clients 8) that name the token and may be
 * shown, 64 that are secret. https://docs.dynatrace.com/docs/shortlink/api-authentication · https://docs.dynatrace.com/docs/shortlink/oauth
 */
export const dynatraceToken: Detector = tokenDetector({
  id: "secret/dynatrace-token",
  summary: "Dynatrace access token",
  remedy:
    "Delete it under “Access tokens” of the Dynatrace environment (https://docs.dynatrace.com/docs/shortlink/token), and read a new one from the environment.",
  prefixes,
  pattern: /(?<![\w.-](?<!\\[nrt]))dt0[a-z]\d\d\.(?:[A-Z0-9]{8}|[A-Z0-9]{24})\.[A-Z0-9]{64}(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "DT_API_TOKEN=«dt0c01.{base32:24}.{base32:64}»",
    'curl -H "Authorization: Api-Token «dt0s01.{base32:24}.{base32:64}»" https://acme.live.dynatrace.com/api/v2/metrics',
    "client_secret: «dt0s02.{base32:8}.{base32:64}», client_id: dt0s02.{base32:8}",
    "DT_PLATFORM_TOKEN=«dt0s16.{base32:24}.{base32:64}»",
    "what names a token: dt0c01.{base32:24}",
    "one character short: dt0c01.{base32:24}.{base32:63}, dt0c01.{base32:23}.{base32:64}",
    "dt0c01.XXXXXXXXXXXXXXXXXXXXXXXX.XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
