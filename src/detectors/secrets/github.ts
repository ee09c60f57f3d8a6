import { checksumFits } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { readJwt } from "./jwt.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Revoke it at https://github.com/settings/tokens, make a new one, and read it from the environment.";

/**
 * Personal (classic), OAuth, user-to-server, server-to-server and refresh tokens: a prefix, 30 random characters and a
 * CRC32. https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
export const githubToken: Detector = tokenDetector({
  id: "secret/github-token",
  summary: "GitHub access token",
  remedy,
  prefixes: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
  // Longer ones are newer formats of the same prefix, whose ends are not documented as checksums.
  pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,251}(?![A-Za-z0-9])/g,
  // Where there is a checksum it alone decides: every short word stands in some random token.
  isProven: (secret, value) => (secret.length === 40 ? checksumFits(value) : !isPlaceholder(value)),
  examples: [
    "GITHUB_TOKEN=«ghp_{base62:30}{crc32}»",
    'const token = "«gho_{base62:30}{crc32}»";',
    "https://x-access-token:«ghs_{base62:30}{crc32}»@github.com/acme/site.git",
    "«ghr_{base62:76}»",
    "one character short: ghp_{base62:29}{crc32}",
    "a checksum that does not fit: ghp_{base62:30}000000",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Fine-grained personal access tokens: 22 characters of id, `_`, 59 of secret. */
export const githubFineGrainedToken: Detector = tokenDetector({
  id: "secret/github-fine-grained-token",
  summary: "GitHub fine-grained personal access token",
  remedy,
  prefixes: ["github_pat_"],
  pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/g,
  examples: [
    "export GH_TOKEN='«github_pat_{base62:22}_{base62:59}»'",
    "github_pat_{base62:22}_{base62:58}",
    "github_pat_XXXXXXXXXXXXXXXXXXXXXX_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});

/**
 * What a GitHub App works with in an installation, since April 2026: the app's number and a JWT behind `ghs_`, about 520 characters.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app
 */
export const githubInstallationToken: Detector = tokenDetector({
  id: "secret/github-installation-token",
  summary: "GitHub App installation token",
  remedy:
    "Revoke it with DELETE /installation/token: https://docs.github.com/en/rest/apps/installations. It ends after an hour, one of a workflow with its job.",
  behind: { run: "token", least: 24 },
  prefixes: ["ghs_"],
  reach: { before: 8, after: 4096 },
  pattern: /(?<![A-Za-z0-9])ghs_\w{1,24}_eyJ[\w-]{10,1000}\.e[\w-]{2,2500}\.[\w-]{40,700}(?![\w-])/g,
  isProven: (secret) => readJwt(secret.slice(secret.indexOf("_eyJ") + 1)) !== undefined,
  examples: [
    'GH_TOKEN=«ghs_1042042_{encode:base64url}{"alg":"RS256","typ":"JWT"}{end}.{encode:base64url}{"iss":"github","exp":4102444800}{end}.{base64url:342}»',
    'https://x-access-token:«ghs_1042_{encode:base64url}{"alg":"ES256"}{end}.{encode:base64url}{"exp":1800000000}{end}.{base64url:86}»@github.com/acme/site.git',
    'without a signature: ghs_1042_{encode:base64url}{"alg":"RS256"}{end}.{encode:base64url}{"exp":1800000000}{end}',
    "ghs_1042_eyJhbGciOi….eyJleHAiOi…, no JSON: ghs_1042_eyJ{base64url:20}.eyJ{base64url:20}.{base64url:86}",
  ],
});
