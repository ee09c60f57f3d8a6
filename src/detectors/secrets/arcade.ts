import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `arc_` and 52 letters and digits. https://docs.arcade.dev/en/get-started/setup/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const arcadeKey: Detector = tokenDetector({
  id: "secret/arcade-key",
  summary: "Arcade API key",
  remedy: "Delete it at https://api.arcade.dev/dashboard/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 48 },
  prefixes: ["arc_"],
  reach: { before: 8, after: 72 },
  pattern: /(?<![\w-](?<!\\[nrt]))arc_[A-Za-z0-9]{48,60}(?![\w-])/g,
  isGenuine: (_, value) => isMixed(value),
  confidence: 0.9,
  examples: [
    "tools run with «arc_{base62:52}» there",
    "ARCADE_API_KEY=«arc_{base62:52}»",
    'new Arcade({ apiKey: "«arc_{base62:52}»" })',
    "Authorization: Bearer «arc_{base62:52}»",
    "too short: arc_{base62:47}; a hash behind it: arc_{hex:52}; the end of a name: sparc_{base62:52}",
    "arc_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, arc_your_key_here",
  ],
});
