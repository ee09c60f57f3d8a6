import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Regenerate it under “Settings”, “APIs” at https://app.flutterwave.com/dashboard/settings/apis, and read the new one from the environment.";

/** Secret keys: 32 hexadecimal digits, in newer ones a second part, and `X`. Public ones are `FLWPUBK`. https://developer.flutterwave.com/v3.0/docs/authentication */
export const flutterwaveKey: Detector = tokenDetector({
  id: "secret/flutterwave-key",
  summary: "Flutterwave secret key",
  remedy,
  prefixes: ["FLWSECK-"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))FLWSECK-[0-9a-f]{32}(?:-[0-9a-z]{8,16})?-X(?![\w-])/g,
  examples: [
    "FLW_SECRET_KEY=«FLWSECK-{hex:32}-X»",
    "Authorization: Bearer «FLWSECK-{hex:32}-18{hex:9}vt-X»",
    "public: FLWPUBK-{hex:32}-X; one digit short: FLWSECK-{hex:31}-X",
    "FLWSECK-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-X",
  ],
});

/** The same of the sandbox, which moves no money. */
export const flutterwaveTestKey: Detector = tokenDetector({
  id: "secret/flutterwave-test-key",
  summary: "Flutterwave test secret key",
  remedy,
  prefixes: ["FLWSECK_TEST-"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))FLWSECK_TEST-[0-9a-f]{32}-X(?![\w-])/g,
  confidence: testMode,
  examples: [
    "'secret' => '«FLWSECK_TEST-{hex:32}-X»',",
    "public: FLWPUBK_TEST-{hex:32}-X; one digit short: FLWSECK_TEST-{hex:31}-X",
    "FLWSECK_TEST-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-X, FLWSECK_TEST-fake",
  ],
});
