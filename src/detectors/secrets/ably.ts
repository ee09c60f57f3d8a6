import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API keys: the ids of app and key, six characters each, and a secret of 43, behind the name. https://ably.com/docs/auth */
export const ablyKey: Detector = tokenDetector({
  id: "secret/ably-key",
  summary: "Ably API key",
  remedy: "Revoke it under API Keys of the app at https://ably.com/accounts, and read a new one from the environment.",
  literals: ["ably"],
  anyCase: true,
  behind: { run: "token", least: 43, within: 255 },
  pattern: /(?<![a-z])ably[^]{1,160}?(?<![\w.+/-](?<!\\[nrt]))(?<secret>[\w-]{6}\.[\w-]{6}:[\w-]{43})(?![\w+/=-])/dgi,
  isGenuine: (secret) => isRandom(secret.slice(14)) && !isDocumented(secret),
  examples: [
    "the key of our Ably app is «{base62:6}.{base62:6}:{base64url:43}»",
    "ABLY_API_KEY=«{base62:6}.{base62:6}:{base64url:43}»",
    "new Ably.Realtime({ key: '«{base62:6}.{base62:6}:{base64url:43}»' })",
    'ably:\n  key: "«{base62:6}.{base62:6}:{base62:43}»"',
    'curl https://rest.ably.io/channels/orders/messages -u "«{base62:6}.{base62:6}:{base62:43}»"',
    "one character short: ably {base62:6}.{base62:6}:{base62:42}",
    "of something else, probably: {base62:6}.{base62:6}:{base62:43}",
    "ABLY_API_KEY=xxxxxx.xxxxxx:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
