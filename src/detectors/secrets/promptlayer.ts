import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `pl_` and 32 hexadecimal digits, which may be something else too: they only warn. https://docs.promptlayer.com/quickstart
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const promptlayerKey: Detector = tokenDetector({
  id: "secret/promptlayer-key",
  summary: "PromptLayer API key",
  remedy: "Delete it in the settings at https://dashboard.promptlayer.com, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 32 },
  prefixes: ["pl_"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))pl_[0-9a-f]{32}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    "prompts are kept with «pl_{hex:32}» there",
    "PROMPTLAYER_API_KEY=«pl_{hex:32}»",
    'PromptLayer(api_key="«pl_{hex:32}»")',
    "X-API-KEY: «pl_{hex:32}»",
    "one digit short: pl_{hex:31}; the end of a name: tpl_{hex:32}",
    "pl_00000000000000000000000000000000, pl_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
