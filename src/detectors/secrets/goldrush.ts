import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of GoldRush, which was Covalent: `cqt_rQ` or `cqt_wF` and 26 letters and digits. https://goldrush.dev/docs/quickstart */
export const goldrushKey: Detector = tokenDetector({
  id: "secret/goldrush-key",
  summary: "GoldRush (Covalent) API key",
  remedy: "Delete it at https://goldrush.dev/platform, and read a new one from the environment.",
  prefixes: ["cqt_rQ", "cqt_wF"],
  pattern: /(?<![\w-](?<!\\[nrt]))cqt_(?:rQ|wF)[A-Za-z0-9]{26}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "GOLDRUSH_API_KEY=«cqt_rQ{base58:24}{digits:2}»",
    'new CovalentClient("«cqt_wF{base58:24}{digits:2}»")',
    "one character short: cqt_rQ{base58:25}",
    "cqt_rQxxxxxxxxxxxxxxxxxxxxxxxxxx, cqt_rQ...",
  ],
});
