import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens, which live for nine hours: `A21AA` and 92 characters of base64url. The secret of an app says nothing of itself: it is found by its name.
 * https://developer.paypal.com/api/rest/authentication/
 */
export const paypalToken: Detector = tokenDetector({
  id: "secret/paypal-token",
  summary: "PayPal access token",
  remedy:
    "Revoke it with https://api-m.paypal.com/v1/oauth2/token/terminate; it ends within nine hours. Ask for a new one where it is used.",
  prefixes: ["A21AA"],
  behind: { run: "token", least: 92 },
  reach: { before: 8, after: 104 },
  pattern: /(?<![\w-](?<!\\[nrt]))A21AA[\w-]{92}(?![\w-])/g,
  isGenuine: (secret, value) => isMixed(value) && !isDocumented(secret),
  examples: [
    "curl https://api-m.paypal.com/v2/checkout/orders -H 'Authorization: Bearer «A21AA{base64url:90}a7»'",
    '"access_token":"«A21AA{base64url:90}K3»","token_type":"Bearer"',
    "one character short: A21AA{base64url:91}",
    "A21AA..., A21AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
