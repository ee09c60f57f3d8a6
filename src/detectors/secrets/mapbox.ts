import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens are a kind, base64 of a JSON object with the account's name, and a signature. Secret (`sk`) and temporary ones (`tk`)
 * belong on a server, public ones (`pk`) stand in pages. https://docs.mapbox.com/api/accounts/tokens/
 */
export const mapboxToken: Detector = tokenDetector({
  id: "secret/mapbox-token",
  summary: "Mapbox secret token",
  remedy: "Delete it at https://console.mapbox.com/account/access-tokens/, and read a new one from the environment.",
  prefixes: ["sk.eyJ1Ijoi", "tk.eyJ1Ijoi", "pk.eyJ1Ijoi"],
  reach: { before: 8, after: 640 },
  pattern: /(?<![\w.-](?<!\\[nrt]))[pst]k\.eyJ1Ijoi[\w-]{8,500}\.[\w-]{20,60}(?![\w-])/g,
  isProven: (secret) => {
    const [kind, payload = ""] = secret.split(".");
    return kind !== "pk" && /^\{"u":"[\w-]{1,64}","/.test(Buffer.from(payload, "base64url").toString("latin1"));
  },
  examples: [
    'MAPBOX_TOKEN=«sk.{encode:base64url}{"u":"acme","a":"{lower36:25}"}{end}.{base64url:22}»',
    'accessToken: "«tk.{encode:base64url}{"u":"acme","exp":1900000000}{end}.{base64url:22}»"',
    'public by design: mapboxgl.accessToken = "pk.{encode:base64url}{"u":"acme","a":"{lower36:25}"}{end}.{base64url:22}"',
    'without a signature: sk.{encode:base64url}{"u":"acme","a":"{lower36:25}"}{end}',
    "sk.eyJ1Ijoi..., sk.eyJ1IjoiYOUR_MAPBOX_TOKEN.xxxxxxxxxxxxxxxxxxxxxx",
  ],
});
