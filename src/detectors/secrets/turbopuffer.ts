import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `tpuf_` and letters and digits. https://turbopuffer.com/docs/auth
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const turbopufferKey: Detector = tokenDetector({
  id: "secret/turbopuffer-key",
  summary: "turbopuffer API key",
  remedy: "Delete it at https://turbopuffer.com/dashboard, and read a new one from TURBOPUFFER_API_KEY.",
  literals: ["tpuf_"],
  prefixes: ["tpuf_"],
  pattern: /(?<![\w-](?<!\\[nrt]))tpuf_[A-Za-z0-9]{28,64}(?![\w-])/g,
  examples: [
    "TURBOPUFFER_API_KEY=«tpuf_{base62:32}»",
    "tpuf_{base62:20}, tpuf_A1..., outpuf_{base62:32}, tpuf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
