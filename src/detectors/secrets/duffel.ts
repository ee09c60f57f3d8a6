import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Delete it under “Developers”, “Access tokens” at https://app.duffel.com, and read a new one from the environment.";

/** `duffel_live_` and 32 bytes in base64url: whoever has it books flights. https://duffel.com/docs/api/overview/test-mode */
export const duffelToken: Detector = tokenDetector({
  id: "secret/duffel-token",
  summary: "Duffel access token",
  remedy,
  prefixes: ["duffel_live_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))duffel_live_[\w-]{43}(?![\w-])/g,
  examples: [
    "DUFFEL_ACCESS_TOKEN=«duffel_live_{base64url:43}»",
    'new Duffel({ token: "«duffel_live_{base64url:43}»" })',
    "one character short: duffel_live_{base64url:42}",
    "duffel_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, duffel_live_access_token",
  ],
});

/** The same of the sandbox, which books nothing. */
export const duffelTestToken: Detector = tokenDetector({
  id: "secret/duffel-test-token",
  summary: "Duffel test access token",
  remedy,
  prefixes: ["duffel_test_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))duffel_test_[\w-]{43}(?![\w-])/g,
  confidence: testMode,
  examples: [
    "Authorization: Bearer «duffel_test_{base64url:43}»",
    "one character short: duffel_test_{base64url:42}",
    "duffel_test_..., duffel_test_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
