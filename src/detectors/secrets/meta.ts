import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens of apps, pages, people and systems, also of WhatsApp and (`IG`) of Instagram: letters and digits, about two hundred. https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
export const metaToken: Detector = tokenDetector({
  id: "secret/meta-token",
  summary: "Meta access token",
  remedy:
    "Invalidate it at https://developers.facebook.com/tools/debug/accesstoken (or remove the system user's tokens), and read a new one from the environment.",
  prefixes: ["EAA", "IGAA", "IGQ"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))(?:EAA|IGAA|IGQ)[A-Za-z0-9]{110,400}(?![\w+/=-])/g,
  reach: { before: 8, after: 424 },
  behind: { run: "token", least: 110 },
  isGenuine: (secret) => isRandom(secret.slice(3)),
  confidence: 0.9,
  examples: [
    "WHATSAPP_TOKEN=«EAA{base62:180}»",
    "https://graph.facebook.com/v25.0/me/messages?access_token=«EAA{base62:190}ZDZD»&fields=id",
    "INSTAGRAM_ACCESS_TOKEN=«IGAA{base62:174}ZDZD», and an older one is «IGQV{base62:130}»",
    "EAA{base62:109}, EAA{base62:401}, /EAA{base62:180}, EAA{base62:80}+{base62:80}",
    "EAAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, EAA...",
  ],
});
