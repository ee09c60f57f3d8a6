import type { Detector } from "../detector.ts";
import { holdsUserAndPassword } from "./basic-auth.ts";
import { tokenDetector } from "./token.ts";

/**
 * Docker Hub's personal and organization access tokens.
 * https://docs.docker.com/security/access-tokens/
 */
export const dockerToken: Detector = tokenDetector({
  id: "secret/docker-token",
  summary: "Docker Hub access token",
  remedy:
    "Delete it at https://app.docker.com/settings/personal-access-tokens, and log in with `docker login --password-stdin`.",
  prefixes: ["dckr_pat_", "dckr_oat_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))dckr_(?:pat_[\w-]{27}|oat_[\w-]{27,40})(?![\w-])/g,
  examples: [
    "docker login -u acme -p «dckr_pat_{base64url:27}»",
    "DOCKERHUB_TOKEN: «dckr_oat_{base64url:32}»",
    "one character short: dckr_pat_{base64url:26}",
    "dckr_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/**
 * `auth` in `~/.docker/config.json`, in `.dockercfg` and in a Kubernetes pull secret: user and password in base64.
 * https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
export const dockerAuth: Detector = tokenDetector({
  id: "secret/docker-auth",
  summary: "Container registry's user and password",
  remedy:
    "Change the password or revoke the token at the registry, and let docker use a credential store (https://docs.docker.com/reference/cli/docker/login/#credential-stores).",
  literals: ['auth":', "auth':", 'auth" :', "auth' :", 'auth\\":', 'auth\\" :'],
  pattern: /\\?["']auth\\?["'] ?:\s{0,4}\\?["'](?<secret>[A-Za-z0-9+/]{8,4000}={0,2})\\?["']/dg,
  reach: { before: 64, after: 4096 },
  isProven: holdsUserAndPassword,
  examples: [
    '{"auths": {"https://index.docker.io/v1/": {"auth": "«{encode:base64}acme:{base62:20}{end}»"}}}',
    '{"quay.io": {"email": "", "auth": "«{encode:base64}acme+robot:{base62:64}{end}»"}}',
    '"{\\"auths\\":{\\"ghcr.io\\":{\\"auth\\":\\"«{encode:base64}acme:{base62:20}{end}»\\"}}}"',
    '{"auth": "{encode:base64}username:password{end}"}',
    '{"auth": "xxxxxxxxxxxxxxxxxxxxxxxx"}, {"auth": "{base64:40}"}',
    '{"auth": "authentication"}',
  ],
});
