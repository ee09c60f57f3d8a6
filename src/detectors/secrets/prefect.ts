import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of users (`pnu_`) and of service accounts (`pnb_`): 36 letters and digits. https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys */
export const prefectKey: Detector = tokenDetector({
  id: "secret/prefect-key",
  summary: "Prefect Cloud API key",
  remedy: "Delete it at https://app.prefect.cloud/my/api-keys, and read a new one from PREFECT_API_KEY.",
  prefixes: ["pnu_", "pnb_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))pn[bu]_[A-Za-z0-9]{36}(?![\w-])/g,
  examples: [
    "PREFECT_API_KEY=«pnu_{base62:36}»",
    'prefect cloud login --key "«pnb_{base62:36}»"',
    "pnu_{base62:35}, pnu_{base62:37}, pna_{base62:36}",
    "PREFECT_API_KEY=pnu_your_api_key_here, pnu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
