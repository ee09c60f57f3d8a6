import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["NRAK-", "NRII-", "NRIQ-", "NRRA-", "NRAA-", "NRSP-", "px-api-", "px-dep-"];

/**
 * User keys (`NRAK`), those that insert and query events, REST and admin keys, private locations, and those of
 * Pixie. What browsers report with (`NRJS`) is public. https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
 */
export const newRelicKey: Detector = tokenDetector({
  id: "secret/new-relic-key",
  summary: "New Relic API key",
  remedy: "Delete it at https://one.newrelic.com/api-keys, and read a new one from the environment.",
  literals: [...prefixes, "NRJS-"],
  prefixes,
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:NRJS-[0-9a-f]{19}|NRAK-[A-Z0-9]{27}|NRI[IQ]-[\w-]{32}|NRRA-[0-9a-f]{42}|NRAA-[0-9a-f]{27}|NRSP-[a-z]{2}\d{2}[0-9a-f]{31}|px-(?:api|dep)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/g,
  isGenuine: (secret) => !secret.startsWith("NRJS-"),
  examples: [
    "NEW_RELIC_API_KEY=«NRAK-{LOWER36:27}»",
    'insertKey: "«NRII-{base64url:32}»", queryKey: "«NRIQ-{base64url:32}»"',
    'curl -H "X-Api-Key:«NRRA-{hex:42}»" https://api.newrelic.com/v2/applications.json',
    "admin: «NRAA-{hex:27}», Pixie: «px-api-{uuid}»",
    "one character short: NRAK-{LOWER36:26}, public: NRJS-{hex:19}",
    "NRAK-XXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});

/**
 * License keys, with which agents report: 40 characters that end in `NRAL`, in Europe with `eu01xx` in front. There older ones are told by it, too.
 * https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/#license-key
 */
export const newRelicLicense: Detector = tokenDetector({
  id: "secret/new-relic-license",
  summary: "New Relic license key",
  remedy: "Delete it at https://one.newrelic.com/api-keys, and read a new one from the environment.",
  literals: ["NRAL", "eu01xx"],
  reach: { before: 48, after: 48 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:(?:[a-z]{2}\d{2}xx[0-9a-fA-F]{30}|[0-9a-fA-F]{36})NRAL|eu01xx[0-9a-f]{34})(?![\w-])/g,
  examples: [
    "NEW_RELIC_LICENSE_KEY=«{hex:32}FFFFNRAL»",
    "license_key: «eu01xx{hex:30}NRAL»",
    "of before: newrelic.license=«eu01xx{hex:34}»; one digit short: eu01xx{hex:33}",
    "<add key='NewRelic.LicenseKey' value='«{hex:36}NRAL»' />",
    "one digit short: {hex:35}NRAL",
    "license_key: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxNRAL",
  ],
});
