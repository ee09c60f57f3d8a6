import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `retool_` and a ULID in small letters. https://docs.retool.com/org-users/guides/retool-api/authentication */
export const retoolToken: Detector = tokenDetector({
  id: "secret/retool-token",
  summary: "Retool API access token",
  remedy: "Revoke it under “Settings”, “API” of the organization, and read a new one from the environment.",
  literals: ["retool_01"],
  prefixes: ["retool_"],
  pattern: /(?<![\w-](?<!\\[nrt]))retool_01[0-9a-z]{24}(?![\w-])/g,
  examples: [
    "RETOOL_TOKEN=«retool_01{lower36:24}»",
    "Authorization: Bearer «retool_01{lower36:24}»",
    "retool_01{lower36:23}, retool_01_setup",
  ],
});
