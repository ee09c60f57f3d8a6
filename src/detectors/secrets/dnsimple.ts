import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of an account (`dnsimple_a_`) and of a user (`dnsimple_u_`), 32 letters and digits. https://support.dnsimple.com/articles/api-access-token/ */
export const dnsimpleToken: Detector = tokenDetector({
  id: "secret/dnsimple-token",
  summary: "DNSimple API token",
  remedy:
    "Delete it under “Access Tokens” of the account or user at https://dnsimple.com, and read a new one from the environment.",
  prefixes: ["dnsimple_a_", "dnsimple_u_"],
  pattern: /(?<![\w-](?<!\\[nrt]))dnsimple_[au]_[A-Za-z0-9]{32}(?![\w-])/g,
  examples: [
    "DNSIMPLE_TOKEN=«dnsimple_a_{base62:32}»",
    'provider "dnsimple" {\n  token = "«dnsimple_u_{base62:32}»"\n}',
    "one character short: dnsimple_a_{base62:31}",
    "dnsimple_a_record_of_the_zone, dnsimple_u_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
