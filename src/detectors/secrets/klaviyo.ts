import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Private keys: 34 hexadecimal digits. https://developers.klaviyo.com/en/docs/authenticate_ */
export const klaviyoKey: Detector = tokenDetector({
  id: "secret/klaviyo-key",
  summary: "Klaviyo private API key",
  remedy: "Delete it at https://www.klaviyo.com/settings/account/api-keys, and read a new one from the environment.",
  prefixes: ["pk_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pk_(?:[A-Za-z0-9]{6}_)?[0-9a-f]{34}(?![\w-])/g,
  behind: { run: "token", least: 34 },
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "KLAVIYO_PRIVATE_KEY=«pk_{hex:34}»",
    '-H "Authorization: Klaviyo-API-Key «pk_{hex:34}»"',
    "pk_{hex:33}, pk_{hex:35}, spk_{hex:34}",
    "pk_0000000000000000000000000000000000, pk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, pk_test_{base62:24}",
  ],
});
