import type { Detector } from "../detector.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person (`pat_`) and of a service (`sat_`): 64 letters and digits. https://www.coze.com/open/docs/developer_guides/pat
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const cozeToken: Detector = tokenDetector({
  id: "secret/coze-token",
  summary: "Coze access token",
  remedy:
    "Delete it under “API tokens” at https://www.coze.com/open/oauth/pats, and read a new one from the environment.",
  behind: { run: "token", least: 64 },
  prefixes: ["pat_", "sat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))[ps]at_[A-Za-z0-9]{64}(?![\w-])/g,
  isGenuine: (_, value) => isMixed(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "COZE_API_TOKEN=«pat_{base62:64}»",
    '"Authorization": "Bearer «sat_{base62:64}»"',
    "one character short: pat_{base62:63}; a hash behind it: pat_{hex:64}; the end of a name: github_pat_{base62:64}",
  ],
});
