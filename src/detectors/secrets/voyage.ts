import type { Detector } from "../detector.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `pa-` and 32 bytes in base64url. https://docs.voyageai.com/docs/api-key-and-installation
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const voyageKey: Detector = tokenDetector({
  id: "secret/voyage-key",
  summary: "Voyage AI API key",
  remedy: "Delete it at https://dashboard.voyageai.com, and read a new one from the environment.",
  behind: { run: "token", least: 43 },
  prefixes: ["pa-"],
  reach: { before: 8, after: 56 },
  pattern: /(?<![\w-](?<!\\[nrt]))pa-[\w-]{43}(?![\w=-])/g,
  isGenuine: (_, value) => isMixed(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "VOYAGE_API_KEY=«pa-{base64url:43}»",
    'vo = voyageai.Client(api_key="«pa-{base64url:43}»")',
    "Authorization: Bearer «pa-{base64url:43}»",
    "pa-{base64url:42}, pa-{base64url:44}, spa-{base64url:43}",
    "pa-The-River-Walk-2-And-Other-Poems-Of-The-Sea, pa-your-key-here, pa-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
