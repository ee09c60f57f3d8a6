import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys: an id, `EXO` and 24 hexadecimal digits, which shows the secret behind it, 43 characters of base64url.
 * https://community.exoscale.com/documentation/iam/quick-start/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const exoscaleSecret: Detector = tokenDetector({
  id: "secret/exoscale-secret",
  summary: "Exoscale API secret",
  remedy: "Revoke the key with `exo iam api-key delete`, and read a new one from the environment.",
  literals: ["EXO"],
  behind: { run: "hexadecimal", least: 24 },
  reach: { before: 8, after: 240 },
  pattern: /(?<![\w-](?<!\\[nrt]))EXO[0-9a-f]{24}(?![\w-])[^{}]{1,120}?(?<![\w-])(?<secret>[\w-]{43})(?![\w-])/dg,
  isGenuine: isRandom,
  confidence: 0.9,
  examples: [
    "the key is EXO{hex:24}, its secret «{base64url:43}»",
    "EXOSCALE_API_KEY=EXO{hex:24}\nEXOSCALE_API_SECRET=«{base64url:43}»",
    '{ "key": "EXO{hex:24}", "secret": "«{base64url:43}»" }',
    'account:\n  key: "EXO{hex:24}"\n  secret: "«{base62:43}»"',
    "an id alone: EXO{hex:24}",
    "one character short: EXO{hex:23} {base64url:43}, EXO{hex:24} {base64url:42}",
    "EXO{hex:24} xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, EXOSCALE_API_KEY=EXO...",
  ],
});
