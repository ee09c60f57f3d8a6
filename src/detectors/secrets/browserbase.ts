import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a project: base64url. https://docs.browserbase.com/introduction/getting-started */
export const browserbaseKey: Detector = tokenDetector({
  id: "secret/browserbase-key",
  summary: "Browserbase API key",
  remedy: "Regenerate it at https://www.browserbase.com/settings, and read a new one from the environment.",
  prefixes: ["bb_live_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))bb_live_[\w-]{24,32}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "BROWSERBASE_API_KEY=«bb_live_{base62:27}»",
    'new Stagehand({ env: "BROWSERBASE", apiKey: "«bb_live_{base64url:26}A»" })',
    "bb_live_{base62:23}, bb_live_{base62:33}, bb_test_{base62:27}",
    "bb_live_your-api-key-goes-here, bb_live_xxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
