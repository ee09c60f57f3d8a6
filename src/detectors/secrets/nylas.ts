import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of an application, which open all mailboxes that are connected with it: 64 letters and digits. https://developer.nylas.com/docs/v3/auth/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const nylasKey: Detector = tokenDetector({
  id: "secret/nylas-key",
  summary: "Nylas API key",
  remedy:
    "Delete it under “API Keys” of the application at https://dashboard-v3.nylas.com, and read a new one from the environment.",
  prefixes: ["nyk_v0_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))nyk_v0_[A-Za-z0-9]{64}(?![\w-])/g,
  examples: [
    "NYLAS_API_KEY=«nyk_v0_{base62:64}»",
    'new Nylas({ apiKey: "«nyk_v0_{base62:64}»" })',
    "Authorization: Bearer «nyk_v0_{base62:64}»",
    "nyk_v0_{base62:63}, nyk_v0_{base62:65}, nyk_{base62:64}",
    "nyk_v0_xxxxxxxxxxxxxxxxxxxxx, nyk_v0_your-api-key",
  ],
});
