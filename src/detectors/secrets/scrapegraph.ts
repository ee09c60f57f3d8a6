import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `sgai-` and a UUID. https://docs.scrapegraphai.com/introduction */
export const scrapegraphKey: Detector = tokenDetector({
  id: "secret/scrapegraph-key",
  summary: "ScrapeGraphAI API key",
  remedy: "Delete it at https://dashboard.scrapegraphai.com, and read a new one from SGAI_API_KEY.",
  prefixes: ["sgai-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sgai-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "SGAI_API_KEY=«sgai-{uuid}»",
    "SGAI-APIKEY: «sgai-{uuid}»",
    "sgai-00000000-0000-0000-0000-000000000000, sgai-{hex:32}, sgai-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  ],
});
