import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secret keys of a role and of a person. The key of an SDK (`sdk-`) is made to be seen. https://docs.growthbook.io/api
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const growthbookKey: Detector = tokenDetector({
  id: "secret/growthbook-key",
  summary: "GrowthBook secret API key",
  remedy:
    "Delete it under “Settings”, “API Keys” at https://app.growthbook.io, and read a new one from the environment.",
  literals: ["secret_admin_", "secret_readonly_", "secret_user_"],
  prefixes: ["secret_admin_", "secret_readonly_", "secret_user_"],
  pattern: /(?<![\w-](?<!\\[nrt]))secret_(?:admin|readonly|user)_[\w+/-]{40,64}={0,2}(?![\w+/=-])/g,
  isGenuine: (secret) => /\d/.test(secret) && isRandom(secret.replace(/^secret_[a-z]+_/, "")),
  examples: [
    "GROWTHBOOK_SECRET=«secret_admin_{base62:44}»",
    "curl https://api.growthbook.io/api/v1/features -u «secret_user_{base62:43}»:",
    "secret_admin_{base62:39}, secret_user_name_of_the_administrator_of_the_2_databases",
  ],
});
