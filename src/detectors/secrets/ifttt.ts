import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Behind the name of an event: 22 letters and digits, of newer accounts 43. https://help.ifttt.com/hc/en-us/articles/115010230347 */
export const iftttKey: Detector = tokenDetector({
  id: "secret/ifttt-key",
  summary: "IFTTT webhook key in an address",
  remedy: "Make a new key at https://ifttt.com/maker_webhooks/settings, and read the address from the environment.",
  literals: ["/with/key/", "\\/with\\/key\\/"],
  pattern: /\\?\/with\\?\/key\\?\/(?<secret>[\w-]{21,22}|[\w-]{43})(?![\w-])/dg,
  isGenuine: (secret) => /\d/.test(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret),
  confidence: 0.9,
  examples: [
    'fetch("https://maker.ifttt.com/trigger/door_open/with/key/«{base62:22}»")',
    "curl -X POST https://maker.ifttt.com/trigger/door/json/with/key/«{base62:43}»?value1=7",
    'String path = "/trigger/LIGHT/with/key/«{base62:43}»";',
    "https://maker.ifttt.com/trigger/{event}/with/key/{base62:20}, /trigger/door/with/key/YOUR_WEBHOOKS_KEY_HERE",
  ],
});
