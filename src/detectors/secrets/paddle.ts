import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of the live system and of the sandbox: 26, 22 and 3 letters and digits. https://developer.paddle.com/api-reference/about/authentication */
export const paddleKey: Detector = tokenDetector({
  id: "secret/paddle-key",
  summary: "Paddle API key",
  remedy: "Revoke it at https://vendors.paddle.com/authentication-v2, and read a new one from the environment.",
  prefixes: ["pdl_live_", "pdl_sdbx_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}(?![\w-])/g,
  examples: [
    "PADDLE_API_KEY=«pdl_live_apikey_01{lower36:24}_{base62:22}_{base62:3}»",
    'new Paddle("«pdl_sdbx_apikey_01{lower36:24}_{base62:22}_{base62:3}»")',
    "a client-side token is public: live_{base62:27}",
    "pdl_live_apikey_01{lower36:23}_{base62:22}_{base62:3}, pdl_live_apikey_01{lower36:24}_{base62:22}",
    "pdl_live_apikey_xxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxx_xxx, pdl_live_apikey_...",
  ],
});
