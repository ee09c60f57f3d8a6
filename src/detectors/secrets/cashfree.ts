import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Client secrets of production: `cfsk_ma_prod_`, 32 hexadecimal digits and 8 more. Those of the test mode, `cfsk_ma_test_`, move no money.
 * https://www.cashfree.com/docs/api-reference/authentication
 */
export const cashfreeSecret: Detector = tokenDetector({
  id: "secret/cashfree-secret",
  summary: "Cashfree client secret",
  remedy:
    "Regenerate it under “Developers”, “API Keys” at https://merchant.cashfree.com, and read it from the environment.",
  prefixes: ["cfsk_ma_prod_"],
  pattern: /(?<![\w-](?<!\\[nrt]))cfsk_ma_prod_[0-9a-f]{32}_[0-9a-f]{8}(?![\w-])/g,
  examples: [
    "CASHFREE_SECRET_KEY=«cfsk_ma_prod_{hex:32}_{hex:8}»",
    "x-client-secret: «cfsk_ma_prod_{hex:32}_{hex:8}»",
    "of the test mode: cfsk_ma_test_{hex:32}_{hex:8}",
    "one digit short: cfsk_ma_prod_{hex:32}_{hex:7}, cfsk_ma_prod_{hex:31}_{hex:8}",
    "cfsk_ma_prod_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxx",
  ],
});
