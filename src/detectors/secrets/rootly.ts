import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the API: 64 hexadecimal digits. https://docs.rootly.com/api-reference/overview
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const rootlyKey: Detector = tokenDetector({
  id: "secret/rootly-key",
  summary: "Rootly API key",
  remedy:
    "Delete it under “API Keys” in the organization's settings at https://rootly.com, and read a new one from the environment.",
  prefixes: ["rootly_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))rootly_[0-9a-f]{64}(?![\w-])/g,
  behind: { run: "token", least: 64 },
  examples: [
    "ROOTLY_API_TOKEN=«rootly_{hex:64}»",
    'Authorization: "Bearer «rootly_{hex:64}»"',
    'provider "rootly" {\n  api_token = "«rootly_{hex:64}»"\n}',
    "rootly_{hex:63}, rootly_{hex:65}, grootly_{hex:64}",
    "rootly_create_communications_stage, rootly_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
