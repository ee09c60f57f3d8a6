import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a project's live and test environment: 32 hexadecimal digits. https://scrapfly.io/docs/project
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const scrapflyKey: Detector = tokenDetector({
  id: "secret/scrapfly-key",
  summary: "Scrapfly API key",
  remedy: "Rotate it at https://scrapfly.io/dashboard, and read the new one from the environment.",
  prefixes: ["scp-live-", "scp-test-"],
  pattern: /(?<![\w-](?<!\\[nrt]))scp-(?:live|test)-[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "SCRAPFLY_KEY=«scp-live-{hex:32}»",
    'ScrapflyClient(key="«scp-test-{hex:32}»")',
    "https://api.scrapfly.io/scrape?key=«scp-live-{hex:32}»&url=https://acme.example",
    "scp-live-{hex:31}, scp-live-{hex:33}, scp-live-tests.log",
    "scp-live-your-key-here, scp-live-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
