import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `hb_` and 28 hexadecimal digits. https://hyperbrowser.ai/docs/quickstart
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const hyperbrowserKey: Detector = tokenDetector({
  id: "secret/hyperbrowser-key",
  summary: "Hyperbrowser API key",
  remedy: "Delete it at https://app.hyperbrowser.ai/settings/api-keys, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 28 },
  prefixes: ["hb_"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))hb_[0-9a-f]{28}(?![\w-])/g,
  confidence: 0.9,
  examples: [
    "HYPERBROWSER_API_KEY=«hb_{hex:28}»",
    'new Hyperbrowser({ apiKey: "«hb_{hex:28}»" })',
    'curl -H "x-api-key: «hb_{hex:28}»" https://api.hyperbrowser.ai/api/session',
    "hb_{hex:27}, hb_{hex:32}, rgb_{hex:28}, ahb_{hex:28}",
    "hb_ot_layout_collect_lookups, hb_0000000000000000000000000000",
  ],
});
