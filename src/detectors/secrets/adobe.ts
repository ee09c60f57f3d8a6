import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Client secrets: `p8e-` and 32 characters of base64url. https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/ims
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const adobeSecret: Detector = tokenDetector({
  id: "secret/adobe-client-secret",
  summary: "Adobe client secret",
  remedy:
    "Add a new one to the credential at https://developer.adobe.com/console, delete this one, and read the new one from the environment.",
  behind: { run: "token", least: 32 },
  prefixes: ["p8e-"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))p8e-[\w-]{32}(?![\w+/=-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "use «p8e-{base64url:32}» for the sandbox",
    "ADOBE_CLIENT_SECRET=«p8e-{base64url:32}»",
    '"client_secrets": ["«p8e-{base64url:32}»"]',
    "curl https://ims-na1.adobelogin.com/ims/token/v3 -d 'client_secret=«p8e-{base62:32}»&grant_type=client_credentials'",
    "one character short: p8e-{base64url:31}; the middle of a run: {base62:20}p8e-{base62:32}",
    "p8e-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, p8e-your-client-secret-from-the-console",
  ],
});
