import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `api_`, 22 letters and digits, a dot, and 22 more. https://developer.close.com/topics/authentication/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const closeKey: Detector = tokenDetector({
  id: "secret/close-key",
  summary: "Close API key",
  remedy: "Delete it at https://app.close.com/settings/developer, and read a new one from the environment.",
  behind: { run: "value", least: 45, holds: "." },
  prefixes: ["api_"],
  reach: { before: 8, after: 64 },
  pattern: /(?<![\w.-](?<!\\[nrt]))api_[A-Za-z0-9]{22}\.[A-Za-z0-9]{22}(?![\w-])/g,
  isGenuine: isMixed,
  examples: [
    "the import runs with «api_{base62:22}.{base62:22}», which I made today",
    "CLOSE_API_KEY=«api_{base62:22}.{base62:22}»",
    'new Closeio("«api_{base62:22}.{base62:22}»")',
    "close:\n  key: «api_{base62:22}.{base62:22}»",
    "curl https://api.close.com/api/v1/me/ -u «api_{base62:22}.{base62:22}»:",
    "one character short: api_{base62:22}.{base62:21}; api_{lower:22}.{lower:22}, my_api_{base62:22}.{base62:22}",
    "api_xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxx",
  ],
});
