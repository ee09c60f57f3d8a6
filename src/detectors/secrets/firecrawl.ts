import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `fc-` and 32 hex digits. https://docs.firecrawl.dev/api-reference/introduction */
export const firecrawlKey: Detector = tokenDetector({
  id: "secret/firecrawl-key",
  summary: "Firecrawl API key",
  remedy: "Delete it at https://www.firecrawl.dev/app/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 32 },
  prefixes: ["fc-"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))fc-[0-9a-f]{32}(?![\w-])/g,
  confidence: 0.9,
  examples: [
    "FIRECRAWL_API_KEY=«fc-{hex:32}»",
    'app = FirecrawlApp(api_key="«fc-{hex:32}»")',
    "Authorization: Bearer «fc-{hex:32}»",
    "one digit short: fc-{hex:31}, within a longer one: rfc-{hex:32}, of a UUID: {hex:6}fc-{hex:32}",
    "fc-YOUR_API_KEY, fc-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
