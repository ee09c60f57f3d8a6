import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Root keys, in base58: 24 characters, newer ones 57. https://www.unkey.com/docs/security/root-keys · https://github.com/unkeyed/unkey
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const unkeyRootKey: Detector = tokenDetector({
  id: "secret/unkey-root-key",
  summary: "Unkey root key",
  remedy: "Delete it at https://app.unkey.com/settings/root-keys, and read a new one from the environment.",
  behind: { run: "token", least: 22 },
  prefixes: ["unkey_"],
  pattern: /(?<![\w-](?<!\\[nrt]))unkey_[1-9A-HJ-NP-Za-km-z]{22,64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "UNKEY_ROOT_KEY=«unkey_3Z{base58:22}»",
    'new Unkey({ rootKey: "«unkey_{base58:57}»" })',
    "Authorization: Bearer «unkey_3Z{base58:22}»",
    "unkey_{base58:21}, unkey_workspaceidentifierofacme",
    "unkey_xxxxxxxxxxxxxxxxxxxxxxxx, UNKEY_ROOT_KEY=unkey_your_root_key",
  ],
});
