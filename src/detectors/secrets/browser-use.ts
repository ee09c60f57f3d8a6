import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `bu_` and base64url. https://docs.browser-use.com/cloud/api-reference
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const browserUseKey: Detector = tokenDetector({
  id: "secret/browser-use-key",
  summary: "Browser Use API key",
  remedy: "Delete it at https://cloud.browser-use.com/settings, and read a new one from BROWSER_USE_API_KEY.",
  behind: { run: "token", least: 40 },
  prefixes: ["bu_"],
  pattern: /(?<![\w-](?<!\\[nrt]))bu_[\w-]{40,64}(?![\w-])/g,
  isGenuine: (_, value) => /\d/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  examples: [
    "BROWSER_USE_API_KEY=«bu_{base64url:43}»",
    "X-Browser-Use-API-Key: «bu_{base62:43}»",
    "bu_{base62:39}, zebu_{base64url:43}, bu_your_key_here",
    "bu_the_name_of_a_function_that_is_far_too_long_for_2",
  ],
});
