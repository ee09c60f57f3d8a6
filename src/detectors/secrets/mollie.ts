import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a profile and of an organization: letters and digits. What begins with test_ moves no money. https://docs.mollie.com/reference/authentication */
export const mollieKey: Detector = tokenDetector({
  id: "secret/mollie-key",
  summary: "Mollie API key",
  remedy: "Reset it at https://my.mollie.com/dashboard/developers/api-keys, and read a new one from the environment.",
  prefixes: ["live_", "access_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:live_[A-Za-z0-9]{30}|access_[A-Za-z0-9]{35,48})(?![\w-])/g,
  behind: { run: "token", least: 30 },
  isGenuine: (_, value) => /[A-Z]/.test(value) && /[a-z]/.test(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "MOLLIE_API_KEY=«live_{base62:30}»",
    'createMollieClient({ accessToken: "«access_{base62:40}»" })',
    "live_{base62:29}, live_{base62:31}, pk_live_{base62:30}, access_{base62:34}",
    "live_update_of_the_same_length_here, access_token_of_the_organization_that_pays, live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, live_{hex:30}",
  ],
});
