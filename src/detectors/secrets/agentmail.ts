import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys that read and send an agent's mail: `am_`, today a region, and 64 hexadecimal digits. https://docs.agentmail.to/api-reference
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const agentmailKey: Detector = tokenDetector({
  id: "secret/agentmail-key",
  summary: "AgentMail API key",
  remedy: "Delete it at https://console.agentmail.to, and read a new one from AGENTMAIL_API_KEY.",
  literals: ["am_"],
  behind: { run: "token", least: 64 },
  prefixes: ["am_us_inbox_", "am_us_", "am_"],
  pattern: /(?<![\w-](?<!\\[nrt]))am_(?:[a-z]{2}_(?:inbox_)?)?[0-9a-f]{64}(?![\w-])/g,
  confidence: 0.9,
  examples: [
    "AGENTMAIL_API_KEY=«am_us_{hex:64}»",
    "Authorization: Bearer «am_{hex:64}»",
    "of one inbox: «am_us_inbox_{hex:64}»",
    "am_us_{hex:63}, am_{hex:65}, param_{hex:64}, am_us_xxxxxxxxxxxx",
  ],
});
