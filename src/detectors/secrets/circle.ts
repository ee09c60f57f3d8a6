import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

/** An id and a secret of 32 hexadecimal digits. https://developers.circle.com/w3s/keys */
export const circleKey: Detector = tokenDetector({
  id: "secret/circle-key",
  summary: "Circle API key",
  remedy: "Revoke it at https://console.circle.com/api-keys, and read a new one from the environment.",
  prefixes: ["LIVE_API_KEY:"],
  pattern: /(?<![\w-](?<!\\[nrt]))LIVE_API_KEY:[0-9a-f]{32}:[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "CIRCLE_API_KEY=«LIVE_API_KEY:{hex:32}:{hex:32}»",
    "LIVE_API_KEY:{hex:32}, LIVE_API_KEY: {hex:32}:{hex:31}",
  ],
});

/** The same of the sandbox, where no money moves. */
export const circleTestKey: Detector = tokenDetector({
  id: "secret/circle-test-key",
  summary: "Circle sandbox API key",
  remedy: "Revoke it at https://console.circle.com/api-keys, and read a new one from the environment.",
  prefixes: ["TEST_API_KEY:"],
  pattern: /(?<![\w-](?<!\\[nrt]))TEST_API_KEY:[0-9a-f]{32}:[0-9a-f]{32}(?![\w-])/g,
  confidence: testMode,
  examples: ["CIRCLE_API_KEY=«TEST_API_KEY:{hex:32}:{hex:32}»", "TEST_API_KEY:{hex:32}, TEST_API_KEY:<id>:<secret>"],
});
