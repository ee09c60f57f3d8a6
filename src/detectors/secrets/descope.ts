import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Management and access keys: `K`, an id of 27 letters and digits, and 43 more, close to the name. https://docs.descope.com/management/company-settings
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const descopeKey: Detector = tokenDetector({
  id: "secret/descope-key",
  summary: "Descope management key",
  remedy:
    "Delete it at https://app.descope.com/settings/company/managementkeys, and read a new one from the environment.",
  literals: ["descope"],
  anyCase: true,
  prefixes: ["K2", "K3"],
  pattern: /(?<![\w-](?<!\\[nrt]))K[23][A-Za-z0-9]{69}(?![\w-])/g,
  isGenuine: isMixed,
  confidence: 0.9,
  examples: [
    "Descope is managed with «K2{base62:69}» now",
    "DESCOPE_MANAGEMENT_KEY=«K3{base62:69}»",
    'DescopeClient({ projectId: "P2{base62:26}", managementKey: "«K2{base62:69}»" })',
    "curl https://api.descope.com/v1/mgmt/user -H 'Authorization: Bearer P2{base62:26}:«K2{base62:69}»'",
    "one character short: descope K2{base62:68}",
    "of something else: K2{base62:69}",
    "DESCOPE_MANAGEMENT_KEY=K2xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
