import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens of the Content Management API: `CFPAT-` and 32 bytes in base64url. https://www.contentful.com/help/token-management/personal-access-tokens/ */
export const contentfulToken: Detector = tokenDetector({
  id: "secret/contentful-token",
  summary: "Contentful personal access token",
  remedy:
    "Revoke it at https://app.contentful.com/account/profile/cma_tokens, and read a new one from CONTENTFUL_MANAGEMENT_TOKEN.",
  prefixes: ["CFPAT-"],
  pattern: /(?<![\w-](?<!\\[nrt]))CFPAT-[\w-]{43}(?![\w-])/g,
  examples: [
    "CONTENTFUL_MANAGEMENT_TOKEN=«CFPAT-{base64url:43}»",
    'createClient({ accessToken: "«CFPAT-{base64url:43}»" })',
    "one character short, and one too many: CFPAT-{base64url:42}, CFPAT-{base64url:44}",
    "CFPAT-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
