import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens (`pina_`) and what refreshes them (`pinr_`): 96 letters and digits of base32 and more. https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const pinterestToken: Detector = tokenDetector({
  id: "secret/pinterest-token",
  summary: "Pinterest access token",
  remedy:
    "Reset the app's secret at https://developers.pinterest.com/apps/, have the person authorize the app again, and keep the new token in a secret store.",
  behind: { run: "token", least: 80 },
  prefixes: ["pina_", "pinr_"],
  pattern: /(?<![\w-](?<!\\[nrt]))pin[ar]_[A-Z2-7]{80,240}(?![\w-])/g,
  examples: [
    "pins are posted with «pina_{base32:96}» now",
    "PINTEREST_ACCESS_TOKEN=«pina_{base32:96}»",
    '"refresh_token": "«pinr_{base32:96}»"',
    "-H 'Authorization: Bearer «pina_{base32:96}»'",
    "too short: pina_{base32:79}; small letters: pina_{lower32:96}; the end of a word: propina_{base32:96}",
    "pina_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
