import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal access tokens, `ldpat_` and 32 hexadecimal digits, and those of service accounts, `ldsvc_`. https://docs.lightdash.com/references/workspace/personal-tokens
 * https://docs.lightdash.com/references/workspace/service-accounts
 */
export const lightdashToken: Detector = tokenDetector({
  id: "secret/lightdash-token",
  summary: "Lightdash access token",
  remedy:
    "Delete it under “Personal access tokens” or “Service accounts” in Lightdash's settings, and read a new one from LIGHTDASH_API_KEY.",
  prefixes: ["ldpat_", "ldsvc_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ld(?:pat_[0-9a-f]{32}|svc_[0-9a-f]{32,64})(?![\w-])/g,
  examples: [
    "LIGHTDASH_API_KEY=«ldpat_{hex:32}»",
    "Authorization: Bearer «ldsvc_{hex:32}»",
    "one digit short: ldpat_{hex:31}",
    "fieldpat_equal, ldpat_00000000000000000000000000000000",
  ],
});
