import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `m0-` and forty letters and digits. https://docs.mem0.ai/platform/quickstart
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const mem0Key: Detector = tokenDetector({
  id: "secret/mem0-key",
  summary: "Mem0 API key",
  remedy: "Delete it at https://app.mem0.ai/dashboard/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["m0-"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))m0-[A-Za-z0-9]{40}(?![\w-])/g,
  isGenuine: (_, value) => isMixed(value),
  confidence: 0.9,
  examples: [
    "memories are kept with «m0-{base62:40}», I think",
    "MEM0_API_KEY=«m0-{base62:40}»",
    'MemoryClient(api_key="«m0-{base62:40}»")',
    "-H 'Authorization: Token «m0-{base62:40}»'",
    "one character short: m0-{base62:39}; a hash behind it: m0-{hex:40}; item0-{base62:40}",
    "m0-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, m0-...",
  ],
});
