import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `NF-` and 32 letters and digits. https://help.nightfall.ai/developer-api
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const nightfallKey: Detector = tokenDetector({
  id: "secret/nightfall-key",
  summary: "Nightfall API key",
  remedy: "Delete it at https://app.nightfall.ai/developer-platform/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 32 },
  prefixes: ["NF-"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))NF-[A-Za-z0-9]{32}(?![\w-])/g,
  isGenuine: (_, value) => isMixed(value),
  confidence: 0.9,
  examples: [
    "texts are scanned with «NF-{base62:32}» there",
    "NIGHTFALL_API_KEY=«NF-{base62:32}»",
    'Nightfall("«NF-{base62:32}»")',
    "Authorization: Bearer «NF-{base62:32}»",
    "one character short: NF-{base62:31}; a hash behind it: NF-{HEX:32}; the end of a name: CNF-{base62:32}",
    "NF-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, NF-...",
  ],
});
