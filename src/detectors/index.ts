import type { Detector } from "./detector.ts";
import { ageKey } from "./secrets/age.ts";
import { artifactoryKey, artifactoryReferenceToken } from "./secrets/artifactory.ts";
import { barePrivateKey } from "./secrets/bare-key.ts";
import { bitbucketToken } from "./secrets/bitbucket.ts";
import { clojarsToken } from "./secrets/clojars.ts";
import { cratesIoToken } from "./secrets/crates-io.ts";
import { dockerAuth, dockerToken } from "./secrets/docker.ts";
import { githubFineGrainedToken, githubToken } from "./secrets/github.ts";
import { gitlabJobToken, gitlabLegacyToken, gitlabRoutableToken, gitlabSession, gitlabToken } from "./secrets/gitlab.ts";
import { terraformToken, vaultLegacyToken, vaultToken, vaultUnsealKey } from "./secrets/hashicorp.ts";
import { hexPrivateKey } from "./secrets/hex-key.ts";
import { jsonWebKey } from "./secrets/json-web-key.ts";
import { jsonWebToken } from "./secrets/jwt.ts";
import { npmLegacyToken, npmrcPassword, npmrcToken, npmToken } from "./secrets/npm.ts";
import { nugetKey } from "./secrets/nuget.ts";
import { openvpnKey } from "./secrets/openvpn.ts";
import { privateKey } from "./secrets/private-key.ts";
import { puttyKey } from "./secrets/putty.ts";
import { pypiToken } from "./secrets/pypi.ts";
import { rubygemsKey } from "./secrets/rubygems.ts";
import { secretlint } from "./secrets/secretlint.ts";
import { wireguardKey } from "./secrets/wireguard.ts";

/** All built-in detectors. The order is the rank: where two findings overlap, the earlier detector's is kept. */
export const detectors: readonly Detector[] = [
  githubToken,
  githubFineGrainedToken,
  gitlabRoutableToken,
  gitlabToken,
  gitlabJobToken,
  gitlabSession,
  bitbucketToken,
  npmToken,
  pypiToken,
  rubygemsKey,
  clojarsToken,
  cratesIoToken,
  nugetKey,
  dockerToken,
  artifactoryKey,
  artifactoryReferenceToken,
  vaultToken,
  terraformToken,
  gitlabLegacyToken,
  vaultLegacyToken,
  vaultUnsealKey,
  npmrcToken,
  npmLegacyToken,
  npmrcPassword,
  dockerAuth,
  privateKey,
  barePrivateKey,
  puttyKey,
  ageKey,
  openvpnKey,
  jsonWebKey,
  wireguardKey,
  hexPrivateKey,
  jsonWebToken,
  secretlint,
];
