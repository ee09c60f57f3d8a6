import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Secret keys: letters and digits. Those of `xnd_public_` are public. https://docs.xendit.co/docs/api-keys */
export const xenditKey: Detector = tokenDetector({
  id: "secret/xendit-key",
  summary: "Xendit secret key",
  remedy:
    "Delete it at https://dashboard.xendit.co/settings/developers#api-keys, and read a new one from the environment.",
  prefixes: ["xnd_production_", "xnd_development_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))xnd_(?:production|development)_[A-Za-z0-9]{40,80}(?![\w-])/g,
  examples: [
    "XENDIT_SECRET_KEY=«xnd_production_{base62:54}»",
    'new Xendit({ secretKey: "«xnd_development_{base62:60}»" })',
    "public: xnd_public_production_{base62:54}",
    "xnd_production_{base62:39}, xnd_staging_{base62:54}",
    "xnd_production_your_secret_key, xnd_development_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
