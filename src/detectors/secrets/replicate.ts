import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** 40 characters: `r8_` and 37 letters and digits. https://replicate.com/docs/topics/security/api-tokens */
export const replicateToken: Detector = tokenDetector({
  id: "secret/replicate-token",
  summary: "Replicate API token",
  remedy: "Delete it at https://replicate.com/account/api-tokens, and read a new one from the environment.",
  behind: { run: "token", least: 37 },
  prefixes: ["r8_"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))r8_[A-Za-z0-9]{37}(?![\w-])/g,
  examples: [
    "REPLICATE_API_TOKEN=«r8_{base62:37}»",
    'new Replicate({ auth: "«r8_{base62:37}»" })',
    "Authorization: Bearer «r8_{base62:37}»",
    "one character short: r8_{base62:36}",
    "utf8_{base62:37}, r8_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
