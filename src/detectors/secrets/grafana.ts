import { crc32HexReversed } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of service accounts: `glsa_`, 32 letters and digits, and the CRC32 of all before it, its least significant byte
 * first. https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go
 */
export const grafanaServiceToken: Detector = tokenDetector({
  id: "secret/grafana-service-token",
  summary: "Grafana service account token",
  remedy:
    "Delete it under “Service accounts” of the Grafana instance (https://grafana.com/docs/grafana/latest/administration/service-accounts/), and read a new one from the environment.",
  prefixes: ["glsa_"],
  pattern: /(?<![\w-](?<!\\[nrt]))glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}(?![\w-])/g,
  isProven: (secret) => crc32HexReversed(secret.slice(0, -9)) === secret.slice(-8) && !isDocumented(secret),
  examples: [
    "GRAFANA_TOKEN=«glsa_{base62:32}_{crc32le}»",
    'curl -H "Authorization: Bearer «glsa_{base62:32}_{crc32le}»" https://acme.grafana.net/api/org',
    "grafana: { auth: '«glsa_{base62:32}_{crc32le}»' }",
    "a checksum that does not fit: glsa_{base62:32}_00000000",
    "one character short: glsa_{base62:31}_{hex:8}",
    "glsa_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxx",
  ],
});

/** Access policy tokens of Grafana Cloud: `glc_` and base64 of JSON. https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/ */
export const grafanaCloudToken: Detector = tokenDetector({
  id: "secret/grafana-cloud-token",
  summary: "Grafana Cloud access policy token",
  remedy:
    "Delete it under “Access policies” at https://grafana.com/auth/sign-in, and read a new one from the environment.",
  literals: ["glc_eyJ"],
  prefixes: ["glc_"],
  reach: { before: 8, after: 440 },
  pattern: /(?<![\w-](?<!\\[nrt]))glc_eyJ[A-Za-z0-9+/]{40,400}={0,2}(?![\w=-])/g,
  isGenuine: (_, value) => /^\{"\w{1,8}":"/.test(Buffer.from(value, "base64").toString("latin1")),
  examples: [
    'GRAFANA_CLOUD_TOKEN=«glc_{encode:base64}{"o":"{digits:6}","n":"acme-logs","k":"{base62:24}","m":{"r":"eu"}}{end}»',
    'password: "«glc_{encode:base64}{"o":"{digits:6}","n":"metrics","k":"{base62:24}","m":{"r":"us"}}{end}»"',
    "no JSON: glc_eyJ{base62:80}",
    "glc_eyJvIjoi...",
  ],
});

/** API keys of before service accounts, which are gone since Grafana 12: base64 of a key, its name and an organization. */
export const grafanaLegacyKey: Detector = tokenDetector({
  id: "secret/grafana-legacy-key",
  summary: "Grafana API key",
  remedy:
    "Delete it under “API keys” of the Grafana instance, and use the token of a service account, read from the environment.",
  prefixes: ["eyJrIjoi"],
  reach: { before: 8, after: 320 },
  pattern: /(?<![\w+/.-](?<!\\[nrt]))eyJrIjoi[A-Za-z0-9+/]{50,300}={0,2}(?![\w.+/=-])/g,
  isProven: (secret) => /^\{"k":"[^"]{20,64}","n":"[^"]*","id"/.test(Buffer.from(secret, "base64").toString("latin1")),
  examples: [
    'Authorization: Bearer «{encode:base64}{"k":"{base62:32}","n":"deploy","id":1}{end}»',
    'GRAFANA_API_KEY="«{encode:base64}{"k":"{base62:32}","n":"grafana","id":12}{end}»"',
    'something else: {encode:base64}{"k":"{base62:32}","value":"text of another kind"}{end}',
    "eyJrIjoi{base62:60}",
  ],
});
