import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens: `ldpat_` and 32 hexadecimal digits. https://docs.lightdash.com/references/workspace/personal-tokens */
export const lightdashToken: Detector = tokenDetector({
  id: "secret/lightdash-token",
  summary: "Lightdash personal access token",
  remedy:
    "Delete it under “Personal access tokens” in Lightdash's settings, and read a new one from LIGHTDASH_API_KEY.",
  prefixes: ["ldpat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ldpat_[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "LIGHTDASH_API_KEY=«ldpat_{hex:32}»",
    "Authorization: ApiKey «ldpat_{hex:32}»",
    "one digit short: ldpat_{hex:31}",
    "fieldpat_equal, ldpat_00000000000000000000000000000000",
  ],
});
