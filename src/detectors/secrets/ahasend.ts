import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API keys: `aha-sk-` and 64 characters. https://ahasend.com/docs/api-reference/introduction */
export const ahasendKey: Detector = tokenDetector({
  id: "secret/ahasend-key",
  summary: "AhaSend API key",
  remedy: "Delete it in the account's dashboard at https://dash.ahasend.com, and read a new one from the environment.",
  prefixes: ["aha-sk-"],
  pattern: /(?<![\w-](?<!\\[nrt]))aha-sk-[\w-]{64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "AHASEND_API_KEY=«aha-sk-{base62:64}»",
    "curl -H 'Authorization: Bearer «aha-sk-{base64url:64}»' https://api.ahasend.com/v2/ping",
    "one character short: aha-sk-{base62:63}",
    "aha-sk-64-CHARACTER-RANDOM-STRING, aha-sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
