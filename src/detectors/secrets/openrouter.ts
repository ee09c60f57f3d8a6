import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `sk-or-v1-` and 64 hex digits. https://openrouter.ai/docs/api-reference/authentication */
export const openrouterKey: Detector = tokenDetector({
  id: "secret/openrouter-key",
  summary: "OpenRouter API key",
  remedy: "Delete it at https://openrouter.ai/settings/keys, and read a new one from the environment.",
  prefixes: ["sk-or-v1-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk-or-v1-[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "OPENROUTER_API_KEY=«sk-or-v1-{hex:64}»",
    'Authorization: "Bearer «sk-or-v1-{hex:64}»"',
    "openrouter: { apiKey: '«sk-or-v1-{hex:64}»' }",
    "one digit short: sk-or-v1-{hex:63}",
    "sk-or-v1-your-key, sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
