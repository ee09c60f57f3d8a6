import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of servers. What begins with `dvc_client_` and `dvc_mobile_` is made to be seen, and the name of a channel holds a key's hash.
 * https://docs.devcycle.com/essentials/keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const devcycleKey: Detector = tokenDetector({
  id: "secret/devcycle-key",
  summary: "DevCycle server SDK key",
  remedy:
    "Rotate it in the settings of the environment at https://app.devcycle.com, and read a new one from the environment.",
  prefixes: ["dvc_server_"],
  pattern: /(?<![\w-](?<!\\[nrt]))dvc_server_(?![0-9a-f]{40}_v\d)[\w-]{20,80}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "DEVCYCLE_SERVER_SDK_KEY=«dvc_server_{lower36:32}_{hex:7}»",
    "dvcClient('«dvc_server_{hex:8}_{hex:4}_{hex:4}_{hex:4}_{hex:12}_{hex:7}»')",
    "the name of a channel: dvc_server_{hex:40}_v1",
    "made to be seen: dvc_client_{lower36:32}_{hex:7}",
    "dvc_server_{base62:19}, dvc_server_the_key_of_your_environment, dvc_server_xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
