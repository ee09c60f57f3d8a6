import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of the Public API: 64 letters and digits. Sourcegraph's have the same prefix and are shorter. https://www.twilio.com/docs/segment/api/public-api
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const segmentToken: Detector = tokenDetector({
  id: "secret/segment-token",
  summary: "Segment Public API token",
  remedy:
    "Remove it under “Access Management”, “Tokens” in the workspace's settings at https://app.segment.com, and read a new one from the environment.",
  prefixes: ["sgp_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))sgp_[A-Za-z0-9]{64}(?![\w-])/g,
  behind: { run: "token", least: 64 },
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "SEGMENT_PUBLIC_API_TOKEN=«sgp_{base62:64}»",
    'curl https://api.segmentapis.com/ -H "Authorization: Bearer «sgp_{base62:64}»"',
    "public_api_token: «sgp_{base62:64}»",
    "sgp_{base62:63}, sgp_{base62:65}, of Sourcegraph: sgp_{hex:40}, msgp_{base62:64}",
    "sgp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, sgp_subzone",
  ],
});
