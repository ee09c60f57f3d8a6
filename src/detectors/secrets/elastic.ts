import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of Elastic Cloud: `essu_` and base64. What begins with nothing of the kind is a key of a cluster, which only its header tells. https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const elasticKey: Detector = tokenDetector({
  id: "secret/elastic-key",
  summary: "Elastic Cloud API key",
  remedy: "Revoke it at https://cloud.elastic.co/account/keys, and read a new one from the environment.",
  literals: ["essu_"],
  behind: { run: "value", least: 40 },
  prefixes: ["essu_"],
  pattern: /(?<![\w-](?<!\\[nrt]))essu_[A-Za-z0-9+/_-]{40,200}={0,3}(?![\w+/=-])/g,
  isGenuine: (secret) => /\d/.test(secret) && isRandom(secret.slice(5)),
  examples: [
    "EC_API_KEY=«essu_{base64:74}==»",
    "Authorization: ApiKey «essu_{base64:104}»",
    "essu_{base62:39}, chessu_{base64:74}, essu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
