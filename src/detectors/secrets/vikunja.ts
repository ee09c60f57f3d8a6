import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `tk_` and twenty bytes in hexadecimal digits. https://github.com/go-vikunja/vikunja/blob/main/pkg/models/api_tokens.go */
export const vikunjaToken: Detector = tokenDetector({
  id: "secret/vikunja-token",
  summary: "Vikunja API token",
  remedy: "Delete it under “API Tokens” in the settings, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 40 },
  prefixes: ["tk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))tk_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "VIKUNJA_TOKEN=«tk_{hex:40}»",
    "Authorization: Bearer «tk_{hex:40}»",
    "tk_{hex:39}, gtk_{hex:40}, tk_0000000000000000000000000000000000000000",
  ],
});
