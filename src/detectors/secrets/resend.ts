import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** `re_`, an id of 8 characters and a secret of 24. https://resend.com/docs/api-reference/api-keys/create-api-key */
export const resendKey: Detector = tokenDetector({
  id: "secret/resend-key",
  summary: "Resend API key",
  remedy: "Delete it at https://resend.com/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 33 },
  prefixes: ["re_"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?![\w-])/g,
  // Names of functions have the shape too: re_compiled_…
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  examples: [
    "RESEND_API_KEY=«re_{base62:8}_{base62:24}»",
    'const resend = new Resend("«re_{base62:8}_{base62:24}»");',
    "Authorization: Bearer «re_{base62:8}_{base62:24}»",
    "one character short: re_{base62:8}_{base62:23}",
    "re_compiled_expressionsofthelastpage, core_{base62:8}_{base62:24}",
    "re_123456789, re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
