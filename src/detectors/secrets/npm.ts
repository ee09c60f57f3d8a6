import { checksumFits } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { holdsUserAndPassword, isPassword } from "./basic-auth.ts";
import { guess } from "./guess.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it at https://www.npmjs.com/settings/~/tokens, and publish with OpenID Connect (https://docs.npmjs.com/trusted-publishers) or read a new one from the environment.";

/**
 * Granular, automation and publish tokens: `npm_`, 30 random characters and a CRC32.
 * https://github.blog/2021-09-23-announcing-npms-new-access-token-format/
 */
export const npmToken: Detector = tokenDetector({
  id: "secret/npm-token",
  summary: "npm access token",
  remedy,
  behind: { run: "token", least: 36 },
  prefixes: ["npm_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g,
  isProven: (_, value) => checksumFits(value),
  examples: [
    "//registry.npmjs.org/:_authToken=«npm_{base62:30}{crc32}»",
    "env: { NPM_TOKEN: '«npm_{base62:30}{crc32}»' }",
    "one character short: npm_{base62:29}{crc32}",
    "a checksum that does not fit: npm_{base62:30}000000",
    "npm_config_registry, npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/**
 * What stands in `.npmrc` for any registry: `//host/:_authToken=` with the registry's own kind of token. A value from the
 * environment (`${NPM_TOKEN}`) is how it should be. https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration
 */
export const npmrcToken: Detector = tokenDetector({
  id: "secret/npmrc-token",
  summary: "Package registry's token",
  remedy: "Revoke it at the registry, and write //host/:_authToken=${NPM_TOKEN} in its place.",
  literals: ["/:_authToken", "npmAuthToken"],
  pattern:
    /(?:\/:_authToken|npmAuthToken)["']?(?:\s{0,4}[=:]|\s)\s{0,4}["']?(?<secret>[\w.+/~-]{16,2000}={0,2})(?![\w.+/~=-])/dg,
  reach: { before: 256, after: 2048 },
  isGenuine: isDrawn,
  examples: [
    "//registry.example.org/:_authToken=«{uuid}»",
    "//npm.pkg.github.com/:_authToken = «{hex:40}»",
    'npm config set //npm.acme.example/:_authToken "«{base62:64}»"',
    'npmAuthToken: "«{base64:44}»"',
    "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
    "//registry.npmjs.org/:_authToken=$NPM_TOKEN, %NPM_TOKEN%, process.env.NPM_TOKEN2",
    "//registry.npmjs.org/:_authToken=00000000-0000-0000-0000-000000000000",
    "//registry.npmjs.org/:_authToken=your-auth-token-goes-here1",
    "this._authToken = response.headers.authentication2",
  ],
});

/** Tokens of npm before 2021 were UUIDs; other registries still give them. */
export const npmLegacyToken: Detector = tokenDetector({
  id: "secret/npm-legacy-token",
  summary: "npm access token of the old format",
  remedy,
  literals: ["NPM_TOKEN", "NPM_AUTH_TOKEN", "_authToken"],
  behind: { run: "hexadecimal", least: 12, within: 64 },
  pattern:
    /(?:(?<![A-Za-z0-9])NPM_(?:AUTH_)?TOKEN|(?<![\w/])_authToken)["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/dg,
  isGenuine: isDrawn,
  examples: [
    "NPM_TOKEN=«{uuid}»",
    '"NPM_TOKEN": "«{uuid}»"',
    "_authToken=«{uuid}»",
    "NPM_TOKEN=00000000-0000-0000-0000-000000000000",
    "NPM_TOKEN={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:11}",
    "NPM_PACKAGE={uuid}",
  ],
});

/** `_auth`: user and password in base64; `_password`: the password alone. yarn writes `npmAuthIdent`. */
export const npmrcPassword: Detector = tokenDetector({
  id: "secret/npmrc-password",
  summary: "Package registry's password",
  remedy: "Change the password at the registry, and write //host/:_auth=${NPM_AUTH} in its place.",
  isFramed: true,
  literals: ["_auth=", "_auth =", ":_auth", ":_password", "npmAuthIdent"],
  pattern:
    /(?:(?<![\w.])_auth|:_password|npmAuthIdent)["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[A-Za-z0-9+/]{6,1000}={0,2})(?![\w+/=-])/dg,
  isProven: (secret) => {
    const text = Buffer.from(secret, "base64").toString("latin1");
    return text.includes(":") ? holdsUserAndPassword(secret) : isPassword(text);
  },
  examples: [
    "_auth = «{encode:base64}deployer:{base62:16}{end}»",
    "//registry.example.org/:_auth=«{encode:base64}deployer:{base62:16}{end}»",
    "//registry.example.org/:_password=«{encode:base64}{base62:15}{end}»",
    "with the newline of echo: //registry.example.org/:_password=«{encode:base64}{base62:14}\n{end}»",
    "_auth=«{encode:base64}deployer:{base62:14}\n{end}»",
    'npmAuthIdent: "«{encode:base64}deployer:{base62:16}{end}»"',
    "//registry.example.org/:_auth=${NPM_AUTH}",
    "_auth={encode:base64}username:password{end}",
    "no text at all: _auth=/////////w==",
    "const _auth = useAuthentication, user_auth=enabled, my_auth={encode:base64}deployer:{base62:16}{end}",
  ],
});

function isDrawn(value: string): boolean {
  return guess(value) === "random" || guess(value) === "uuid";
}
