import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a shop's REST API: `ck_` and `cs_`, each with 40 hexadecimal digits. https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication */
export const woocommerceKey: Detector = tokenDetector({
  id: "secret/woocommerce-key",
  summary: "WooCommerce API key",
  remedy:
    "Revoke it in the shop under WooCommerce, Settings, Advanced, REST API, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 40 },
  prefixes: ["ck_", "cs_"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))c[ks]_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "the shop's are «ck_{hex:40}» and «cs_{hex:40}»",
    "WC_CONSUMER_SECRET=«cs_{hex:40}»",
    'new WooCommerceRestApi({ consumerKey: "«ck_{hex:40}»", consumerSecret: "«cs_{hex:40}»" })',
    "curl https://shop.acme.example/wp-json/wc/v3/orders -u «ck_{hex:40}»:«cs_{hex:40}»",
    "https://shop.acme.example/wp-json/wc/v3/orders?consumer_key=«ck_{hex:40}»&consumer_secret=«cs_{hex:40}»",
    "one digit short: cs_{hex:39}; the end of a name: docs_{hex:40}, check_{hex:40}",
    "a session of Stripe's Checkout: cs_live_{base62:58}; cs_0000000000000000000000000000000000000000",
  ],
});
