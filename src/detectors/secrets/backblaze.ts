import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isMixed, isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Application keys of B2: `K`, the number of the region's cluster, 27 characters of base64. https://b2-sdk-python.readthedocs.io/en/master/glossary.html */
export const backblazeKey: Detector = tokenDetector({
  id: "secret/backblaze-key",
  summary: "Backblaze B2 application key",
  remedy: "Delete it at https://secure.backblaze.com/app_keys.htm, and read a new one from the environment.",
  prefixes: ["K000", "K001", "K002", "K003", "K004", "K005", "K006"],
  behind: { run: "value", least: 27 },
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w+/.-](?<!\\[nrt]))K00[0-6][A-Za-z0-9+/]{27}(?![\w+/=-])/g,
  isGenuine: (secret, value) => isMixed(value) && isRandom(value) && !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "[b2]\ntype = b2\naccount = 005{hex:12}0000000001\nkey = «K005{base64:23}a7Kx»",
    "B2_APPLICATION_KEY=«K004{base64:23}T3cz»",
    "b2 account authorize 005{hex:12}0000000001 «K005{base64:23}r8Hd»",
    "one character short: K005{base64:22}a7Kx; an article's number: K005000000000000000000000000000",
    "a line of base64: {base64:40}K005{base64:27}, K005xxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
