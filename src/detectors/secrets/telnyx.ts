import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the second version: a UUID that begins with the time, in capital digits, and 22 letters and digits. https://developers.telnyx.com/docs/fundamentals/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const telnyxKey: Detector = tokenDetector({
  id: "secret/telnyx-key",
  summary: "Telnyx API key",
  remedy: "Delete it at https://portal.telnyx.com/#/api-keys, and read a new one from the environment.",
  literals: ["KEY0"],
  behind: { run: "token", least: 54 },
  prefixes: ["KEY"],
  pattern: /(?<![\w-](?<!\\[nrt]))KEY0[0-9A-F]{31}_[A-Za-z0-9]{22}(?![\w-])/g,
  examples: [
    "TELNYX_API_KEY=«KEY0{HEX:31}_{base62:22}»",
    'curl -H "Authorization: Bearer «KEY0{HEX:31}_{base62:22}»" https://api.telnyx.com/v2/messages',
    "Telnyx('«KEY0{HEX:31}_{base62:22}»')",
    "KEY0{HEX:31}_{base62:21}, KEY0{HEX:30}_{base62:22}, MONKEY0{HEX:31}_{base62:22}",
    "KEY00000000000000000000000000000000_0000000000000000000000, KEY0XXXX_YYYY",
  ],
});
