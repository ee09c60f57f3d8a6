import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens of who publishes extensions: `ovsxat_` and a UUID. https://github.com/eclipse-openvsx/openvsx/wiki/Publishing-Extensions */
export const openVsxToken: Detector = tokenDetector({
  id: "secret/open-vsx-token",
  summary: "Open VSX access token",
  remedy: "Delete it at https://open-vsx.org/user-settings/tokens, and read a new one from OVSX_PAT.",
  prefixes: ["ovsxat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ovsxat_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "OVSX_PAT=«ovsxat_{uuid}»",
    "npx ovsx publish acme.vsix -p «ovsxat_{uuid}»",
    "without hyphens: ovsxat_{hex:32}",
    "ovsxat_xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, ovsxat_00000000-0000-0000-0000-000000000000",
  ],
});
