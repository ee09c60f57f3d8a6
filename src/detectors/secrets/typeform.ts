import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Personal tokens: base64url with an underscore in it. https://www.typeform.com/developers/get-started/personal-access-token/ */
export const typeformToken: Detector = tokenDetector({
  id: "secret/typeform-token",
  summary: "Typeform access token",
  remedy: "Delete it at https://admin.typeform.com/user/tokens, and read a new one from the environment.",
  prefixes: ["tfp_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))tfp_[\w-]{40,64}(?![\w-])/g,
  behind: { run: "token", least: 40 },
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "TYPEFORM_TOKEN=«tfp_{base62:44}_{base62:14}»",
    'createClient({ token: "«tfp_{base62:40}»" })',
    "tfp_{base62:39}, tfp_{base62:65}",
    "tfp_your_personal_access_token_from_typeform_here, tfp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
