import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Delete it with `influx auth delete` or `influxdb3 delete token`, and read a new one from the environment.";

/** Tokens of InfluxDB 3: 64 bytes in base64url. https://docs.influxdata.com/influxdb3/core/admin/tokens/ */
export const influxToken: Detector = tokenDetector({
  id: "secret/influx-token",
  summary: "InfluxDB token",
  remedy,
  behind: { run: "token", least: 86 },
  prefixes: ["apiv3_"],
  pattern: /(?<![\w-](?<!\\[nrt]))apiv3_[\w-]{86}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "points are written with «apiv3_{base64url:86}» there",
    "INFLUXDB3_AUTH_TOKEN=«apiv3_{base64url:86}»",
    'InfluxDBClient3(host="localhost:8181", token="«apiv3_{base64url:86}»")',
    "-H 'Authorization: Bearer «apiv3_{base64url:86}»'",
    "influx:\n  token: «apiv3_{base64url:86}»",
    "one character short: apiv3_{base64url:85}; OpenAPIV3_1, apiv3_dev_token_local_only",
    "apiv3_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Those of InfluxDB 2 are the same with `==` and no prefix, behind the name. https://docs.influxdata.com/influxdb/v2/admin/tokens/ */
export const influxOldToken: Detector = tokenDetector({
  id: "secret/influx-token-old",
  summary: "InfluxDB token",
  remedy,
  literals: ["influx"],
  anyCase: true,
  behind: { run: "token", least: 86, within: 255 },
  pattern: /influx[^]{1,160}?(?<![\w+/-](?<!\\[nrt]))(?<secret>[\w-]{85}[aqgw]==)(?![\w+/=-])/dgi,
  isGenuine: isRandom,
  examples: [
    "our InfluxDB takes «{base64url:85}g==» for everything",
    "INFLUX_TOKEN=«{base64url:85}A==»",
    'new InfluxDB({ url: "https://influx.acme.example", token: "«{base64url:85}w==»" })',
    "curl https://influx.acme.example/api/v2/buckets -H 'Authorization: Token «{base64url:85}Q==»'",
    '"@influxdata/influxdb-client": { "integrity": "sha512-{base62:85}g==" }',
    "of something else: {base64url:85}g==; one character short: influx {base64url:84}g==",
    "INFLUX_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxA==",
  ],
});
