import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `jina_` and 60 characters, of which the first 32 are hex digits. https://jina.ai/api-dashboard/ */
export const jinaKey: Detector = tokenDetector({
  id: "secret/jina-key",
  summary: "Jina AI API key",
  remedy: "Delete it at https://jina.ai/api-dashboard/key-manager, and read a new one from the environment.",
  prefixes: ["jina_"],
  pattern: /(?<![\w-](?<!\\[nrt]))jina_[0-9a-f]{32}[\w-]{28}(?![\w-])/g,
  examples: [
    "JINA_API_KEY=«jina_{hex:32}{base62:28}»",
    'headers = {"Authorization": "Bearer «jina_{hex:32}{base62:28}»"}',
    "jina: { apiKey: '«jina_{hex:32}{base62:28}»' }",
    "one character short: jina_{hex:32}{base62:27}",
    "jina_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
