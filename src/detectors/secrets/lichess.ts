import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of a person (`lip_`) and of OAuth (`lio_`). https://lichess.org/api#section/Introduction/Authentication ·
 * https://github.com/lichess-org/lila/blob/master/modules/oauth/src/main/AccessToken.scala
 */
export const lichessToken: Detector = tokenDetector({
  id: "secret/lichess-token",
  summary: "Lichess access token",
  remedy: "Delete it at https://lichess.org/account/oauth/token, and read a new one from the environment.",
  behind: { run: "token", least: 20 },
  prefixes: ["lip_", "lio_"],
  pattern: /(?<![\w-](?<!\\[nrt]))li[op]_[A-Za-z0-9]{20,32}(?![\w-])/g,
  isGenuine: (_, value) => /\d/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  examples: [
    "LICHESS_API_TOKEN=«lip_{base62:20}»",
    "Authorization: Bearer «lio_{base62:32}»",
    "lip_{base62:19}, clip_{base62:20}, lip_xxxxxxxxxxxxxxxxxxxx, lip_cornerPullerLeftUpper",
  ],
});
