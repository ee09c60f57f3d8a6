import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a project: `ak_` and twenty characters of base64url, so little that they only warn. https://docs.composio.dev/reference/authenticating-to-composio
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const composioKey: Detector = tokenDetector({
  id: "secret/composio-key",
  summary: "Composio API key",
  remedy:
    "Delete it in the project's settings at https://platform.composio.dev, and read a new one from the environment.",
  behind: { run: "token", least: 20 },
  prefixes: ["ak_"],
  reach: { before: 8, after: 32 },
  pattern: /(?<![\w-](?<!\\[nrt]))ak_[\w-]{20}(?![\w-])/g,
  isGenuine: (_, value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  confidence: 0.7,
  examples: [
    "the tools are called with «ak_{base62:20}» there",
    "COMPOSIO_API_KEY=«ak_{base62:20}»",
    'new Composio({ apiKey: "«ak_{base62:20}»" })',
    'curl https://backend.composio.dev/api/v3.1/tools -H "x-api-key: «ak_{base62:20}»"',
    "one character short: ak_{base62:19}; a hash behind it: ak_{hex:20}; the end of a name: break_{base62:20}",
    "ak_xxxxxxxxxxxxxxxxxxxx, ak_projectKeyOfTheTests",
  ],
});
