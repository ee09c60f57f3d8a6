import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Fifty characters: hexadecimal digits with `msh`, `p1` and `jsn` among them. https://docs.rapidapi.com/docs/keys */
export const rapidApiKey: Detector = tokenDetector({
  id: "secret/rapidapi-key",
  summary: "RapidAPI key",
  remedy:
    "Delete it under “Authorization” of the app at https://rapidapi.com/developer/apps, and read a new one from the environment.",
  literals: ["jsn"],
  behind: { run: "hexadecimal", least: 12 },
  reach: { before: 64, after: 16 },
  pattern: /(?<![A-Za-z\d](?<!\\[nrt]))[\da-f]{10}msh[\da-f]{15}p1[\da-f]{5,6}jsn[\da-f]{12}(?![A-Za-z\d])/g,
  isProven: (secret) => distinct(secret) > 12,
  examples: [
    "'X-RapidAPI-Key': '«{hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}»'",
    "https://acme.p.rapidapi.com/v1?rapidapi-key=«{hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}»",
    "one digit short: {hex:10}msh{hex:15}p1{hex:5}jsn{hex:11}",
    "0000000000msh000000000000000p100000jsn000000000000",
  ],
});
