import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

/** Secret keys: `prj_live_sk_` and 40 hexadecimal digits. Publishable ones have `pk` in place of `sk`. https://docs.radar.com/api#authentication */
const shape = {
  summary: "Radar secret key",
  remedy: "Regenerate it at https://radar.com/dashboard/settings, and read it from the environment.",
};

export const radarKey: Detector = tokenDetector({
  id: "secret/radar-key",
  ...shape,
  prefixes: ["prj_live_sk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))prj_live_sk_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "RADAR_SECRET_KEY=«prj_live_sk_{hex:40}»",
    'curl "https://api.radar.io/v1/users" -H "Authorization: «prj_live_sk_{hex:40}»"',
    "publishable: prj_live_pk_{hex:40}; one digit short: prj_live_sk_{hex:39}",
    "prj_live_sk_0000000000000000000000000000000000000000",
  ],
});

export const radarTestKey: Detector = tokenDetector({
  id: "secret/radar-test-key",
  summary: "Radar secret key of the test mode",
  remedy: shape.remedy,
  prefixes: ["prj_test_sk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))prj_test_sk_[0-9a-f]{40}(?![\w-])/g,
  confidence: testMode,
  examples: [
    "RADAR_SECRET_KEY=«prj_test_sk_{hex:40}»",
    "publishable: prj_test_pk_{hex:40}; one digit short: prj_test_sk_{hex:39}",
  ],
});
