import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Secret keys: `sk1_` and 64 hexadecimal digits. The key with `pk1_` beside it says whose it is. https://porkbun.com/api/json/v3/documentation */
export const porkbunKey: Detector = tokenDetector({
  id: "secret/porkbun-key",
  summary: "Porkbun secret API key",
  remedy: "Delete it at https://porkbun.com/account/api, and read a new one from the environment.",
  prefixes: ["sk1_"],
  behind: { run: "hexadecimal", least: 64 },
  reach: { before: 8, after: 72 },
  pattern: /(?<![\w-](?<!\\[nrt]))sk1_[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "PORKBUN_SECRET_API_KEY=«sk1_{hex:64}»",
    "the two of Porkbun: pk1_{hex:8} and «sk1_{hex:64}»",
    '{"secretapikey": "«sk1_{hex:64}»", "apikey": "pk1_…"}',
    "one digit short: sk1_{hex:63}; the end of a name: task1_{hex:64}",
    "sk1_0000000000000000000000000000000000000000000000000000000000000000, sk1_...",
  ],
});
