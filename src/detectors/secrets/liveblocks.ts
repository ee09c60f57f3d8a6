import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Roll it under “API keys” of the project at https://liveblocks.io/dashboard, and read the new one from the environment.";

/**
 * Secret keys: 64 characters of base64url. `pk_prod_` is public. https://liveblocks.io/docs/authentication/access-token
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const liveblocksKey: Detector = tokenDetector({
  id: "secret/liveblocks-key",
  summary: "Liveblocks secret key",
  remedy,
  prefixes: ["sk_prod_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_prod_[\w-]{64}(?![\w-])/g,
  behind: { run: "token", least: 64 },
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "LIVEBLOCKS_SECRET_KEY=«sk_prod_{base64url:64}»",
    'new Liveblocks({ secret: "«sk_prod_{base64url:64}»" })',
    'curl https://api.liveblocks.io/v2/rooms -H "Authorization: Bearer «sk_prod_{base64url:64}»"',
    "public: pk_prod_{base64url:64}; sk_prod_{base64url:63}, task_prod_{base64url:64}",
    "sk_prod_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, sk_prod_...",
  ],
});

/** The same of a project for development. */
export const liveblocksTestKey: Detector = tokenDetector({
  id: "secret/liveblocks-test-key",
  summary: "Liveblocks secret key for development",
  remedy,
  prefixes: ["sk_dev_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_dev_[\w-]{64}(?![\w-])/g,
  behind: { run: "token", least: 64 },
  isGenuine: (_, value) => isRandom(value),
  confidence: testMode,
  examples: [
    "LIVEBLOCKS_SECRET_KEY=«sk_dev_{base64url:64}»",
    'const liveblocks = new Liveblocks({ secret: "«sk_dev_{base64url:64}»" });',
    "public: pk_dev_{base64url:64}; one character short: sk_dev_{base64url:63}",
    "sk_dev_local_abcdef, sk_dev_xxxxx",
  ],
});
