import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `ol_api_` and 38 letters and digits. https://github.com/outline/outline/blob/main/server/models/ApiKey.ts */
export const outlineKey: Detector = tokenDetector({
  id: "secret/outline-key",
  summary: "Outline API key",
  remedy: "Delete it under “API & Apps” in the settings, and read a new one from the environment.",
  prefixes: ["ol_api_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ol_api_[A-Za-z0-9]{38}(?![\w-])/g,
  examples: [
    "OUTLINE_API_KEY=«ol_api_{base62:38}»",
    "curl -H 'Authorization: Bearer «ol_api_{base62:38}»' https://app.getoutline.com/api/auth.info",
    "ol_api_{base62:37}, pool_api_{base62:38}, ol_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
