import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API tokens: `csb_v1_` and 43 characters of base64url. https://codesandbox.io/docs/sdk */
export const codesandboxToken: Detector = tokenDetector({
  id: "secret/codesandbox-token",
  summary: "CodeSandbox API token",
  remedy: "Delete it at https://codesandbox.io/t/api, and read a new one from CSB_API_KEY.",
  prefixes: ["csb_v1_"],
  behind: { run: "token", least: 43 },
  pattern: /(?<![\w-](?<!\\[nrt]))csb_v1_[\w-]{43}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "CSB_API_KEY=«csb_v1_{base64url:43}»",
    'new CodeSandbox("«csb_v1_{base64url:43}»")',
    "one character short: csb_v1_{base64url:42}",
    "csb_v1_zokathra_spell_of_the_first_and_second_level.h, csb_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
