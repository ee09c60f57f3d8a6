import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of servers (`secret-`) and of the console's API (`console-`): 43 letters and digits in the tests of Statsig's own libraries. What begins with
 * `client-` is made to be seen. https://docs.statsig.com/access-management/api-keys, https://github.com/statsig-io
 */
export const statsigKey: Detector = tokenDetector({
  id: "secret/statsig-key",
  summary: "Statsig secret key",
  remedy: "Revoke it at https://console.statsig.com/api_keys, and read a new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["secret-", "console-"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:secret|console)-[A-Za-z0-9]{40,48}(?![\w-])/g,
  isGenuine: (secret, value) => /\d/.test(value) && /[A-Z]/.test(value) && isRandom(value) && !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "STATSIG_SERVER_SECRET=«secret-{base62:43}»",
    "STATSIG-API-KEY: «console-{base62:43}»",
    "made to be seen: client-{base62:43}",
    "secret-{base62:39}, secret-{hex:40}, my-secret-{base62:43}, secret-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
