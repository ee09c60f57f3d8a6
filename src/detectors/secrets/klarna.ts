import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

/** Of the live system (`live`). https://docs.klarna.com/api/authentication/ */
export const klarnaKey: Detector = tokenDetector({
  id: "secret/klarna-key",
  summary: "Klarna API key",
  remedy: "Delete it in the merchant portal (https://portal.klarna.com), and read a new one from the environment.",
  prefixes: ["klarna_live_api_"],
  pattern: /(?<![\w-](?<!\\[nrt]))klarna_live_api_[\w+/-]{40,240}={0,2}(?![\w+/=-])/g,
  examples: [
    "KLARNA_API_KEY=«klarna_live_api_{base64:72}»",
    "curl -H 'Authorization: Basic «klarna_live_api_{base64url:80}»' https://api.klarna.com/payments/v1/sessions",
    "klarna_live_api_{base62:39}, klarna_live_api_<random>",
    "klarna_live_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** The same of the playground, where nobody pays. */
export const klarnaTestKey: Detector = tokenDetector({
  id: "secret/klarna-test-key",
  summary: "Klarna test API key",
  remedy: "Delete it in the merchant portal of the playground, and read a new one from the environment.",
  prefixes: ["klarna_test_api_"],
  pattern: /(?<![\w-](?<!\\[nrt]))klarna_test_api_[\w+/-]{40,240}={0,2}(?![\w+/=-])/g,
  confidence: testMode,
  examples: ["KLARNA_API_KEY=«klarna_test_api_{base64:72}»", "klarna_test_api_{base62:39}, klarna_test_api_..."],
});
