import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of an environment, those with a name with `sk_`, and personal tokens (`tr_pat_`). https://trigger.dev/docs/apikeys · https://trigger.dev/docs/management/authentication */
export const triggerDevKey: Detector = tokenDetector({
  id: "secret/trigger-dev-key",
  summary: "Trigger.dev key",
  remedy:
    "Regenerate it at https://cloud.trigger.dev (API keys, or your account's tokens), and read a new one from the environment.",
  prefixes: ["tr_dev_", "tr_stg_", "tr_prod_", "tr_preview_", "tr_pat_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))tr_(?:dev|stg|prod|preview|pat)_(?:sk_)?[A-Za-z0-9]{20,64}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(secret.lastIndexOf("_") + 1)),
  examples: [
    "TRIGGER_SECRET_KEY=«tr_prod_{base62:20}»",
    'configure({ accessToken: "«tr_dev_sk_{base62:24}»" })',
    "TRIGGER_ACCESS_TOKEN=«tr_pat_{lower36:40}»",
    "tr_prod_{base62:19}, str_dev_{base62:24}, tr_dev_name_of_something",
    "tr_dev_1234, tr_dev_xxxxxxxxxxxxxxxxxxxxxxxx, tr_prod_...",
  ],
});
