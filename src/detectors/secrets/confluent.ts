import { crc32HexReversed } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * API secrets since July 2025: `cflt`, 54 characters of base64, and their CRC32 in six more.
 * https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
 */
export const confluentSecret: Detector = tokenDetector({
  id: "secret/confluent-secret",
  summary: "Confluent Cloud API secret",
  remedy:
    "Delete the API key with `confluent api-key delete` or at https://confluent.cloud/settings/api-keys, and read a new one from the environment.",
  behind: { run: "value", least: 60 },
  prefixes: ["cflt"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))cflt[A-Za-z0-9+/]{60}(?![\w+/=-])/g,
  isProven: (secret) =>
    Buffer.from(secret.slice(-6), "base64").toString("hex") === crc32HexReversed(secret.slice(4, -6)) &&
    !isDocumented(secret),
  examples: [
    "the secret of the connector is «cflt{base64:54}{crc32base64}»",
    "sasl.password=«cflt{base64:54}{crc32base64}»",
    'CONFLUENT_CLOUD_API_SECRET: "«cflt{base64:54}{crc32base64}»"',
    "curl -u {LOWER36:16}:«cflt{base64:54}{crc32base64}» https://api.confluent.cloud/org/v2/environments",
    "not its checksum: cflt{base64:60}",
    "one character short: cflt{base62:59}; PCFLT_CALLBACK_DATA, cfltXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
