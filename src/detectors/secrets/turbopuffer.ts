import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `tpuf_` and 32 letters and digits. https://turbopuffer.com/docs/byoc/operations */
export const turbopufferKey: Detector = tokenDetector({
  id: "secret/turbopuffer-key",
  summary: "turbopuffer API key",
  remedy: "Delete it at https://turbopuffer.com/dashboard, and read a new one from TURBOPUFFER_API_KEY.",
  prefixes: ["tpuf_"],
  pattern: /(?<![\w-](?<!\\[nrt]))tpuf_[A-Za-z0-9]{32}(?![\w-])/g,
  examples: [
    "TURBOPUFFER_API_KEY=«tpuf_{base62:32}»",
    "tpuf_{base62:31}, tpuf_{base62:33}, tpuf_A1..., outpuf_{base62:32}, tpuf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
