import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * 40 capital letters and digits, and about six small ones. https://docs.runpod.io/get-started/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const runpodKey: Detector = tokenDetector({
  id: "secret/runpod-key",
  summary: "Runpod API key",
  remedy: "Delete it at https://console.runpod.io/user/settings, and read a new one from the environment.",
  behind: { run: "token", least: 44 },
  prefixes: ["rpa_"],
  pattern: /(?<![\w-](?<!\\[nrt]))rpa_[A-Z0-9]{40}[a-z0-9]{4,8}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "RUNPOD_API_KEY=«rpa_{LOWER36:40}{lower36:6}»",
    'curl -H "Authorization: Bearer «rpa_{LOWER36:40}{lower36:6}»" https://rest.runpod.io/v1/pods',
    'runpod.api_key = "«rpa_{LOWER36:40}{lower36:6}»"',
    "rpa_{LOWER36:43}, darpa_{LOWER36:40}{lower36:6}",
    "rpa_your_api_key, rpa_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXxxxxxx",
  ],
});
