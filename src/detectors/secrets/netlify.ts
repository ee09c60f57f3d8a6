import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal access tokens (`nfp_`) and those of the CLI (`nfc_`), of OAuth applications (`nfo_`), users (`nfu_`) and builds
 * (`nfb_`): 36 characters. https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/
 */
export const netlifyToken: Detector = tokenDetector({
  id: "secret/netlify-token",
  summary: "Netlify access token",
  remedy:
    "Revoke it at https://app.netlify.com/user/applications, make a new one, and read it from NETLIFY_AUTH_TOKEN.",
  behind: { run: "token", least: 36 },
  prefixes: ["nfp_", "nfc_", "nfo_", "nfu_", "nfb_"],
  pattern: /(?<![A-Za-z0-9])nf[bcopu]_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g,
  isGenuine: isMixed,
  examples: [
    "NETLIFY_AUTH_TOKEN=«nfp_{base62:36}»",
    "netlify deploy --auth «nfc_{base62:36}»",
    "nfp_{base62:35}, nfp_{base62:37}, nfx_{base62:36}",
    "nfp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, nfo_registeredcallbackhandlerfunctionname",
  ],
});
