import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Personal (`vcp_`), integration (`vci_`), application (`vca_`) and refresh tokens (`vcr_`) and API keys (`vck_`) since 2026,
 * and the tokens of Blob stores. https://vercel.com/changelog/new-token-formats-and-secret-scanning
 */
export const vercelToken: Detector = tokenDetector({
  id: "secret/vercel-token",
  summary: "Vercel token",
  remedy:
    "Delete it at https://vercel.com/account/settings/tokens, or in the store's or integration's settings, and read a new one from the environment.",
  prefixes: ["vcp_", "vci_", "vca_", "vcr_", "vck_", "vercel_blob_rw_"],
  pattern:
    /(?<![A-Za-z0-9])(?:vc[aikpr]_[A-Za-z0-9]{40,80}|vercel_blob_rw_[A-Za-z0-9]{12,20}_[A-Za-z0-9]{24,40})(?![A-Za-z0-9])/g,
  isGenuine: isMixed,
  examples: [
    "VERCEL_TOKEN=«vcp_{base62:56}»",
    'AI_GATEWAY_API_KEY="«vck_{base62:56}»"',
    "BLOB_READ_WRITE_TOKEN=«vercel_blob_rw_{base62:16}_{base62:30}»",
    "vcp_{base62:20}, vcx_{base62:56}, vcp_count_of_all_the_things_in_a_very_long_name",
    "vcp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
