import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `z_1`, what base64 makes of a project's id (`uuid":"…"}`), and a signature of 64 bytes. https://help.getzep.com/quickstart
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const zepKey: Detector = tokenDetector({
  id: "secret/zep-key",
  summary: "Zep API key",
  remedy: "Delete it in the settings of the project at https://app.getzep.com, and read a new one from ZEP_API_KEY.",
  prefixes: ["z_1dWlkIjoi"],
  pattern: /(?<![\w-](?<!\\[nrt]))z_1dWlkIjoi[A-Za-z0-9]{48}In0\.[\w-]{86}(?![\w-])/g,
  examples: [
    "ZEP_API_KEY=«z_1dWlkIjoi{encode:base64}{uuid}{end}In0.{base64url:86}»",
    "new ZepClient({ apiKey: '«z_1dWlkIjoi{encode:base64}{uuid}{end}In0.{base64url:86}»' })",
    "z_1dWlkIjoi{encode:base64}{uuid}{end}In0.{base64url:85}, z_1dWlkIjoi{encode:base64}{uuid}{end}In0...",
  ],
});
