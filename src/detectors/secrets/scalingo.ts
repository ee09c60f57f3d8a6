import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person: 48 characters of base64url. https://developers.scalingo.com/tokens
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const scalingoToken: Detector = tokenDetector({
  id: "secret/scalingo-token",
  summary: "Scalingo API token",
  remedy: "Delete it at https://dashboard.scalingo.com/account/tokens, and read a new one from the environment.",
  prefixes: ["tk-us-"],
  pattern: /(?<![\w-](?<!\\[nrt]))tk-us-[\w-]{48}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "SCALINGO_API_TOKEN=«tk-us-{base64url:48}»",
    'scalingo.clientFromToken("«tk-us-{base64url:48}»")',
    "curl -u :«tk-us-{base64url:48}» https://auth.scalingo.com/v1/tokens/exchange",
    "tk-us-{base64url:47}, tk-us-{base64url:49}, stk-us-{base64url:48}",
    "tk-us-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, tk-us-a-name-of-words-that-has-the-very-same-length-here",
  ],
});
