import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access, refresh and grant tokens: `1000.` and two times 32 hexadecimal digits. A client's id has the same number in front of it and is public.
 * https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html
 */
export const zohoToken: Detector = tokenDetector({
  id: "secret/zoho-token",
  summary: "Zoho OAuth token",
  remedy:
    "Revoke it with https://accounts.zoho.com/oauth/v2/token/revoke or at https://accounts.zoho.com/home#sessions/connectedapps.",
  behind: { run: "hexadecimal", least: 32 },
  prefixes: ["1000."],
  pattern: /(?<![\w.-](?<!\\[nrt]))1000\.[0-9a-f]{32}\.[0-9a-f]{32}(?![\w.-])/g,
  isGenuine: (secret) => distinct(secret) >= 12 && !isDocumented(secret),
  examples: [
    "ZOHO_REFRESH_TOKEN=«1000.{hex:32}.{hex:32}»",
    "Authorization: Zoho-oauthtoken «1000.{hex:32}.{hex:32}»",
    "a client: 1000.{LOWER36:30}; 1000.{hex:32}, 1000.{hex:32}.{hex:31}",
    "1000.00000000000000000000000000000000.00000000000000000000000000000000",
  ],
});

/**
 * Keys in the addresses of Zoho Cliq, Flow and CRM that a webhook calls: `1001.` and two times 32 hexadecimal digits.
 * https://www.zoho.com/cliq/help/platform/webhook-tokens.html
 */
export const zohoWebhook: Detector = tokenDetector({
  id: "secret/zoho-webhook",
  summary: "Zoho webhook token",
  remedy:
    "Delete the webhook token in Cliq's settings (make the trigger again in Zoho Flow), and read the new address from the environment.",
  literals: ["zapikey=1001."],
  reach: { before: 16, after: 88 },
  pattern: /(?<=zapikey=)(?<secret>1001\.[0-9a-f]{32}\.[0-9a-f]{32})(?![\w.-])/dg,
  isGenuine: (secret) => distinct(secret) >= 12 && !isDocumented(secret),
  examples: [
    "https://cliq.zoho.com/api/v2/channelsbyname/news/message?zapikey=«1001.{hex:32}.{hex:32}»",
    'url = "https://flow.zoho.eu/20067915739/flow/webhook/incoming?zapikey=«1001.{hex:32}.{hex:32}»&isdebug=false"',
    "one digit short: ?zapikey=1001.{hex:32}.{hex:31}",
    "?zapikey=1001.xxx.yyy, ?zapikey=1001.00000000000000000000000000000000.00000000000000000000000000000000",
  ],
});
