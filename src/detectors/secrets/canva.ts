import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Client secrets of integrations: `cnvca`, 43 characters of base64url, and the CRC32 of all that in eight hexadecimal digits.
 * https://www.canva.dev/docs/connect/authentication/
 */
export const canvaSecret: Detector = tokenDetector({
  id: "secret/canva-client-secret",
  summary: "Canva client secret",
  remedy:
    "Generate a new one at https://www.canva.com/developers/integrations under Configuration, which ends the old one, and read it from the environment.",
  behind: { run: "token", least: 51 },
  prefixes: ["cnvca"],
  pattern: /(?<![\w-](?<!\\[nrt]))cnvca[\w-]{43}[0-9a-f]{8}(?![\w-])/g,
  isProven: (secret) => crc32Hex(secret.slice(0, -8)) === secret.slice(-8),
  examples: [
    "the secret is «cnvca{base62:43}{crc32hex}», for the integration of the team",
    "CANVA_CLIENT_SECRET=«cnvca{base62:43}{crc32hex}»",
    '{ "clientId": "OC-{base62:12}", "clientSecret": "«cnvca{base62:43}{crc32hex}»" }',
    "canva:\n  client_secret: «cnvca{base62:43}{crc32hex}»",
    "not its checksum: cnvca{base62:43}{hex:8}",
    "cnvca{base62:42}, cnvcaxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, CnvCallerType",
  ],
});
