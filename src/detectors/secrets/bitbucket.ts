import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * App passwords (`ATBB`) and access tokens of a repository, project or workspace (`ATCT`): the secret, and eight hex digits
 * of a checksum. https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/
 */
export const bitbucketToken: Detector = tokenDetector({
  id: "secret/bitbucket-token",
  summary: "Bitbucket access token",
  remedy:
    "Revoke it under «Access tokens» or «App passwords» in Bitbucket's settings, make a new one, and read it from the environment.",
  prefixes: ["ATBB", "ATCTT3xFf"],
  reach: { before: 256, after: 512 },
  pattern: /(?<![\w+/](?<!\\[nrt]))(?:ATBB[A-Za-z0-9]{24}[0-9A-F]{8}|ATCTT3xFf[\w-]{120,240}=[0-9A-F]{8})(?![\w+/=-])/g,
  examples: [
    "git clone https://acme:«ATBB{base62:24}{HEX:8}»@bitbucket.org/acme/site.git",
    "BITBUCKET_ACCESS_TOKEN=«ATCTT3xFfGN0{base64url:170}={HEX:8}»",
    "ATBB{base62:24}{HEX:7}",
    "ATBBxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
