import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

/** Secret keys: 19 small letters and digits. A public key (`pkey_`) is made to be seen. https://docs.omise.co/ja/api-authentication */
export const omiseKey: Detector = tokenDetector({
  id: "secret/omise-key",
  summary: "Omise secret key",
  remedy: "Roll it at https://dashboard.omise.co, and read a new one from the environment.",
  behind: { run: "token", least: 19 },
  prefixes: ["skey_"],
  pattern: /(?<![\w-](?<!\\[nrt]))skey_[0-9a-z]{19}(?![\w-])/g,
  isGenuine: isDrawn,
  examples: [
    "OMISE_SECRET_KEY=«skey_5{lower36:18}»",
    "made to be seen: pkey_5{lower36:18}; of the test mode: skey_test_5{lower36:18}",
    "skey_5{lower36:17}, maskey_5{lower36:18}, skey_xxxxxxxxxxxxxxxxxxx",
  ],
});

/** The same of the test mode, where no money moves. */
export const omiseTestKey: Detector = tokenDetector({
  id: "secret/omise-test-key",
  summary: "Omise test secret key",
  remedy: "Roll it at https://dashboard.omise.co, and read it from the environment as the live one.",
  prefixes: ["skey_test_"],
  pattern: /(?<![\w-](?<!\\[nrt]))skey_test_[0-9a-z]{19}(?![\w-])/g,
  isGenuine: isDrawn,
  confidence: testMode,
  examples: ["OMISE_SECRET_KEY=«skey_test_5{lower36:18}»", "skey_test_5{lower36:17}, skey_test_xxxxxxxxxxxxxxxxxxx"],
});

function isDrawn(secret: string, value: string): boolean {
  return (value.match(/\d/g) ?? []).length >= 2 && isRandom(value) && !isDocumented(secret);
}
