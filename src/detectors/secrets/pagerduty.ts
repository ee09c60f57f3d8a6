import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** API access keys: 20 characters, those of a person with `u+` in front, close to the name. https://support.pagerduty.com/main/docs/api-access-keys */
export const pagerdutyKey: Detector = tokenDetector({
  id: "secret/pagerduty-key",
  summary: "PagerDuty API access key",
  remedy:
    "Delete it under “API Access Keys” of the account, or in the user's settings, and read a new one from the environment.",
  literals: ["pagerduty", "token token="],
  anyCase: true,
  prefixes: ["u+"],
  pattern: /(?:(?<![\w+/-](?<!\\[nrt]))(?=u\+)|(?<=Token token=))(?<secret>u\+[\w-]{18}|y_[\w-]{18})(?![\w+/=-])/dg,
  examples: [
    "PAGERDUTY_TOKEN=«u+{base62:18}»",
    'curl -H "Authorization: Token token=«y_{base62:18}»" https://api.pagerduty.com/users',
    "one character short: PAGERDUTY_TOKEN=u+{base62:17}",
    "of something else: u+{base62:18}",
    "PAGERDUTY_TOKEN=u+xxxxxxxxxxxxxxxxxx",
  ],
});
