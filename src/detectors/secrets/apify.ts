import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of a person or an organization: letters and digits. https://docs.apify.com/platform/integrations/api */
export const apifyToken: Detector = tokenDetector({
  id: "secret/apify-token",
  summary: "Apify API token",
  remedy: "Delete it at https://console.apify.com/settings/integrations, and read a new one from the environment.",
  prefixes: ["apify_api_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))apify_api_[A-Za-z0-9]{34,40}(?![\w-])/g,
  examples: [
    "APIFY_TOKEN=«apify_api_{base62:36}»",
    "https://api.apify.com/v2/acts?token=«apify_api_{base62:36}»",
    "apify_api_{base62:33}, apify_api_token = get()",
    "apify_api_YOUR_TOKEN_HERE, apify_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
