import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** `mb_` and 32 bytes in base64. https://www.metabase.com/docs/latest/people-and-groups/api-keys · https://github.com/metabase/metabase/blob/master/src/metabase/api_keys/schema.clj */
export const metabaseKey: Detector = tokenDetector({
  id: "secret/metabase-key",
  summary: "Metabase API key",
  remedy:
    "Delete it in the admin settings under “Authentication”, “API keys”, and read a new one from the environment.",
  behind: { run: "value", least: 43 },
  prefixes: ["mb_"],
  pattern: /(?<![\w-](?<!\\[nrt]))mb_[A-Za-z0-9+/]{43}=(?![\w+/=-])/g,
  isGenuine: (secret) => isRandom(secret.slice(3, -1)),
  examples: [
    "METABASE_API_KEY=«mb_{base64:42}8=»",
    "curl -H 'x-api-key: «mb_{base64:42}A=»' https://metabase.acme.example.io/api/user/current",
    "mb_{base64:42}=, thumb_{base64:42}A=, mb_1234****************",
    "mb_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=",
  ],
});
