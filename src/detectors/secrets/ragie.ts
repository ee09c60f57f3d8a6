import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API keys: `tnt_`, 11 letters and digits, `_`, 43 more. https://docs.ragie.ai/docs/authentication */
export const ragieKey: Detector = tokenDetector({
  id: "secret/ragie-key",
  summary: "Ragie API key",
  remedy: "Delete it at https://secure.ragie.ai/api-keys, and read a new one from the environment.",
  prefixes: ["tnt_"],
  behind: { run: "token", least: 55 },
  reach: { before: 8, after: 64 },
  pattern: /(?<![\w-](?<!\\[nrt]))tnt_[A-Za-z0-9]{11}_[A-Za-z0-9]{43}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(-43)) && !isDocumented(secret),
  examples: [
    "RAGIE_API_KEY=«tnt_{base62:11}_{base62:43}»",
    'Ragie(auth="«tnt_{base62:11}_{base62:43}»")',
    "one character short: tnt_{base62:11}_{base62:42}",
    "default_tnt_top, tnt_your_api_key, tnt_xxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
