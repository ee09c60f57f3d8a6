import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of service users (`cog_`), of a person (`apk_user_`) and of an organization (`apk_`). https://docs.devin.ai/api-reference/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const devinKey: Detector = tokenDetector({
  id: "secret/devin-key",
  summary: "Devin API key",
  remedy: "Revoke it in the settings at https://app.devin.ai, and read a new one from the environment.",
  literals: ["cog_", "apk_"],
  behind: { run: "token", least: 36 },
  prefixes: ["cog_", "apk_user_", "apk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:cog|apk(?:_user)?)_[A-Za-z0-9-]{36,240}={0,2}(?![\w=-])/g,
  isGenuine: (_, value) => /\d/.test(value) && isRandom(value),
  examples: [
    "DEVIN_API_KEY=«cog_{lower32:52}», «apk_{base62:36}»",
    'curl -H "Authorization: Bearer «apk_{base62:48}»" https://api.devin.ai/v1/sessions',
    "DEVIN_API_KEY=«apk_user_{base62:70}==»",
    "cog_{lower32:30}, incog_{lower32:52}, apk_user_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
