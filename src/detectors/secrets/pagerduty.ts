import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** API access keys: 20 characters that begin with `u+` (a person's) or `y_`, close to the name. https://support.pagerduty.com/main/docs/api-access-keys */
export const pagerdutyKey: Detector = tokenDetector({
  id: "secret/pagerduty-key",
  summary: "PagerDuty API access key",
  remedy:
    "Delete it under “API Access Keys” of the account, or in the user's settings, and read a new one from the environment.",
  literals: ["pagerduty"],
  anyCase: true,
  prefixes: ["u+", "y_"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))(?:u\+|y_)[\w-]{18}(?![\w+/=-])/g,
  isGenuine: (_, value) => isRandom(value),
  confidence: 0.9,
  examples: [
    "PAGERDUTY_TOKEN=«u+{base62:18}»",
    'curl -H "Authorization: Token token=«y_{base62:18}»" https://api.pagerduty.com/users',
    "one character short: PAGERDUTY_TOKEN=u+{base62:17}",
    "of something else: u+{base62:18}",
    "pagerduty y_label_of_second_row, PAGERDUTY_TOKEN=u+xxxxxxxxxxxxxxxxxx",
  ],
});
