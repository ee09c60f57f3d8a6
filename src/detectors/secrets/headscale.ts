import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys with which machines join (`auth`) and keys of the API: 12 characters that name the key, 64 that are secret.
 * https://github.com/juanfont/headscale/blob/main/hscontrol/db/preauth_keys.go
 */
export const headscaleKey: Detector = tokenDetector({
  id: "secret/headscale-key",
  summary: "Headscale key",
  remedy: "Expire it with `headscale preauthkeys expire` or `headscale apikeys expire`, and make a new one.",
  literals: ["hskey-"],
  prefixes: ["hskey-auth-", "hskey-api-", "hskey-"],
  pattern: /(?<![\w-](?<!\\[nrt]))hskey-[a-z]{3,8}-[\w-]{12}-[\w-]{64}(?![\w-])/g,
  examples: [
    "tailscale up --login-server https://hs.acme.example.io --authkey «hskey-auth-{base64url:12}-{base64url:64}»",
    "HEADSCALE_CLI_API_KEY=«hskey-api-{base62:12}-{base64url:64}»",
    "hskey-auth-{base62:12}-***, hskey-auth-{base62:12}-{base62:63}",
    "hskey-auth-xxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
