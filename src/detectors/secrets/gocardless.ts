import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens: 40 characters. What begins with sandbox_ moves no money. https://developer.gocardless.com/getting-started/partners/connecting-your-users-accounts
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const gocardlessToken: Detector = tokenDetector({
  id: "secret/gocardless-token",
  summary: "GoCardless access token",
  remedy:
    "Revoke it at https://manage.gocardless.com/developers/access-tokens, and read a new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["live_"],
  pattern: /(?<![\w-](?<!\\[nrt]))live_[\w-]{40}(?![\w=-])/g,
  isGenuine: (_, value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "GOCARDLESS_ACCESS_TOKEN=«live_{base64url:40}»",
    'gocardless("«live_{base64url:40}»", constants.Environments.Live)',
    "Authorization: Bearer «live_{base64url:40}»",
    "live_{base64url:39}, live_{base64url:41}, pk_live_{base64url:40}, live_{hex:40}",
    "live_update_of_the_same_length_as_the_tokens__, live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
