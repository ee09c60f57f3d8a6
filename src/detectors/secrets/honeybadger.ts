import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person, an account and an application: letters and digits. https://docs.honeybadger.io/api/v3/authentication/
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const honeybadgerToken: Detector = tokenDetector({
  id: "secret/honeybadger-token",
  summary: "Honeybadger API token",
  remedy:
    "Delete it in the settings at https://app.honeybadger.io/users/edit, and read a new one from the environment.",
  behind: { run: "token", least: 32 },
  prefixes: ["hbu_", "hba_", "hbo_"],
  pattern: /(?<![\w-](?<!\\[nrt]))hb[uao]_[A-Za-z0-9]{32,64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  confidence: 0.9,
  examples: [
    "HONEYBADGER_API_TOKEN=«hbu_{base62:36}»",
    'curl -H "Authorization: Bearer «hba_{base62:36}»" https://app.honeybadger.io/v3/projects',
    '{ "accessToken": "«hbo_{base62:40}»" }',
    "hbu_{base62:31}, shbu_{base62:36}",
    "hbu_your_token, hba_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, hbo_thenameofafunctionthatisverylong",
  ],
});

/** Keys of a project, which report errors and read nothing; the script of a page has one, too: worth a warning. */
export const honeybadgerKey: Detector = tokenDetector({
  id: "secret/honeybadger-key",
  summary: "Honeybadger project key",
  remedy:
    "Change it in the project's settings at https://app.honeybadger.io, where it is not the one of a page's own script.",
  behind: { run: "token", least: 32 },
  prefixes: ["hbp_"],
  pattern: /(?<![\w-](?<!\\[nrt]))hbp_[A-Za-z0-9]{32,64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  confidence: 0.7,
  examples: [
    "HONEYBADGER_API_KEY=«hbp_{base62:36}»",
    'Honeybadger.configure({ apiKey: "«hbp_{base62:36}»" })',
    "hbp_{base62:31}, hbp_your_honeybadger_api_key_here",
    "hbp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
