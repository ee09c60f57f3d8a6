import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of the panel's application interface (`ptla_`) and of a user (`ptlc_`): 11 letters and digits that say which it is, and 32 more.
 * https://github.com/pterodactyl/panel (app/Models/ApiKey.php)
 */
export const pterodactylKey: Detector = tokenDetector({
  id: "secret/pterodactyl-key",
  summary: "Pterodactyl API key",
  remedy:
    "Delete it under “API Credentials” of the account, or “Application API” in the panel's administration, and read a new one from the environment.",
  prefixes: ["ptla_", "ptlc_"],
  behind: { run: "token", least: 43 },
  reach: { before: 8, after: 56 },
  pattern: /(?<![\w-](?<!\\[nrt]))ptl[ac]_[A-Za-z0-9]{43}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "PTERODACTYL_API_KEY=«ptla_{base62:43}»",
    "curl -H 'Authorization: Bearer «ptlc_{base62:43}»' https://panel.acme.example/api/client",
    "an id alone: ptlc_{base62:11}; one character short: ptla_{base62:42}",
    "ptla_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, ptlc_client_xxxxxxxxxxxxx",
  ],
});
