import type { Detector } from "../detector.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secret keys of a person (`user`) and of a role, which may be one of the organization's own: 32 bytes in base64 without `+`, `/` and `=`, so
 * that some are shorter than 43. The key of an SDK (`sdk-`) is made to be seen.
 * https://github.com/growthbook/growthbook/blob/main/packages/back-end/src/models/ApiKeyModel.ts
 */
export const growthbookKey: Detector = tokenDetector({
  id: "secret/growthbook-key",
  summary: "GrowthBook secret API key",
  remedy:
    "Delete it under “Settings”, “API Keys” at https://app.growthbook.io, and read a new one from the environment.",
  behind: { run: "token", least: 39 },
  prefixes: ["secret_"],
  pattern: /(?<![\w-](?<!\\[nrt]))secret_[A-Za-z]\w{1,19}_[A-Za-z0-9]{36,43}(?![\w+/=-])/g,
  isGenuine: (secret) => {
    const key = secret.slice(secret.lastIndexOf("_") + 1);
    return isMixed(key) && isRandom(key);
  },
  confidence: 0.9,
  examples: [
    "GROWTHBOOK_SECRET=«secret_admin_{base62:43}»",
    "curl https://api.growthbook.io/api/v1/features -u «secret_user_{base62:37}»:",
    "of a role of one's own: «secret_release_managers_{base62:41}», «secret_gbDefault_projectAdm_{base62:42}»",
    "secret_admin_{base62:34}, client_secret_admin_{base62:43}, secret_admin_{hex:40}",
    "secret_user_name_of_the_administrator_of_the_2_databases, secret_admin_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
