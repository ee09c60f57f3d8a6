import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a team (`cxtp_`) and of a person (`cxup_`): 30 letters and digits. https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/ */
export const coralogixKey: Detector = tokenDetector({
  id: "secret/coralogix-key",
  summary: "Coralogix API key",
  remedy: "Delete it under “API Keys” of the team's settings, and read a new one from the environment.",
  prefixes: ["cxtp_", "cxup_"],
  behind: { run: "token", least: 30 },
  pattern: /(?<![\w-](?<!\\[nrt]))cx[tu]p_[A-Za-z0-9]{30}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "CORALOGIX_API_KEY=«cxup_{base62:30}»",
    "private_key: «cxtp_{base62:30}»",
    "one character short: cxtp_{base62:29}; the documentation's: cxup_ap1K3yap1K3yap1K3yap1K3yap1b5",
    "cxup_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, cxtp_your_key",
  ],
});
