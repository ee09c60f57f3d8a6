import { checksumFits } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens of organizations and people, clients' secrets and others: what kind, 37 letters and digits, and their CRC32 in base62 as GitHub has it. https://polar.sh/docs/integrate/oat · https://github.com/polarsource/polar/blob/main/server/polar/kit/crypto.py */
export const polarToken: Detector = tokenDetector({
  id: "secret/polar-token",
  summary: "Polar token",
  remedy: "Revoke it in the settings at https://polar.sh/dashboard, and read a new one from the environment.",
  literals: ["polar_"],
  prefixes: ["polar_oat_", "polar_pat_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))polar_(?!ci_)[a-z]{2,4}_(?:[a-z]_)?[A-Za-z0-9]{43}(?![\w-])/g,
  behind: { run: "token", least: 46 },
  isProven: (secret) => checksumFits(secret.slice(-43)),
  examples: [
    "POLAR_ACCESS_TOKEN=«polar_oat_{base62:37}{crc32}»",
    'new Polar({ accessToken: "«polar_at_u_{base62:37}{crc32}»" })',
    "an id is public: polar_ci_{base62:37}{crc32}",
    "a checksum that does not fit: polar_oat_{base62:37}000000",
    "polar_oat_{base62:36}, polar_bear_population_by_region, polar_oat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
