import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `bxt_` and letters and digits. https://developer.brex.com/docs/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const brexToken: Detector = tokenDetector({
  id: "secret/brex-token",
  summary: "Brex user token",
  remedy: "Revoke it at https://dashboard.brex.com/settings/developer, and read a new one from the environment.",
  behind: { run: "token", least: 36 },
  prefixes: ["bxt_"],
  pattern: /(?<![\w-](?<!\\[nrt]))bxt_[A-Za-z0-9]{36,64}(?![\w-])/g,
  examples: [
    "BREX_TOKEN=«bxt_{base62:44}»",
    "Authorization: Bearer «bxt_{base62:40}»",
    "bxt_{base62:35}, abxt_{base62:44}, bxt_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
