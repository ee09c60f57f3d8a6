import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { guess } from "./guess.ts";
import { readJwt } from "./jwt.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it where it was made (https://docs.gitlab.com/security/tokens/ says where for each kind), make a new one, and read it from a CI/CD variable.";

/** Of personal, project and group access tokens, runners, deploy tokens, CI jobs, agents, triggers and the rest. */
const prefixes = [
  "glpat-",
  "gldt-",
  "glrt-",
  "glrtr-",
  "glcbt-",
  "glptt-",
  "glft-",
  "glimt-",
  "glagent-",
  "gloas-",
  "glsoat-",
  "glffct-",
  "glwt-",
];

/**
 * A payload in base64url, `.01.`, the payload's length (two base36 digits) and a CRC32 (seven). The payload is 16 random
 * bytes, lines such as `o:1` that say which cell to ask, and one byte with the length of those lines. Of self-managed
 * instances the CRC32 covers a prefix of their own as well (`acme-glpat-`), so that it is the payload that is read here.
 * https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
 */
export const gitlabRoutableToken: Detector = tokenDetector({
  id: "secret/gitlab-routable-token",
  summary: "GitLab access token",
  remedy,
  prefixes,
  reach: { before: 32, after: 320 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:[A-Za-z0-9]{1,20}-)?(?<secret>gl[a-z]{2,5}-(?:t\d_)?[\w-]{27,236}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9})(?![\w-])/dg,
  isProven: hasRoutes,
  examples: [
    "GITLAB_TOKEN=«glpat-{encode:base64url}{base62:16}o:1\nu:8k\b{end}.01.0y{lower36:7}»",
    'token = "«glrt-t1_{encode:base64url}{base62:16}o:1\nu:8k\b{end}.01.0y{lower36:7}»" # config.toml',
    "curl -H 'PRIVATE-TOKEN: acme-«glpat-{encode:base64url}{base62:16}o:1\nu:8k\b{end}.01.0y{lower36:7}»'",
    "the payload says nothing: glpat-{base64url:34}.01.0y{lower36:7}",
    "the length does not fit: glpat-{encode:base64url}{base62:16}o:1\nu:8k\b{end}.01.0z{lower36:7}",
    "one digit short: glpat-{encode:base64url}{base62:16}o:1\nu:8k\b{end}.01.0y{lower36:6}",
  ],
});

function hasRoutes(token: string): boolean {
  const [payload = "", ...rest] = token.replace(/^[a-z]+-(?:t\d_)?/, "").split(".");
  if (payload.length !== Number.parseInt(rest.at(-1)?.slice(0, 2) ?? "", 36)) return false;
  const bytes = Buffer.from(payload, "base64url");
  const end = bytes.length - 1;
  const routes = bytes.toString("latin1", Math.max(0, end - (bytes[end] ?? 0)), end);
  return routes.split("\n").every((route) => /^[cgoptu]:[\w-]{1,60}$/.test(route));
}

/**
 * Twenty characters for the most part; a trigger token has 40 hex digits, an agent's token 50 characters, an OAuth
 * application's secret 64 hex digits; a feed token may be a path's HMAC and the user's number.
 * https://docs.gitlab.com/security/tokens/#token-prefixes
 */
export const gitlabToken: Detector = tokenDetector({
  id: "secret/gitlab-token",
  summary: "GitLab access token",
  remedy,
  prefixes: [...prefixes, "GR1348941"],
  pattern: new RegExp(
    String.raw`(?<![A-Za-z0-9](?<!\\[nrt]))(?:${[
      /gl(?:pat|dt|ft|soat|ffct)-[\w-]{20}(?![\w-])/,
      // A runner's type stands before the secret: t1 instance, t2 group, t3 project.
      /glrtr?-(?:t[1-3]_)?[\w-]{20}(?![\w-])/,
      // The number of a database partition comes first.
      /glcbt-(?:[0-9a-f]{1,8}_)?[\w-]{20}(?![\w-])/,
      /glptt-[0-9a-f]{40}(?![\w-])/,
      /glft-[0-9a-f]{64}-\d{1,12}(?![\w-])/,
      // Stands within an address: incoming+acme-site-12-glimt-…-issue@incoming.gitlab.com
      /glimt-[0-9a-z]{20,25}(?!\w)/,
      /glagent-[\w-]{50}(?![\w-])/,
      /gloas-[0-9a-f]{64}(?![\w-])/,
      /glwt-[\w-]{20,50}(?![\w-])/,
      /GR1348941[\w-]{20}(?![\w-])/,
    ]
      .map(({ source }) => source)
      .join("|")})`,
    "g",
  ),
  examples: [
    "GITLAB_TOKEN=«glpat-{base64url:20}»",
    '{"text": "Here it is:\\n«glpat-{base64url:20}»\\n"}',
    "https://oauth2:«glpat-{base64url:20}»@gitlab.com/acme/site.git",
    "docker login -u deployer -p «gldt-{base62:20}» registry.gitlab.com",
    'gitlab-runner register --token "«glrt-{base62:20}»"',
    "«glrtr-t3_{base62:20}»",
    "CI_JOB_TOKEN: «glcbt-64_{base62:20}»",
    "curl -F token=«glptt-{hex:40}» -F ref=main",
    "https://gitlab.com/dashboard/issues.atom?feed_token=«glft-{hex:64}-1042»",
    "mail to incoming+acme-site-12-«glimt-{lower36:25}»-issue@incoming.gitlab.com",
    "helm upgrade --set config.token=«glagent-{base64url:50}»",
    "client_secret: «gloas-{hex:64}»",
    "«glsoat-{base62:20}» «glffct-{base62:20}» «glwt-{base62:20}»",
    "--registration-token «GR1348941{base64url:20}»",
    "one character short: glpat-{base62:19}, one too many: glpat-{base62:21}",
    "glpat-xxxxxxxxxxxxxxxxxxxx, glpat-your-access-token-00, ${GITLAB_TOKEN}",
    "hex digits alone: glptt-{upper:40}",
  ],
});

/** While its job runs, a job's token may be a JWT behind the prefix. https://docs.gitlab.com/ci/jobs/ci_job_token/ */
export const gitlabJobToken: Detector = tokenDetector({
  id: "secret/gitlab-job-token",
  summary: "GitLab CI/CD job token",
  remedy:
    "It ends with its job: keep it out of what the job stores, and let https://docs.gitlab.com/ci/jobs/ci_job_token/ restrict what it may reach.",
  literals: ["glcbt-eyJ"],
  prefixes: ["glcbt-"],
  reach: { before: 8, after: 6416 },
  pattern: /(?<![\w-](?<!\\[nrt]))glcbt-eyJ[\w-]{10,1000}\.eyJ[\w-]{10,4000}\.[\w-]{80,1400}(?![\w-])/g,
  isProven: (_, value) => readJwt(value) !== undefined,
  examples: [
    'JOB-TOKEN: «glcbt-{encode:base64url}{"alg":"RS256","typ":"JWT"}{end}.{encode:base64url}{"sub":"1042"}{end}.{base64url:342}»',
    'glcbt-{encode:base64url}{"alg":"RS256","typ":"JWT"}{end}.{encode:base64url}{"sub":"1042"}{end}',
  ],
});

/** A browser's session; also as tools write cookies down in JSON. https://docs.gitlab.com/security/tokens/#token-prefixes */
export const gitlabSession: Detector = tokenDetector({
  id: "secret/gitlab-session",
  summary: "GitLab session cookie",
  remedy: "Revoke the session at https://gitlab.com/-/user_settings/active_sessions.",
  literals: ["_gitlab_session"],
  pattern:
    /_gitlab_session(?:_[0-9a-f]{1,64})?(?:=|["'],\s{0,20}["']value["']\s?:\s{0,4}["'])(?<secret>(?:cell-[0-9a-z]{1,8}-)?[0-9a-f]{32,64})(?![\w-])/dg,
  examples: [
    "Cookie: known_sign_in=1; _gitlab_session=«{hex:32}»; hide=1",
    '{"name": "_gitlab_session", "value": "«cell-1-{hex:64}»", "path": "/"}',
    "Cookie: _gitlab_session=<session>; _gitlab_session={hex:31}",
    "Cookie: _gitlab_session=00000000000000000000000000000000",
  ],
});

/**
 * Before GitLab 14.5 a personal access token had no prefix: twenty characters, known by the header or the parameter that
 * carries them. https://docs.gitlab.com/api/rest/authentication/
 */
export const gitlabLegacyToken: Detector = tokenDetector({
  id: "secret/gitlab-legacy-token",
  summary: "GitLab access token without a prefix",
  remedy,
  literals: ["private-token", "private_token"],
  anyCase: true,
  pattern: /(?<![a-z0-9])private[-_]token["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[\w-]{20})(?![\w-])/dgi,
  isGenuine: (secret) => guess(secret) === "random" && !isDocumented(secret),
  examples: [
    'curl --header "PRIVATE-TOKEN: «{base62:20}»" https://gitlab.com/api/v4/projects',
    "https://gitlab.com/api/v4/user?private_token=«{base64url:20}»&page=2",
    'curl --header "PRIVATE-TOKEN: <your_access_token>" https://gitlab.com/api/v4/projects',
    'PRIVATE-TOKEN: $GITLAB_TOKEN, "private_token": "your_access_token_20"',
    "private_token = configured_token_here, PRIVATE-TOKEN: {base62:19}",
  ],
});
