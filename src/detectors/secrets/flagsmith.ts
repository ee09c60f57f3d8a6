import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Of servers: `ser.` and a UUID in 22 letters and digits. Without it the key of an environment is made to be seen. https://github.com/Flagsmith/flagsmith/blob/main/api/environments/api_keys.py */
export const flagsmithKey: Detector = tokenDetector({
  id: "secret/flagsmith-key",
  summary: "Flagsmith server-side environment key",
  remedy:
    "Delete it in the settings of the environment at https://app.flagsmith.com, and read a new one from the environment.",
  behind: { run: "token", least: 22 },
  prefixes: ["ser."],
  pattern: /(?<![\w.-](?<!\\[nrt]))ser\.[1-9A-HJ-NP-Za-km-z]{22}(?![\w.(-])/g,
  isGenuine: (secret, value) =>
    /\d/.test(value) && /[A-Z].*[A-Z]/.test(value) && isRandom(value) && !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "FLAGSMITH_SERVER_KEY=«ser.2k{base58:20}»",
    "new Flagsmith({ environmentKey: '«ser.2k{base58:20}»' })",
    "ser.{base62:21}, user.{base58:22}, ser.readNextObjectFromStream, this.ser.{base58:22}",
  ],
});
