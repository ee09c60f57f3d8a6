import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Delete it under “Developers”, “Keys” at https://dashboard.checkout.com, and read a new one from the environment.";

/** A UUID, or what looks drawn by a machine. */
const isGenuine = (secret: string): boolean =>
  secret.includes("-") || isRandom(secret.slice(secret.lastIndexOf("_") + 1));

/**
 * Secret keys: 26 characters of base32 and one more, which may be a mark. Those of before are a UUID, which behind `sk_` may be
 * the name of anything. `pk_` is public.
 * https://www.checkout.com/docs/developer-resources/api/manage-api-keys,
 * https://github.com/checkout/checkout-sdk-php/blob/master/lib/Checkout/CheckoutStaticKeysSdkBuilder.php
 */
export const checkoutComKey: Detector = tokenDetector({
  id: "secret/checkout-com-key",
  summary: "Checkout.com secret key",
  remedy,
  prefixes: ["sk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_[a-z2-7]{26}[a-z2-7*#$=](?![\w=-])/g,
  behind: { run: "token", least: 26 },
  isGenuine,
  confidence: 0.9,
  examples: [
    "CHECKOUT_SECRET_KEY=«sk_{lower32:27}»",
    'new Checkout("«sk_{lower32:26}*»", { pk: "pk_{lower32:27}" })',
    "Authorization: Bearer «sk_{lower32:27}»",
    "sk_{lower32:25}, sk_{lower32:28}, sk_{base62:27}, disk_{lower32:27}, a sketch: sk_{uuid}",
    "sk_which_of_the_two_is_there, sk_thenumberofallcustomershere, sk_xxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** The same of the sandbox, in which no money moves. */
export const checkoutComTestKey: Detector = tokenDetector({
  id: "secret/checkout-com-test-key",
  summary: "Checkout.com sandbox secret key",
  remedy,
  prefixes: ["sk_sbox_", "sk_test_"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))sk_(?:sbox_[a-z2-7]{26}[a-z2-7*#$=]|test_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w=-])/g,
  isGenuine,
  confidence: testMode,
  examples: [
    "CHECKOUT_SECRET_KEY=«sk_sbox_{lower32:27}»",
    '"Authorization": "Bearer «sk_sbox_{lower32:26}=»"',
    "$checkout = new CheckoutApi('«sk_test_{uuid}»');",
    "public: pk_sbox_{lower32:27}, too short: sk_sbox_{lower32:26}",
    "sk_sbox_xxxxxxxxxxxxxxxxxxxxxxxxxxx, sk_test_00000000-0000-0000-0000-000000000000",
  ],
});
