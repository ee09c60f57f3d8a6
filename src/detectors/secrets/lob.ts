import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy = "Roll it at https://dashboard.lob.com/settings/api-keys, and read the new one from the environment.";

/** Secret keys: 35 hexadecimal digits. `live_pub_` is public. https://docs.lob.com/#tag/Authentication */
export const lobKey: Detector = tokenDetector({
  id: "secret/lob-key",
  summary: "Lob API key",
  remedy,
  prefixes: ["live_"],
  pattern: /(?<![\w-](?<!\\[nrt]))live_[0-9a-f]{35}(?![\w-])/g,
  behind: { run: "token", least: 35 },
  confidence: 0.9,
  examples: [
    "LOB_API_KEY=«live_{hex:35}»",
    "curl https://api.lob.com/v1/letters -u «live_{hex:35}»:",
    'const Lob = require("lob")("«live_{hex:35}»");',
    "live_{hex:34}, live_{hex:36}, live_pub_{hex:31}, sk_live_{hex:35}",
    "live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, live_00000000000000000000000000000000000",
  ],
});

/** The same for tests, with which nothing is sent. */
export const lobTestKey: Detector = tokenDetector({
  id: "secret/lob-test-key",
  summary: "Lob test API key",
  remedy,
  prefixes: ["test_"],
  pattern: /(?<![\w-](?<!\\[nrt]))test_[0-9a-f]{35}(?![\w-])/g,
  behind: { run: "token", least: 35 },
  isGenuine: (secret) => !isDocumented(secret),
  confidence: testMode,
  examples: [
    "lob.api_key = '«test_{hex:35}»'",
    "LOB_TEST_API_KEY=«test_{hex:35}»",
    "test_{hex:34}, test_{hex:36}, test_{hex:40}, latest_{hex:35}",
    "test_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, test_pub_{hex:31}",
  ],
});
