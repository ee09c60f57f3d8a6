import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses of incoming webhooks: they call what their maker may, with no other credential. Behind the user's number stand 16 letters and digits.
 * https://apidocs.bitrix24.com/local-integrations/local-webhooks.html
 */
export const bitrix24Webhook: Detector = tokenDetector({
  id: "secret/bitrix24-webhook",
  summary: "Bitrix24 webhook address",
  remedy:
    "Delete the webhook under “Integrations” of the portal, and read the address of a new one from the environment.",
  literals: [".bitrix24."],
  behind: { run: "unspaced", least: 24 },
  pattern: /\.bitrix24\.[a-z.]{2,7}\\?\/rest\\?\/\d{1,7}\\?\/(?<secret>[a-z0-9]{16})(?![\w-])/dg,
  isGenuine: (secret) => /\d/.test(secret) && /[a-z]/.test(secret) && isRandom(secret),
  examples: [
    "BITRIX_URL=https://acme.bitrix24.ru/rest/1/«{lower36:13}4x7»/",
    'fetch("https://b24-acme.bitrix24.com.br/rest/{digits:3}/«{lower36:13}q2z»/crm.lead.add.json")',
    '"url": "https:\\/\\/acme.bitrix24.de\\/rest\\/1\\/«{lower36:13}8k3»\\/"',
    "one character short: https://acme.bitrix24.ru/rest/1/{lower36:15}/",
    "https://acme.bitrix24.ru/rest/1/xxxxxxxxxxxxxxxx/, https://acme.bitrix24.ru/rest/crm.lead.add, https://acme.bitrix24.ru/rest/1/********/",
  ],
});
