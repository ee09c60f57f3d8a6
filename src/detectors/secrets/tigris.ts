import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * The secret of an access key, whose id (`tid_`) is none. https://www.tigrisdata.com/docs/iam/manage-access-key/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const tigrisSecret: Detector = tokenDetector({
  id: "secret/tigris-secret",
  summary: "Tigris secret access key",
  remedy:
    "Delete the access key at https://console.tigris.dev/createaccesskey, and read a new one from the environment.",
  behind: { run: "value", least: 40 },
  prefixes: ["tsec_"],
  pattern: /(?<![\w-](?<!\\[nrt]))tsec_[\w+/-]{40,80}={0,2}(?![\w+/=-])/g,
  isGenuine: (_, value) => /\d/.test(value) && isRandom(value),
  examples: [
    "AWS_ACCESS_KEY_ID=tid_{base64url:36}\nAWS_SECRET_ACCESS_KEY=«tsec_{base64url:56}»",
    "the secret is «tsec_{base64url:56}», for the backups",
    "tsec_{base62:39}, portsec_{base62:56}, tsec_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
