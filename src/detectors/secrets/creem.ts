import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy = "Roll it at https://www.creem.io/dashboard/developers, and read the new one from the environment.";

/**
 * Keys of the live mode, in base58: 22 characters. https://docs.creem.io/api-reference/introduction
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const creemKey: Detector = tokenDetector({
  id: "secret/creem-key",
  summary: "Creem API key",
  remedy,
  behind: { run: "token", least: 20 },
  prefixes: ["creem_"],
  pattern: /(?<![\w-](?<!\\[nrt]))creem_[1-9A-HJ-NP-Za-km-z]{20,32}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "CREEM_API_KEY=«creem_{base58:22}»",
    'curl -H "x-api-key: «creem_{base58:22}»" https://api.creem.io/v1/products',
    '{ "apiKey": "«creem_{base58:21}»" }',
    "creem_{base58:19}, screem_{base58:22}, creem_subscriptionwebhookid",
    "creem_xxxxxxxxxxxxxxxxxxxxxx, CREEM_API_KEY=creem_your_api_key_here",
  ],
});

/** The same of the test mode, which moves no money. */
export const creemTestKey: Detector = tokenDetector({
  id: "secret/creem-test-key",
  summary: "Creem test API key",
  remedy,
  prefixes: ["creem_test_"],
  pattern: /(?<![\w-](?<!\\[nrt]))creem_test_[1-9A-HJ-NP-Za-km-z]{20,32}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  confidence: testMode,
  examples: [
    "CREEM_API_KEY=«creem_test_{base58:22}»",
    'createCreem({ apiKey: "«creem_test_{base58:21}»", testMode: true })',
    "creem_test_{base58:19}, creem_test_subscriptionwebhookid",
    "creem_test_xxxxxxxxxxxxxxxxxxxxxx, creem_test_local",
  ],
});
