import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * About a hundred letters and digits. https://docs.steel.dev
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const steelKey: Detector = tokenDetector({
  id: "secret/steel-key",
  summary: "Steel API key",
  remedy: "Delete it at https://app.steel.dev/settings/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 64 },
  prefixes: ["ste-"],
  pattern: /(?<![\w-](?<!\\[nrt]))ste-[A-Za-z0-9]{64,160}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "STEEL_API_KEY=«ste-{base62:99}»",
    'new Steel({ steelAPIKey: "«ste-{base62:99}»" })',
    "wss://connect.steel.dev?apiKey=«ste-{base62:99}»",
    "ste-{base62:63}, paste-{base62:99}",
    "ste-your-api-key-here, ste-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
