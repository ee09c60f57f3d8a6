import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `xai-` and 80 letters and digits; management keys have `xai-token-`. https://docs.x.ai/docs/tutorial */
export const xaiKey: Detector = tokenDetector({
  id: "secret/xai-key",
  summary: "xAI API key",
  remedy: "Delete it at https://console.x.ai, and read a new one from the environment.",
  literals: ["xai-"],
  prefixes: ["xai-token-", "xai-"],
  pattern: /(?<![\w-](?<!\\[nrt]))xai-(?:token-)?[A-Za-z0-9]{80}(?![\w-])/g,
  examples: [
    "XAI_API_KEY=«xai-{base62:80}»",
    'curl https://api.x.ai/v1/models -H "Authorization: Bearer «xai-{base62:80}»"',
    "managementKey: '«xai-token-{base62:80}»'",
    "one character short: xai-{base62:79}",
    "xai-your-api-key-here, xai-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
