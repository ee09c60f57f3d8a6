import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["sgp_local_", "sgp_", "sgd_", "slk_", "sgs_", "sgamp_user_"];

/**
 * Access tokens (`sgp_`, today with the number of the instance or `local`), those of the gateway and of licenses, and those of Amp
 * (`sgamp_user_`, a ULID and 64 hexadecimal digits).
 * https://sourcegraph.com/docs/dev/security/secret_formats
 */
export const sourcegraphToken: Detector = tokenDetector({
  id: "secret/sourcegraph-token",
  summary: "Sourcegraph access token",
  remedy:
    "Delete it in the settings of your user (https://sourcegraph.com/docs/cli/how-tos/revoking_an_access_token), and read a new one from SRC_ACCESS_TOKEN.",
  literals: ["sgp_", "sgd_", "slk_", "sgs_", "sgamp_user_"],
  prefixes,
  pattern:
    /(?<![A-Za-z0-9](?<!\\[nrt]))(?:sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40}|(?:sgd|slk|sgs|sgamp_user_[0-9A-Z]{26})_[0-9a-fA-F]{64})(?![\w-])/g,
  examples: [
    "SRC_ACCESS_TOKEN=«sgp_{hex:16}_{hex:40}»",
    'token: "«sgp_local_{hex:40}»"',
    "of before: Authorization: token «sgp_{hex:40}»",
    "«sgd_{hex:64}», «slk_{hex:64}», «sgs_{hex:64}»",
    "AMP_API_KEY=«sgamp_user_01{LOWER36:24}_{hex:64}»",
    "one digit short: sgamp_user_01{LOWER36:24}_{hex:63}, sgp_{hex:16}_{hex:39}, sgp_{hex:39}, sgs_{hex:63}",
    "sgp_0000000000000000000000000000000000000000",
  ],
});
