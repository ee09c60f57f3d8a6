import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

/**
 * Of the live mode. A public key (`pk_live_`) is made to be seen. https://paystack.com/docs/api/authentication/
 * Where Stripe's have letters and digits, these have 40 hexadecimal digits.
 */
export const paystackKey: Detector = tokenDetector({
  id: "secret/paystack-key",
  summary: "Paystack live secret key",
  remedy:
    "Generate a new one at https://dashboard.paystack.com/#/settings/developers, and read it from the environment.",
  behind: { run: "hexadecimal", least: 40 },
  prefixes: ["sk_live_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_live_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "PAYSTACK_SECRET_KEY=«sk_live_{hex:40}»",
    "made to be seen: pk_live_{hex:40}",
    "sk_live_{hex:39}, sk_live_0000000000000000000000000000000000000000",
  ],
});

/** The same of the test mode, where no money moves. */
export const paystackTestKey: Detector = tokenDetector({
  id: "secret/paystack-test-key",
  summary: "Paystack test secret key",
  remedy:
    "Generate a new one at https://dashboard.paystack.com/#/settings/developers, and read it from the environment as the live one.",
  behind: { run: "hexadecimal", least: 40 },
  prefixes: ["sk_test_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_test_[0-9a-f]{40}(?![\w-])/g,
  confidence: testMode,
  examples: [
    "PAYSTACK_SECRET_KEY=«sk_test_{hex:40}»",
    "sk_test_{hex:39}, sk_test_0000000000000000000000000000000000000000",
  ],
});
