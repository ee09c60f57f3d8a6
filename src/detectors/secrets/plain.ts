import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a machine user: 32 bytes in base64url. https://www.plain.com/docs/api-reference/graphql/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const plainKey: Detector = tokenDetector({
  id: "secret/plain-key",
  summary: "Plain API key",
  remedy:
    "Delete it under “Machine users” in the settings at https://app.plain.com, and read a new one from the environment.",
  prefixes: ["plainApiKey_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))plainApiKey_[\w-]{40,64}(?![\w-])/g,
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  examples: [
    "PLAIN_API_KEY=«plainApiKey_{base64url:43}»",
    'new PlainClient({ apiKey: "«plainApiKey_{base64url:43}»" })',
    "Authorization: Bearer «plainApiKey_{base64url:43}»",
    "plainApiKey_{base64url:39}, explainApiKey_{base64url:43}",
    "plainApiKey_your_key_here, plainApiKey_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
