import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the second version: `sk_V2_hgu_`, eleven letters and digits, and 32 more. https://docs.heygen.com/docs/quick-start
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const heygenKey: Detector = tokenDetector({
  id: "secret/heygen-key",
  summary: "HeyGen API key",
  remedy: "Replace it at https://app.heygen.com/settings, and read the new one from the environment.",
  prefixes: ["sk_V2_hgu_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_V2_hgu_[A-Za-z0-9]{8,16}_[A-Za-z0-9]{32}(?![\w-])/g,
  examples: [
    "HEYGEN_API_KEY=«sk_V2_hgu_k{base62:10}_{base62:32}»",
    "'X-Api-Key': '«sk_V2_hgu_k{base62:10}_{base62:32}»'",
    "sk_V2_hgu_k{base62:10}_{base62:31}, sk_V2_hgu_{base62:11}, sk_V2_hgu_...",
  ],
});
