import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens: `mrp_` and 60 letters and digits. https://docs.modrinth.com/api/ · https://github.com/modrinth/code */
export const modrinthToken: Detector = tokenDetector({
  id: "secret/modrinth-token",
  summary: "Modrinth personal access token",
  remedy: "Revoke it at https://modrinth.com/settings/pats, and read a new one from the environment.",
  prefixes: ["mrp_"],
  behind: { run: "token", least: 60 },
  reach: { before: 8, after: 72 },
  pattern: /(?<![\w-](?<!\\[nrt]))mrp_[A-Za-z0-9]{60}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "MODRINTH_TOKEN=«mrp_{base62:60}»",
    'modrinth { token = "«mrp_{base62:60}»" }',
    "one character short: mrp_{base62:59}",
    "mrp_your_token_here, mrp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
