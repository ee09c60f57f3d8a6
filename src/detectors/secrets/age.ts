import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** age's identities, the post-quantum ones as well: 32 bytes in Bech32, upper case. https://c2sp.org/age#native-identity */
export const ageKey: Detector = tokenDetector({
  id: "secret/age-key",
  summary: "age private key",
  remedy: "Make a new one with age-keygen, encrypt again what the old one opens, and change the secrets in it.",
  literals: ["AGE-SECRET-KEY-"],
  prefixes: ["AGE-SECRET-KEY-1", "AGE-SECRET-KEY-PQ-1"],
  pattern: /(?<![\w-](?<!\\[nrt]))AGE-SECRET-KEY-(?:PQ-)?1[AC-HJ-NP-Z02-9]{58}(?!\w)/g,
  examples: [
    "# public key: age1…\n«AGE-SECRET-KEY-1{BECH32:58}»",
    'SOPS_AGE_KEY="«AGE-SECRET-KEY-1{BECH32:58}»"',
    "AGE-SECRET-KEY-1{BECH32:57}, AGE-SECRET-KEY-1{BECH32:59}",
    "a letter that Bech32 lacks: AGE-SECRET-KEY-1{BECH32:57}B",
    "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
  ],
});
