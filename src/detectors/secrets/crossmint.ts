import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Server-side keys, in base58. What begins with `ck_` is made to be seen. https://docs.crossmint.com/introduction/platform/api-keys/server-side
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const crossmintKey: Detector = tokenDetector({
  id: "secret/crossmint-key",
  summary: "Crossmint server-side API key",
  remedy: "Delete it in the console (https://www.crossmint.com/console), and read a new one from the environment.",
  literals: ["sk_production_", "sk_staging_"],
  prefixes: ["sk_production_", "sk_staging_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_(?:production|staging)_[1-9A-HJ-NP-Za-km-z]{60,260}(?![\w-])/g,
  examples: [
    "CROSSMINT_SERVER_SIDE_API_KEY=«sk_production_{base58:170}»",
    "X-API-KEY: «sk_staging_{base58:170}»",
    "made to be seen: ck_production_{base58:170}",
    "sk_staging_{base58:59}, sk_production_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
