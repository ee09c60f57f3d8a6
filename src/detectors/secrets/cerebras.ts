import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `csk-` and 48 small letters and digits. https://inference-docs.cerebras.ai/quickstart */
export const cerebrasKey: Detector = tokenDetector({
  id: "secret/cerebras-key",
  summary: "Cerebras API key",
  remedy: "Delete it at https://cloud.cerebras.ai, and read a new one from the environment.",
  prefixes: ["csk-"],
  pattern: /(?<![\w-](?<!\\[nrt]))csk-[0-9a-z]{48}(?![\w-])/g,
  examples: [
    "CEREBRAS_API_KEY=«csk-{lower36:48}»",
    'Cerebras(api_key="«csk-{lower36:48}»")',
    "Authorization: Bearer «csk-{lower36:48}»",
    "one character short: csk-{lower36:47}",
    "csk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
