import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Key secrets of the live mode: 24 letters and digits, which say nothing of themselves, behind the key's id, which is public. Those of
 * the test mode move no money. https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/
 */
export const razorpaySecret: Detector = tokenDetector({
  id: "secret/razorpay-secret",
  summary: "Razorpay key secret",
  remedy:
    "Regenerate the key at https://dashboard.razorpay.com/app/website-app-settings/api-keys, and read it from the environment.",
  literals: ["rzp_live_"],
  behind: { run: "token", least: 14 },
  reach: { before: 8, after: 200 },
  pattern: /(?<![\w-])rzp_live_[A-Za-z0-9]{14}(?![\w-])[^{}]{1,120}?(?<![\w/-])(?<secret>[A-Za-z0-9]{24})(?![\w/-])/dg,
  isGenuine: (secret) => /[a-z]/.test(secret) && /[A-Z]/.test(secret) && isRandom(secret),
  confidence: 0.9,
  examples: [
    "RAZORPAY_KEY_ID=rzp_live_{base62:14}\nRAZORPAY_KEY_SECRET=«{base62:24}»",
    'new Razorpay({ key_id: "rzp_live_{base62:14}", key_secret: "«{base62:24}»" })',
    "curl -u rzp_live_{base62:14}:«{base62:24}» https://api.razorpay.com/v1/payments",
    "an id alone: rzp_live_{base62:14}; a name behind it: rzp_live_{base62:14} createSubscriptionPayment",
    "rzp_live_{base62:14}:{base62:23}, rzp_live_{base62:14} pay_{base62:14}",
    "RAZORPAY_KEY_ID=rzp_live_YOUR_KEY, RAZORPAY_KEY_SECRET=xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
