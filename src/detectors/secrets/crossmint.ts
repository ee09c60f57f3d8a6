import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Server-side keys: a project's id, a hash and a signature in base58, of some 216 characters. What begins with `ck_` is made to be seen.
 * https://github.com/Crossmint/crossmint-sdk/blob/main/packages/common/base/src/apiKey/validateAPIKey.ts
 */
export const crossmintKey: Detector = tokenDetector({
  id: "secret/crossmint-key",
  summary: "Crossmint server-side API key",
  remedy: "Delete it in the console (https://www.crossmint.com/console), and read a new one from the environment.",
  prefixes: ["sk_production_", "sk_staging_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_(?:production|staging)_[1-9A-HJ-NP-Za-km-z]{60,260}(?![\w-])/g,
  examples: [
    "CROSSMINT_SERVER_SIDE_API_KEY=«sk_production_{base58:216}»",
    "X-API-KEY: «sk_staging_{base58:216}»",
    "made to be seen: ck_production_{base58:216}",
    "sk_staging_{base58:59}, sk_production_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** What signs for wallets: whoever has it and the key moves their money. https://docs.crossmint.com/agents/stablecoin-wallet-quickstart */
export const crossmintSignerSecret: Detector = tokenDetector({
  id: "secret/crossmint-signer-secret",
  summary: "Crossmint signer secret",
  remedy: "Move what the wallets hold to such of a new secret, and read it from CROSSMINT_SIGNER_SECRET.",
  prefixes: ["xmsk1_"],
  pattern: /(?<![\w-](?<!\\[nrt]))xmsk1_[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "CROSSMINT_SIGNER_SECRET=«xmsk1_{hex:64}»",
    "signerSecret: '«xmsk1_{hex:64}»'",
    "xmsk1_{hex:63}, xmsk1_{hex:65}, cvmx_pcmx_rxmsk1_s, xmsk1_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
