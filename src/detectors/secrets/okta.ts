import type { Detector } from "../detector.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API tokens: `00` and forty characters of base64url, close to the name or behind `SSWS`. https://developer.okta.com/docs/guides/create-an-api-token/main/ */
export const oktaToken: Detector = tokenDetector({
  id: "secret/okta-token",
  summary: "Okta API token",
  remedy: "Revoke it in the Admin Console under Security, API, Tokens, and use OAuth 2.0 in its place.",
  literals: ["okta", "ssws"],
  anyCase: true,
  prefixes: ["00"],
  pattern: /(?<![\w.+/-](?<!\\[nrt]))00[\w-]{40}(?![\w.+/=-])/g,
  isGenuine: (secret) => isMixed(secret) && isRandom(secret),
  confidence: 0.9,
  examples: [
    "for Okta take «00{base64url:40}» until it is renewed",
    "OKTA_API_TOKEN=«00{base64url:40}»",
    'new okta.Client({ orgUrl: "https://acme.okta.com", token: "«00{base64url:40}»" })',
    "curl https://id.acme.example/api/v1/users -H 'Authorization: SSWS «00{base64url:40}»'",
    "okta:\n  client:\n    token: «00{base64url:40}»",
    "one character short: okta 00{base64url:39}; a hash: okta 00{hex:40}",
    "of something else: 00{base64url:40}",
    "OKTA_API_TOKEN=00xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; a user of Okta: 00u{base62:17}",
  ],
});
