import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `xau_` and 33 letters and digits. https://xata.io/docs/concepts/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const xataKey: Detector = tokenDetector({
  id: "secret/xata-key",
  summary: "Xata API key",
  remedy: "Delete it at https://app.xata.io/settings, and read a new one from XATA_API_KEY.",
  behind: { run: "token", least: 30 },
  prefixes: ["xau_"],
  pattern: /(?<![\w-](?<!\\[nrt]))xau_[A-Za-z0-9]{30,40}(?![\w-])/g,
  isGenuine: isMixed,
  examples: [
    "the key is «xau_{base62:33}», only for the branch",
    "XATA_API_KEY=«xau_{base62:33}»",
    'new XataClient({ apiKey: "«xau_{base62:33}»" })',
    "-H 'Authorization: Bearer «xau_{base62:33}»'",
    "postgresql://acme:«xau_{base62:33}»@eu-central-1.sql.xata.sh/shop:main",
    "too short: xau_{base62:29}; the end of a name: test_xau_{base62:33}; digits alone: xau_{digits:33}",
    "xau_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, STRATEGY_XAU_LIQUIDITY_RECLAIM",
  ],
});
