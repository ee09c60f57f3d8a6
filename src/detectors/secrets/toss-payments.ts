import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secret keys of the live mode, of the interface (`live_sk_`) and the widget (`live_gsk_`). Those of clients have `ck` in it and are public;
 * those that begin with `test_` move no money. https://docs.tosspayments.com/reference/using-api/api-keys
 */
export const tossKey: Detector = tokenDetector({
  id: "secret/toss-payments-key",
  summary: "Toss Payments secret key",
  remedy: "Issue the key again at https://developers.tosspayments.com, and read it from the environment.",
  prefixes: ["live_sk_", "live_gsk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))live_g?sk_[A-Za-z0-9]{24,32}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "TOSS_SECRET_KEY=«live_sk_{base62:28}»",
    'const widgetSecretKey = "«live_gsk_{base62:28}»";',
    "of clients: live_ck_{base62:28}, live_gck_{base62:28}; of the test mode: test_sk_{base62:28}",
    "too short: live_sk_{base62:20}",
    "live_sk_xxxxxxxxxxxxxxxxxxxxxxxxxxxx, live_gsk_your_widget_secret_key",
  ],
});
