import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens of the platform: `censys_`, an id of 8 letters and digits, `_`, 24 more. https://docs.censys.com/reference/get-started */
export const censysToken: Detector = tokenDetector({
  id: "secret/censys-token",
  summary: "Censys personal access token",
  remedy:
    "Delete it under “Personal Access Tokens” at https://platform.censys.io, and read a new one from the environment.",
  prefixes: ["censys_"],
  behind: { run: "token", least: 33 },
  pattern: /(?<![\w-](?<!\\[nrt]))censys_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(-24)),
  examples: [
    "CENSYS_API_KEY=«censys_{base62:8}_{base62:24}»",
    "Authorization: Bearer «censys_{base62:8}_{base62:24}»",
    "one character short: censys_{base62:8}_{base62:23}",
    "censys_personal_access_token_of_the_account, censys_XXXXXXXX_XXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
