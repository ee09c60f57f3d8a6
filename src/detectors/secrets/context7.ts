import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `ctx7sk-` and a UUID. https://context7.com/docs/howto/api-keys */
export const context7Key: Detector = tokenDetector({
  id: "secret/context7-key",
  summary: "Context7 API key",
  remedy: "Delete it at https://context7.com/dashboard, and read a new one from CONTEXT7_API_KEY.",
  prefixes: ["ctx7sk-"],
  pattern: /(?<![\w-](?<!\\[nrt]))ctx7sk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    '"args": ["-y", "@upstash/context7-mcp", "--api-key", "«ctx7sk-{uuid}»"]',
    "CONTEXT7_API_KEY=«ctx7sk-{uuid}»",
    "ctx7sk-{hex:32}, ctx7sk-your-key-here, ctx7sk-00000000-0000-0000-0000-000000000000",
  ],
});
