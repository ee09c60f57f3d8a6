import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `sktsec_`, the secret, and what it may be used for. One that is public stands in Socket's own command line.
 * https://docs.socket.dev/docs/api-keys, https://github.com/SocketDev/socket-cli
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const socketToken: Detector = tokenDetector({
  id: "secret/socket-token",
  summary: "Socket API token",
  remedy:
    "Revoke it in the organization's settings at https://socket.dev/dashboard, and read a new one from the environment.",
  prefixes: ["sktsec_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sktsec_[\w-]{30,90}(?![\w-])/g,
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  examples: [
    "SOCKET_SECURITY_API_KEY=«sktsec_{base64url:43}_api»",
    "curl -u «sktsec_{base62:43}_api»: https://api.socket.dev/v0/quota",
    "sktsec_{base62:20}, sktsec_your_token_goes_into_this_very_place",
  ],
});
