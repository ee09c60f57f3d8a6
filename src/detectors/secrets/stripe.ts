import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { testMode, tokenDetector } from "./token.ts";

const isGenuine = (secret: string): boolean => !isDocumented(secret);

/**
 * Secret, restricted and organization keys of the live mode. Older ones have 24 characters after the prefix, newer ones
 * about 100, and 255 are foreseen. Publishable keys (`pk_`) are made to be seen. https://docs.stripe.com/keys,
 * https://support.stripe.com/questions/new-api-keys-are-longer-than-existing-keys
 */
export const stripeKey: Detector = tokenDetector({
  id: "secret/stripe-key",
  summary: "Stripe live secret key",
  remedy:
    "Roll it at https://dashboard.stripe.com/apikeys, and read the new one, restricted to what the program needs, from the environment.",
  literals: ["sk_live_", "rk_live_", "sk_org_"],
  prefixes: ["sk_live_", "rk_live_", "sk_org_live_", "sk_org_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:[rs]k_live_|sk_org_(?:live_)?)[A-Za-z0-9]{20,247}(?![\w-])/g,
  isGenuine,
  examples: [
    "STRIPE_SECRET_KEY=«sk_live_{base62:24}»",
    'const stripe = require("stripe")("«sk_live_51{base62:97}»");',
    "stripe: { key: '«rk_live_{base62:99}»' }",
    "curl https://api.stripe.com/v1/charges -u «sk_live_{base62:24}»:",
    "«sk_org_live_{base62:60}»",
    "too short: sk_live_{base62:19}",
    "public: pk_live_{base62:24}",
    "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx, sk_live_your_secret_key, sk_live_{}",
  ],
});

/**
 * The same of a sandbox or the test mode. They move no money, and Stripe itself asks scanners for the live ones alone, but
 * they open the account's test data: worth a warning.
 */
export const stripeTestKey: Detector = tokenDetector({
  id: "secret/stripe-test-key",
  summary: "Stripe test secret key",
  remedy: "Roll it at https://dashboard.stripe.com/test/apikeys, and read it from the environment as the live one.",
  prefixes: ["sk_test_", "rk_test_", "sk_org_test_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:[rs]k|sk_org)_test_[A-Za-z0-9]{20,247}(?![\w-])/g,
  isGenuine,
  confidence: testMode,
  examples: [
    "STRIPE_SECRET_KEY=«sk_test_51{base62:97}»",
    'Stripe.api_key = "«rk_test_{base62:24}»"',
    "public: pk_test_{base62:24}, too short: sk_test_{base62:12}",
    "sk_test_xxxxxxxxxxxxxxxxxxxxxxxx, sk_test_your_key",
  ],
});

/**
 * Proves who sent a webhook: of Stripe 32 letters and digits (64 hex digits from its command line), of those that follow
 * Standard Webhooks 24 to 64 bytes in base64. https://docs.stripe.com/webhooks,
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhookSecret: Detector = tokenDetector({
  id: "secret/webhook-secret",
  summary: "Webhook signing secret",
  remedy:
    "Roll the endpoint's secret where the webhook is configured (Stripe: https://dashboard.stripe.com/webhooks), and read it from the environment.",
  prefixes: ["whsec_"],
  pattern: /(?<![\w-](?<!\\[nrt]))whsec_[A-Za-z0-9+/]{24,88}={0,2}(?![\w+/=-])/g,
  isGenuine,
  examples: [
    "STRIPE_WEBHOOK_SECRET=«whsec_{base62:32}»",
    'stripe.webhooks.constructEvent(body, sig, "«whsec_{hex:64}»")',
    "new Webhook('«whsec_{base64:42}w=»')",
    "too short: whsec_{base62:23}",
    "whsec_test_secret, whsec_..., whsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
