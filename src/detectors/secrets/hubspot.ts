import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens of private apps: the data centre of the account and a UUID. https://developers.hubspot.com/docs/apps/legacy-apps/authentication/intro-to-auth */
export const hubspotToken: Detector = tokenDetector({
  id: "secret/hubspot-token",
  summary: "HubSpot access token",
  remedy:
    "Rotate it where the app is in HubSpot (Settings, Integrations, Private apps), and read a new one from the environment.",
  prefixes: ["pat-na", "pat-eu", "pat-ap"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))pat-(?:na|eu|ap)\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "HUBSPOT_ACCESS_TOKEN=«pat-na1-{uuid}»",
    'new Client({ accessToken: "«pat-eu1-{uuid}»" })',
    "-H 'Authorization: Bearer «pat-na2-{uuid}»'",
    "pat-na1-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:11}, pat-xx1-{uuid}, pat-name-{uuid}",
    "pat-na1-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, pat-na1-00000000-0000-0000-0000-000000000000, pat-na1-<your-token>",
  ],
});
