import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of Private Packagist: whose they are, 60 hexadecimal digits, and the CRC32 of all that in eight more. Keys (`ack`) and secrets
 * (`acs`) of its API have another length, and no checksum that is documented. https://packagist.com/docs/composer-authentication
 */
export const packagistToken: Detector = tokenDetector({
  id: "secret/packagist-token",
  summary: "Private Packagist token",
  remedy:
    "Regenerate it in your profile or the organization's settings at https://packagist.com, and read the new one from the environment.",
  literals: ["packagist_"],
  prefixes: [
    "packagist_ort_",
    "packagist_out_",
    "packagist_uut_",
    "packagist_cut_",
    "packagist_ack_",
    "packagist_acs_",
  ],
  pattern: /(?<![\w-](?<!\\[nrt]))packagist_(?:(?:ort|[a-z]ut)_[0-9a-f]{68}|ac[ks]_[0-9a-f]{28,100})(?![\w-])/g,
  isProven: (secret) =>
    secret.startsWith("packagist_ac")
      ? !isPlaceholder(secret.slice(14))
      : crc32Hex(secret.slice(0, -8)) === secret.slice(-8),
  examples: [
    "composer config http-basic.repo.packagist.com token «packagist_uut_{hex:60}{wholehex}»",
    '"password": "«packagist_ort_{hex:60}{wholehex}»"',
    "PACKAGIST_API_SECRET=«packagist_acs_{hex:80}»",
    "a checksum that does not fit: packagist_out_{hex:60}00000000",
    "packagist_uut_{hex:60}, packagist_uut_xxxxxxxx, packagist_acs_0000000000000000000000000000000000000000",
  ],
});
