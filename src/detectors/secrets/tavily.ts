import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `tvly-`, with `dev-` or `prod-` in newer ones, and 32 letters and digits or more. https://docs.tavily.com/documentation/api-reference/introduction */
export const tavilyKey: Detector = tokenDetector({
  id: "secret/tavily-key",
  summary: "Tavily API key",
  remedy: "Delete it at https://app.tavily.com/home, and read a new one from the environment.",
  literals: ["tvly-"],
  prefixes: ["tvly-dev-", "tvly-prod-", "tvly-"],
  pattern: /(?<![\w-](?<!\\[nrt]))tvly-(?:dev-|prod-)?[A-Za-z0-9-]{32,64}(?![\w-])/g,
  examples: [
    "TAVILY_API_KEY=«tvly-{base62:32}»",
    'TavilyClient("«tvly-dev-{base62:32}»")',
    "Authorization: Bearer «tvly-prod-{base62:32}»",
    "one character short: tvly-{base62:31}",
    "tvly-YOUR_API_KEY, tvly-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
