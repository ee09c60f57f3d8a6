import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens: 29 letters and digits, small ones alone since version 2.8. https://docs.ntfy.sh/publish/#access-tokens · https://github.com/binwiederhier/ntfy/blob/main/user/util.go */
export const ntfyToken: Detector = tokenDetector({
  id: "secret/ntfy-token",
  summary: "ntfy access token",
  remedy: "Remove it with `ntfy token remove` or at https://ntfy.sh/account, and read a new one from the environment.",
  behind: { run: "token", least: 29 },
  prefixes: ["tk_"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))tk_[A-Za-z0-9]{29}(?![\w-])/g,
  isGenuine: (secret, value) => /\d/.test(value) && isRandom(value) && !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "NTFY_TOKEN=«tk_{lower36:29}»",
    'curl -H "Authorization: Bearer «tk_{lower36:29}»" -d "Backup done" https://ntfy.acme.example/backups',
    "curl -u :«tk_{base62:29}» https://ntfy.sh/alerts",
    "tk_{lower36:28}, tk_{lower36:30}, gtk_{lower36:29}, tk_thenameofawidgetinthetoolkit",
    "tk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxx, tk_1234",
  ],
});
