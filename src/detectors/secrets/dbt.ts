import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of people (`dbtu_`) and of service accounts (`dbtc_`): fifty characters of base64url. https://docs.getdbt.com/docs/dbt-cloud-apis/authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const dbtToken: Detector = tokenDetector({
  id: "secret/dbt-token",
  summary: "dbt Cloud API token",
  remedy: "Revoke it under Account settings, API tokens in dbt Cloud, and read a new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["dbtu_", "dbtc_"],
  pattern: /(?<![\w-](?<!\\[nrt]))dbt[cu]_[\w-]{40,64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "jobs run with «dbtc_{base64url:50}» now",
    "DBT_CLOUD_API_TOKEN=«dbtu_{base64url:50}»",
    'token-value: "«dbtc_{base64url:50}»"',
    '-H "Authorization: Token «dbtu_{base64url:50}»"',
    "too short: dbtu_{base64url:39}; the end of a name: lndbtc_{base62:50}",
    "dbtc_token_of_the_account_that_runs_all_jobs_in_production, dbtu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
