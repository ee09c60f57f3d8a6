import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Make a secondary auth token and promote it, or delete the API key, at https://console.twilio.com/us1/account/keys-credentials/api-keys; read the new one from the environment.";

/**
 * The password of an account: 32 hex digits. The account's SID (`AC…`), its user name, is no secret, but shows what stands
 * behind it. https://www.twilio.com/docs/iam/api/authtoken
 */
export const twilioAuthToken: Detector = tokenDetector({
  id: "secret/twilio-auth-token",
  summary: "Twilio auth token",
  remedy,
  literals: sids("AC"),
  behind: { run: "hexadecimal", least: 31 },
  reach: { before: 8, after: 200 },
  pattern: /(?<![A-Za-z0-9])AC[0-9a-f]{32}(?![\w/.-])[^{}]{1,120}?(?<![\w-])(?<secret>[0-9a-f]{32})(?![\w-])/dg,
  confidence: 0.9,
  examples: [
    "curl https://api.twilio.com/2010-04-01/Accounts -u AC{hex:32}:«{hex:32}»",
    "const client = new Twilio('AC{hex:32}', '«{hex:32}»');",
    "TWILIO_ACCOUNT_SID=AC{hex:32}\nTWILIO_AUTH_TOKEN=«{hex:32}»",
    "an account alone: AC{hex:32}",
    "one digit short: AC{hex:32}:{hex:31}",
    'a list: "/2010-04-01/Accounts/AC{hex:32}/Messages/SM{hex:32}", "etag": "{hex:32}"',
  ],
});

/** The same beside its name, where the account's SID is elsewhere. */
export const twilioNamedToken: Detector = tokenDetector({
  id: "secret/twilio-named-token",
  summary: "Twilio auth token",
  remedy,
  literals: ["twilio"],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 128 },
  pattern: beside("twilio[\\w.-]{0,16}token", "[0-9a-f]{32}"),
  examples: [
    "TWILIO_AUTH_TOKEN=«{hex:32}»",
    'twilioAuthToken: "«{hex:32}»"',
    "twilio.auth-token=«{hex:32}»",
    "TWILIO_AUTH_TOKEN={hex:31}, TWILIO_MESSAGE_HASH={hex:32}",
    "TWILIO_AUTH_TOKEN=00000000000000000000000000000000",
  ],
});

/** An API key is a SID (`SK…`) and a secret of 32 letters and digits. https://www.twilio.com/docs/iam/api-keys */
export const twilioApiKey: Detector = tokenDetector({
  id: "secret/twilio-api-key",
  summary: "Twilio API key",
  remedy,
  literals: sids("SK"),
  behind: { run: "hexadecimal", least: 31 },
  reach: { before: 8, after: 240 },
  pattern: /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![\w/.-])[^{}]{1,160}?(?<![\w-])(?<secret>[A-Za-z0-9]{32})(?![\w-])/dg,
  isGenuine: (secret) => /[g-z]/.test(secret) && /[A-Z]/.test(secret) && isRandom(secret),
  confidence: 0.9,
  examples: [
    "TWILIO_API_KEY=SK{hex:32}\nTWILIO_API_SECRET=«{base62:32}»",
    'new AccessToken(account, "SK{hex:32}", "«{base62:32}»")',
    "curl -u SK{hex:32}:«{base62:32}» https://api.twilio.com",
    "SK{hex:32} alone, and SK{hex:32}:{base62:31}",
    "a hash behind it: SK{hex:32} {hex:32}",
  ],
});

/** A SID is two capitals and 32 hex digits: with the first of them a literal is rare enough. */
function sids(kind: string): string[] {
  return [..."0123456789abcdef"].map((digit) => kind + digit);
}
