import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `tgp_v1_` and 43 characters of base64url. https://docs.together.ai/docs/quickstart */
export const togetherKey: Detector = tokenDetector({
  id: "secret/together-key",
  summary: "Together AI API key",
  remedy: "Delete it at https://api.together.ai/settings/api-keys, and read a new one from the environment.",
  prefixes: ["tgp_v1_"],
  pattern: /(?<![\w-](?<!\\[nrt]))tgp_v1_[\w-]{43}(?![\w-])/g,
  examples: [
    "TOGETHER_API_KEY=«tgp_v1_{base64url:43}»",
    'Together(api_key="«tgp_v1_{base64url:43}»")',
    "Authorization: Bearer «tgp_v1_{base64url:43}»",
    "one character short: tgp_v1_{base64url:42}",
    "tgp_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
