import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens: `bp_pat_` and 36 letters and digits. https://botpress.com/docs/api-reference/authentication */
export const botpressToken: Detector = tokenDetector({
  id: "secret/botpress-token",
  summary: "Botpress personal access token",
  remedy: "Delete it at https://app.botpress.cloud/profile/settings, and read a new one from the environment.",
  prefixes: ["bp_pat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))bp_pat_[A-Za-z0-9]{36}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "BOTPRESS_PAT=«bp_pat_{base62:36}»",
    'new Client({ token: "«bp_pat_{base62:36}»", botId: "{uuid}" })',
    "one character short: bp_pat_{base62:35}",
    "bp_pat_abcdefghijklmnopqrstuvwxyz0123456789, bp_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
