import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Of a person (`kpat_`) or a system account (`spat_`). No document says how long they are. https://developer.konghq.com/konnect-api/ */
export const konnectToken: Detector = tokenDetector({
  id: "secret/konnect-token",
  summary: "Kong Konnect access token",
  remedy: "Revoke it at https://cloud.konghq.com/global/account/tokens, and read a new one from KONNECT_TOKEN.",
  behind: { run: "token", least: 40 },
  prefixes: ["kpat_", "spat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))[ks]pat_[A-Za-z0-9]{40,80}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "KONNECT_TOKEN=«kpat_{base62:49}»",
    'deck gateway ping --konnect-token "«spat_{base62:49}»"',
    "kpat_{base62:39}, backpat_{base62:49}, kpat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
