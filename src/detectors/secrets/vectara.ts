import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of a person (`zut_`) and of one who may write (`zwt_`). With one that begins with `zqt_` a page may ask. https://docs.vectara.com/docs/security/authentication/api-key-management
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const vectaraKey: Detector = tokenDetector({
  id: "secret/vectara-key",
  summary: "Vectara API key",
  remedy: "Delete it at https://console.vectara.com/console/apiAccess, and read a new one from the environment.",
  behind: { run: "token", least: 30 },
  prefixes: ["zut_", "zwt_"],
  pattern: /(?<![\w-](?<!\\[nrt]))z[uw]t_[\w-]{30,64}(?![\w-])/g,
  isGenuine: (_, value) => /\d/.test(value) && isRandom(value),
  examples: [
    "VECTARA_API_KEY=«zut_{base64url:40}»",
    "x-api-key: «zwt_{base64url:40}», and a page: zqt_{base64url:40}",
    "zut_{base62:29}, zut_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
