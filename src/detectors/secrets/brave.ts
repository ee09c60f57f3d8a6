import type { Detector } from "../detector.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the search API: 31 characters, of which three tell it; they could be another's as well. https://api-dashboard.search.brave.com/app/documentation
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const braveKey: Detector = tokenDetector({
  id: "secret/brave-key",
  summary: "What could be a Brave Search API key",
  remedy: "Delete it at https://api-dashboard.search.brave.com/app/keys, and read a new one from the environment.",
  behind: { run: "token", least: 28 },
  prefixes: ["BSA"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w/+=.%-](?<!\\[nrt]))BSA[\w-]{28}(?![\w/+=.-])/g,
  isGenuine: (_, value) => isMixed(value) && isRandom(value),
  confidence: 0.7,
  examples: [
    "we search the web with «BSA{base64url:28}» today",
    'curl -H "X-Subscription-Token: «BSA{base64url:28}»" https://api.search.brave.com/res/v1/web/search',
    '"env": { "BRAVE_API_KEY": "«BSA{base62:28}»" }',
    "BSA{base64url:27}, BSA{base64url:29}, ABSA{base64url:28}, {base64:40}/BSA{base62:28}",
    "BSA_BLOCK_SIZE_OF_THE_ALLOCATOR, BSAxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
