import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Personal tokens: the number of the person, and 32 capitals and digits. https://developer.clickup.com/docs/authentication */
export const clickupToken: Detector = tokenDetector({
  id: "secret/clickup-token",
  summary: "ClickUp API token",
  remedy: "Regenerate it at https://app.clickup.com/settings/apps, and read a new one from the environment.",
  prefixes: ["pk_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pk_\d{5,12}_[A-Z0-9]{32}(?![\w-])/g,
  behind: { run: "token", least: 38 },
  examples: [
    "CLICKUP_API_TOKEN=«pk_{digits:8}_{LOWER36:32}»",
    'headers: { Authorization: "«pk_{digits:8}_{LOWER36:32}»" }',
    "pk_{digits:8}_{LOWER36:31}, pk_{LOWER36:32}, pk_{digits:8}_{hex:32}",
    "pk_12345678_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX, pk_live_{base62:24}",
  ],
});
