import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["bkua_", "bkaa_", "bkar_", "bkct_", "bkaj_"];

/**
 * API access tokens (`bkua_`), those of agents (`bkaa_`, `bkar_`, `bkct_`), a number and random characters, and those of jobs
 * (`bkaj_`), which are JWTs. https://buildkite.com/docs/platform/security/tokens
 */
export const buildkiteToken: Detector = tokenDetector({
  id: "secret/buildkite-token",
  summary: "Buildkite token",
  remedy:
    "Revoke it at https://buildkite.com/user/api-access-tokens, an agent's under “Agent Tokens” of its cluster, and read a new one from the environment.",
  prefixes,
  reach: { before: 8, after: 1400 },
  pattern:
    /(?<![A-Za-z0-9](?<!\\[nrt]))bk(?:(?:ua|aa|ar|ct)_(?:[\w-]{2,20}={0,2}\.)?[A-Za-z0-9]{40,120}|aj_eyJ[\w-]{10,200}\.eyJ[\w-]{20,1000}\.[\w-]{40,100})(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "BUILDKITE_API_TOKEN=«bkua_{hex:40}»",
    'curl -H "Authorization: Bearer «bkua_MTQz.{hex:40}»" https://api.buildkite.com/v2/user',
    'BUILDKITE_AGENT_ACCESS_TOKEN="«bkaa_MjQ3.{base62:75}»"',
    'token="«bkct_{base62:50}»"',
    'BUILDKITE_JOB_TOKEN=«bkaj_{encode:base64url}{"alg":"HS512"}{end}.{encode:base64url}{"sub":"{uuid}","iss":"buildkite"}{end}.{base64url:86}»',
    "too short: bkua_{hex:39}, bkua_MTQz.{hex:39}",
    "BUILDKITE_API_TOKEN=bkua_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, bkua_xxxxx",
  ],
});
