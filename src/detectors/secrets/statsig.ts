import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of servers (`secret-`) and of the console's API (`console-`). What begins with `client-` is made to be seen. https://docs.statsig.com/access-management/api-keys
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const statsigKey: Detector = tokenDetector({
  id: "secret/statsig-key",
  summary: "Statsig secret key",
  remedy: "Revoke it at https://console.statsig.com/api_keys, and read a new one from the environment.",
  literals: ["secret-", "console-"],
  behind: { run: "token", least: 40 },
  prefixes: ["secret-", "console-"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:secret|console)-[A-Za-z0-9]{40,48}(?![\w-])/g,
  isGenuine: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && isRandom(secret.slice(secret.indexOf("-") + 1)),
  confidence: 0.9,
  examples: [
    "STATSIG_SERVER_SECRET=«secret-{base62:43}»",
    "STATSIG-API-KEY: «console-{base62:43}»",
    "made to be seen: client-{base62:43}",
    "secret-{base62:39}, secret-{hex:40}, my-secret-{base62:43}, secret-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
