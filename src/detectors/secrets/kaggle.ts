import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * API tokens since 2025: `KGAT_` and 32 hexadecimal digits. The key in an older kaggle.json is found by its name.
 * https://github.com/Kaggle/kaggle-cli/blob/main/docs/README.md · https://www.kaggle.com/docs/api
 */
export const kaggleToken: Detector = tokenDetector({
  id: "secret/kaggle-token",
  summary: "Kaggle API token",
  remedy: "Expire it at https://www.kaggle.com/settings, and read a new one from KAGGLE_API_TOKEN.",
  prefixes: ["KGAT_"],
  pattern: /(?<![\w-](?<!\\[nrt]))KGAT_[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "KAGGLE_API_TOKEN=«KGAT_{hex:32}»",
    "mkdir -p ~/.kaggle && echo «KGAT_{hex:32}» > ~/.kaggle/access_token",
    'headers = {"Authorization": "Bearer «KGAT_{hex:32}»"}',
    "one digit short: KGAT_{hex:31}; a model: KGAT_for_recommendation",
    "KAGGLE_API_TOKEN=KGAT_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, KGAT_...",
  ],
});
