import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens: 40 hexadecimal digits. What begins with shippo_test_ buys nothing. https://docs.goshippo.com/docs/guides_general/authentication/ */
export const shippoToken: Detector = tokenDetector({
  id: "secret/shippo-token",
  summary: "Shippo API token",
  remedy: "Delete it at https://apps.goshippo.com/settings/api, and read a new one from the environment.",
  prefixes: ["shippo_live_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))shippo_live_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "SHIPPO_TOKEN=«shippo_live_{hex:40}»",
    '-H "Authorization: ShippoToken «shippo_live_{hex:40}»"',
    "shippo_live_{hex:39}, shippo_test_{hex:40}",
    "shippo_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, shippo_live_0000000000000000000000000000000000000000",
  ],
});
