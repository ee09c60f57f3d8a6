import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal (`CCIPAT_`) and project tokens (`CCIPRJ_`): a UUID in base58 and 40 hexadecimal digits.
 * https://circleci.com/changelog/new-format-for-api-access-tokens/
 */
export const circleciToken: Detector = tokenDetector({
  id: "secret/circleci-token",
  summary: "CircleCI API token",
  remedy:
    "Delete it at https://app.circleci.com/settings/user/tokens, a project's in its settings, and read a new one from CIRCLE_TOKEN.",
  prefixes: ["CCIPAT_", "CCIPRJ_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))CCIP(?:AT|RJ)_[A-Za-z0-9]{18,24}_[0-9a-f]{40}(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "CIRCLE_TOKEN=«CCIPAT_{base62:22}_{hex:40}»",
    'curl -H "Circle-Token: «CCIPRJ_{base62:21}_{hex:40}»" https://circleci.com/api/v2/me',
    "one digit short: CCIPAT_{base62:22}_{hex:39}",
    "CCIPAT_xxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
