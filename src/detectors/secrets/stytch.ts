import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Rotate it under “Project ID & API keys” at https://stytch.com/dashboard, and read the new one from the environment.";

/**
 * Secrets of a live project: 26 bytes in base64url. https://stytch.com/docs/resources/workspace-management/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const stytchSecret: Detector = tokenDetector({
  id: "secret/stytch-secret",
  summary: "Stytch live secret",
  remedy,
  prefixes: ["secret-live-"],
  pattern: /(?<![\w-](?<!\\[nrt]))secret-live-[\w-]{32,48}={0,2}(?![\w=-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "STYTCH_SECRET=«secret-live-{base64url:35}=»",
    'new stytch.Client({ project_id: "project-live-{uuid}", secret: "«secret-live-{base64url:35}=»" })',
    "curl -u 'project-live-{uuid}:«secret-live-{base64url:35}=»' https://api.stytch.com/v1/users",
    "public: project-live-{uuid}; too short: secret-live-{base64url:31}",
    "secret-live-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=, secret-live-rotation-of-keys-in-production",
  ],
});

/** The same of a test project, which has no real users. */
export const stytchTestSecret: Detector = tokenDetector({
  id: "secret/stytch-test-secret",
  summary: "Stytch test secret",
  remedy,
  prefixes: ["secret-test-"],
  pattern: /(?<![\w-](?<!\\[nrt]))secret-test-[\w-]{32,48}={0,2}(?![\w=-])/g,
  isGenuine: (_, value) => isRandom(value),
  confidence: testMode,
  examples: [
    "STYTCH_SECRET=«secret-test-{base64url:35}=»",
    '"secret": "«secret-test-{base64url:35}=»",',
    "too short: secret-test-{base64url:31}, test-secret-test-secret-test-secret-test-secret",
    "secret-test-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=, secret-test-value-that-is-never-sent-anywhere",
  ],
});
