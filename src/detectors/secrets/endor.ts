import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the API and their secrets: letters, digits and `-`. https://docs.endorlabs.com/administration/api-keys/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const endorKey: Detector = tokenDetector({
  id: "secret/endor-labs-key",
  summary: "Endor Labs API key",
  remedy:
    "Delete it under “Access Control”, “API Keys” at https://app.endorlabs.com, and read a new one from the environment.",
  prefixes: ["endr+"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))endr\+[A-Za-z0-9-]{16,64}(?![\w+/=-])/g,
  behind: { run: "token", least: 16 },
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "ENDOR_API_CREDENTIALS_KEY=«endr+{base62:16}»",
    'api_secret: "«endr+{base62:32}»"',
    "endorctl scan --api-key «endr+{base62:16}» --namespace acme",
    "blendr+{base62:16}, endr+{base62:15}, endr+startOfTheColumn",
    "endr+xxxxxxxxxxxxxxxx, endr+kstartr-lvlhalo-kendr",
  ],
});
