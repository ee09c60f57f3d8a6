import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Clojars' deploy tokens: 30 bytes in hex. https://github.com/clojars/clojars-web/wiki/Deploy-Tokens */
export const clojarsToken: Detector = tokenDetector({
  id: "secret/clojars-token",
  summary: "Clojars deploy token",
  remedy: "Disable it at https://clojars.org/tokens, and read a new one from CLOJARS_PASSWORD.",
  prefixes: ["CLOJARS_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))CLOJARS_[0-9a-f]{60}(?![A-Za-z0-9])/g,
  examples: [
    "CLOJARS_PASSWORD=«CLOJARS_{hex:60}»",
    '{#"clojars" {:username "acme" :password "«CLOJARS_{hex:60}»"}}',
    "CLOJARS_{hex:59}, CLOJARS_{hex:61}",
    "CLOJARS_PASSWORD, CLOJARS_USERNAME",
  ],
});
