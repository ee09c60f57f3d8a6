import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of Elastic Cloud: `essu_` and base64, of an id and a secret with their CRC32, or of a JSON Web Token with it where somebody has signed in. What
 * begins with nothing of the kind is a key of a cluster, which only its header tells.
 * https://github.com/elastic/kibana/blob/main/src/platform/packages/private/kbn-mock-idp-utils/scripts/README.md,
 * https://github.com/logstash-plugins/logstash-output-elasticsearch/pull/1274
 */
export const elasticKey: Detector = tokenDetector({
  id: "secret/elastic-key",
  summary: "Elastic Cloud API key",
  remedy: "Revoke it at https://cloud.elastic.co/account/keys, and read a new one from the environment.",
  behind: { run: "value", least: 40 },
  prefixes: ["essu_"],
  pattern: /(?<![\w-](?<!\\[nrt]))essu_[A-Za-z0-9+/_-]{40,4000}={0,3}(?![\w+/=-])/g,
  isGenuine: (_, value) => /\d/.test(value) && isRandom(value),
  examples: [
    "EC_API_KEY=«essu_{base64:74}==»",
    "Authorization: ApiKey «essu_{base64:104}»",
    "of a test's server: essu_dev_credential_123, «essu_dev_{base64:134}==»",
    "Authorization: Bearer «essu_{base64:940}»",
    "essu_{base62:39}, chessu_{base64:74}, essu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
