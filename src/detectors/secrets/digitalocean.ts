import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal access (`dop_`), OAuth (`doo_`) and refresh tokens (`dor_`): `v1_` and 64 hexadecimal digits.
 * https://docs.digitalocean.com/reference/api/create-personal-access-token/
 */
export const digitalOceanToken: Detector = tokenDetector({
  id: "secret/digitalocean-token",
  summary: "DigitalOcean access token",
  remedy:
    "Delete it at https://cloud.digitalocean.com/account/api/tokens, make a new one with the scopes it needs, and read it from the environment.",
  prefixes: ["dop_v1_", "doo_v1_", "dor_v1_"],
  pattern: /(?<![A-Za-z0-9])do[opr]_v1_[a-f0-9]{64}(?![A-Za-z0-9])/g,
  examples: [
    'token = "«dop_v1_{hex:64}»"',
    "DIGITALOCEAN_ACCESS_TOKEN=«doo_v1_{hex:64}»",
    '"refresh_token": "«dor_v1_{hex:64}»",',
    "dop_v1_{hex:63}, dop_v1_{hex:65}, dop_v2_{hex:64}, dox_v1_{hex:64}",
    "dop_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "dop_v1_0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
