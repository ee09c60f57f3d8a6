import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Secret keys: `sup_sk_` and some 33 letters and digits. Those with `sup_pk_` are public. https://developer.sumup.com/tools/authorization/api-keys/ */
export const sumupKey: Detector = tokenDetector({
  id: "secret/sumup-key",
  summary: "SumUp secret API key",
  remedy: "Delete it at https://me.sumup.com/settings/api-keys, and read a new one from the environment.",
  prefixes: ["sup_sk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sup_sk_[A-Za-z0-9]{28,40}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "SUMUP_API_KEY=«sup_sk_{base62:33}»",
    "curl -H 'Authorization: Bearer «sup_sk_{base62:33}»' https://api.sumup.com/v0.1/me",
    "public: sup_pk_{base62:33}; too short: sup_sk_{base62:20}",
    "sup_sk_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
