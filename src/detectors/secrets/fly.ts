import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Macaroons (`fm2_`, `fm1r_`, `fm1a_`, several of them behind `FlyV1`) in base64, and OAuth tokens (`fo1_`).
 * https://fly.io/docs/security/tokens/ https://github.com/superfly/macaroon
 */
export const flyToken: Detector = tokenDetector({
  id: "secret/fly-token",
  summary: "Fly.io access token",
  remedy:
    "Revoke it with `fly tokens revoke`, or all of them at https://fly.io/user/personal_access_tokens, and make one for a single app: `fly tokens create deploy`.",
  prefixes: ["fm2_", "fm1r_", "fm1a_", "fo1_"],
  pattern: /(?<![\w-])(?:fm(?:2|1[ar])_[A-Za-z0-9+/]{100,3000}={0,3}|fo1_[\w-]{43})(?![\w+/=-])/g,
  isProven: (secret, value) => isMixed(value) && !/x{6}|your_/i.test(secret),
  examples: [
    'FLY_API_TOKEN="FlyV1 «fm2_lJPE{base64:400}=»,«fm2_lJPE{base64:300}»"',
    "fly auth token: «fo1_{base64url:43}»",
    "fm2_lJPE..., fm2_{base64:60}, fo1_{base64url:42}",
    "fo1_your_token_goes_here_0123456789_0123456789A",
  ],
});
