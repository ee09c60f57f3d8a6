import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["xkeysib-", "xsmtpsib-"];

/** API and SMTP keys of Brevo, formerly Sendinblue: 64 hex digits, a line, 16 letters and digits. https://developers.brevo.com/docs/api-key-authentication */
export const brevoKey: Detector = tokenDetector({
  id: "secret/brevo-key",
  summary: "Brevo API or SMTP key",
  remedy: "Delete it at https://app.brevo.com/settings/keys/api, and read a new one from the environment.",
  prefixes,
  pattern: /(?<![\w-](?<!\\[nrt]))x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?![\w-])/g,
  examples: [
    "BREVO_API_KEY=«xkeysib-{hex:64}-{base62:16}»",
    "pass: '«xsmtpsib-{hex:64}-{base62:16}»',",
    'curl -H "api-key: «xkeysib-{hex:64}-{base62:16}»" https://api.brevo.com/v3/account',
    "one digit short: xkeysib-{hex:63}-{base62:16}",
    "xkeysib-your-api-key, xkeysib-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx",
  ],
});
