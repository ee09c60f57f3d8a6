import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `sm_`, an organization's id of 22 letters and digits, and 64 more. https://supermemory.ai/docs/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const supermemoryKey: Detector = tokenDetector({
  id: "secret/supermemory-key",
  summary: "Supermemory API key",
  remedy: "Delete it at https://console.supermemory.ai, and read a new one from SUPERMEMORY_API_KEY.",
  behind: { run: "token", least: 87 },
  prefixes: ["sm_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sm_[A-Za-z0-9]{22}_[A-Za-z0-9]{64}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(26)),
  examples: [
    "SUPERMEMORY_API_KEY=«sm_{base62:22}_{base62:64}»",
    "Authorization: Bearer «sm_{base62:22}_{base62:64}»",
    "sm_{base62:22}_{base62:63}, prism_{base62:22}_{base62:64}, sm_your_api_key_here",
  ],
});
