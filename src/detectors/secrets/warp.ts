import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys with which agents run in Warp's cloud: `wk-1.` and 64 hexadecimal digits. https://docs.warp.dev/reference/cli/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const warpKey: Detector = tokenDetector({
  id: "secret/warp-key",
  summary: "Warp API key",
  remedy: "Delete it under “Platform” in Warp's settings, and read a new one from WARP_API_KEY.",
  prefixes: ["wk-1."],
  pattern: /(?<![\w.-](?<!\\[nrt]))wk-1\.[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "WARP_API_KEY=«wk-1.{hex:64}»",
    "curl -H 'Authorization: Bearer «wk-1.{hex:64}»' https://app.warp.dev/api/v1/agent/run",
    "wk-1.{hex:63}, wk-1.{hex:65}, wk-1.your-key-here",
  ],
});
