import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it in the user's profile on the JFrog platform, make a new one, and read it from the environment.";

/**
 * API keys of Artifactory, which it no longer makes: 73 characters. https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const artifactoryKey: Detector = tokenDetector({
  id: "secret/artifactory-key",
  summary: "JFrog Artifactory API key",
  remedy,
  prefixes: ["AKCp"],
  pattern: /(?<![\w/+-](?<!\\[nrt]))AKCp[A-Za-z0-9]{69}(?![\w/+=-])/g,
  examples: [
    "curl -H 'X-JFrog-Art-Api: «AKCp{base62:69}»' https://acme.jfrog.io/artifactory/api/system/ping",
    "ARTIFACTORY_API_KEY=«AKCp{base62:69}»",
    "AKCp{base62:68}, AKCp{base62:70}",
  ],
});

/**
 * Reference tokens: 64 characters of base64, in which stands `reftkn`, a version, the time of expiry and the secret.
 * https://jfrog.com/help/r/platform-api-key-deprecation-and-the-new-reference-tokens/what-is-a-reference-token
 */
export const artifactoryReferenceToken: Detector = tokenDetector({
  id: "secret/artifactory-reference-token",
  summary: "JFrog reference token",
  remedy,
  prefixes: ["cmVmdGtuOj"],
  pattern: /(?<![A-Za-z0-9+/](?<!\\[nrt]))cmVmdGtuOj[A-Za-z0-9+/]{54}(?![A-Za-z0-9+/=])/g,
  isProven: (secret) => /^reftkn:\d\d:\d{1,13}:[\w-]{20,}$/.test(Buffer.from(secret, "base64").toString("latin1")),
  examples: [
    "//acme.jfrog.io/artifactory/api/npm/npm/:_authToken=«{encode:base64}reftkn:01:1761730122:{base62:27}{end}»",
    "curl -u deployer:«{encode:base64}reftkn:01:1761730122:{base62:27}{end}» https://acme.jfrog.io/artifactory/",
    "not what it says: {encode:base64}reftkn:{end}{base62:52}",
    "{encode:base64}reftkn:01:1761730122:{base62:24}{end}",
  ],
});
