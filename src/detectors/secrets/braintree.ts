import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens of Braintree Auth and of PayPal's Express Checkout: `access_token`, the environment, the merchant, 32 hex digits. https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens */
export const braintreeToken: Detector = tokenDetector({
  id: "secret/braintree-token",
  summary: "Braintree or PayPal access token",
  remedy:
    "Revoke it with the OAuth API or in the control panel (https://www.braintreegateway.com), and read a new one from the environment.",
  prefixes: ["access_token$production$"],
  pattern: /(?<![\w-](?<!\\[nrt]))access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "BRAINTREE_ACCESS_TOKEN='«access_token$production${lower36:16}${hex:32}»'",
    'new BraintreeGateway({ accessToken: "«access_token$production${lower36:16}${hex:32}»" })',
    "a test account: access_token$sandbox${lower36:16}${hex:32}",
    "one digit short: access_token$production${lower36:16}${hex:31}",
    "access_token$production$xxxxxxxxxxxxxxxx$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
