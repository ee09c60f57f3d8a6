import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a live site: letters and digits. What begins with test_ moves no money. https://apidocs.chargebee.com/docs/api/auth
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const chargebeeKey: Detector = tokenDetector({
  id: "secret/chargebee-key",
  summary: "Chargebee API key",
  remedy:
    "Delete it under “Settings”, “Configure Chargebee”, “API keys” at https://app.chargebee.com, and read a new one from the environment.",
  behind: { run: "token", least: 32 },
  prefixes: ["live_"],
  pattern: /(?<![\w-](?<!\\[nrt]))live_[A-Za-z0-9]{32,36}(?![\w-])/g,
  isGenuine: (_, value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "CHARGEBEE_API_KEY=«live_{base62:33}»",
    'chargebee.configure({ site: "acme", api_key: "«live_{base62:35}»" });',
    "curl https://acme.chargebee.com/api/v2/customers -u «live_{base62:32}»:",
    "live_{base62:31}, live_{base62:37}, pk_live_{base62:33}, live_{hex:32}",
    "live_createSubscriptionForCustomerPlan, live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
