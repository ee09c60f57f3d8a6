import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_", "shprt_"];

/**
 * Tokens of public, custom and legacy private apps, of users and of the theme tool, what refreshes those that expire (`shprt_`), and the
 * secret of an app (`shpss_`): 32 hex digits. https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing,
 * https://shopify.dev/changelog/app-secret-key-length-has-increased,
 * https://shopify.dev/changelog/offline-access-tokens-now-support-expiry-and-refresh
 */
export const shopifyToken: Detector = tokenDetector({
  id: "secret/shopify-token",
  summary: "Shopify access token or app secret",
  remedy:
    "Uninstall the app or rotate its credentials (https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials), and read the new one from the environment.",
  prefixes,
  pattern: /(?<![\w-](?<!\\[nrt]))shp(?:at|ca|pa|ss|ua|tka|rt)_[0-9a-fA-F]{32}(?![\w-])/g,
  examples: [
    "SHOPIFY_ACCESS_TOKEN=«shpat_{hex:32}»",
    'curl -H "X-Shopify-Access-Token: «shpca_{hex:32}»" https://acme.myshopify.com/admin/api/2025-01/shop.json',
    "client_secret: '«shpss_{hex:32}»'",
    '"access_token": "«shpat_{hex:32}»", "expires_in": 3600, "refresh_token": "«shprt_{hex:32}»"',
    "one digit short: shpat_{hex:31}",
    "shpat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, shpat_{}",
  ],
});
