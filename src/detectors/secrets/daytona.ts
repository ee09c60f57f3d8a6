import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys: 64 hexadecimal digits. https://www.daytona.io/docs/en/api-keys/ */
export const daytonaKey: Detector = tokenDetector({
  id: "secret/daytona-key",
  summary: "Daytona API key",
  remedy: "Revoke it at https://app.daytona.io/dashboard/keys, and read a new one from the environment.",
  prefixes: ["dtn_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))dtn_[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "DAYTONA_API_KEY=«dtn_{hex:64}»",
    'new Daytona({ apiKey: "«dtn_{hex:64}»" })',
    "dtn_{hex:63}, dtn_{hex:65}, adtn_{hex:64}",
    "dtn_your_key_here, dtn_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
