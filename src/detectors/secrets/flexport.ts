import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of the Logistics API: 40 characters of base64url. https://docs.logistics-api.flexport.com
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const flexportToken: Detector = tokenDetector({
  id: "secret/flexport-token",
  summary: "Flexport API token",
  remedy:
    "Delete it under “API Tokens” in the settings at https://portal.flexport.com, and read a new one from the environment.",
  prefixes: ["shltm_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))shltm_[\w-]{40}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "FLEXPORT_API_TOKEN=«shltm_{base64url:40}»",
    'curl -H "Authorization: Bearer «shltm_{base64url:40}»" https://logistics-api.flexport.com/logistics/api/2023-10/products',
    "token: «shltm_{base64url:40}»",
    "shltm_{base64url:39}, shltm_{base64url:41}, flfishltm_{base64url:40}",
    "shltm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, shltm_...",
  ],
});
