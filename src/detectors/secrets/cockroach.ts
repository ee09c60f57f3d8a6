import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Secret keys of service accounts: 22 letters and digits, which are the key's id, and 40. https://www.cockroachlabs.com/docs/cockroachcloud/managing-access#api-access */
export const cockroachKey: Detector = tokenDetector({
  id: "secret/cockroach-key",
  summary: "CockroachDB Cloud secret key",
  remedy:
    "Delete it at https://cockroachlabs.cloud (Organization, Access Management), and read a new one from the environment.",
  prefixes: ["CCDB1_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![\w-])/g,
  examples: [
    "COCKROACH_API_KEY=«CCDB1_{base62:22}_{base62:40}»",
    'provider "cockroach" { apikey = "«CCDB1_{base62:22}_{base62:40}»" }',
    "the id alone: CCDB1_{base62:22}",
    "CCDB1_{base62:22}_{base62:39}, HCCDB1_{base62:22}_{base62:40}",
    "CCDB1_xxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
