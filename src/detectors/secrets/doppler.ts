import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const kinds = ["ct", "pt", "st", "sa", "said", "scim", "audit"];

/** Tokens of the command line, of persons, of services (with the config's name), of service accounts and their identities, of SCIM and of audits. https://docs.doppler.com/reference/auth-token-formats */
export const dopplerToken: Detector = tokenDetector({
  id: "secret/doppler-token",
  summary: "Doppler token",
  remedy:
    "Revoke it under “Tokens” or “Access” at https://dashboard.doppler.com, and read a new one from the environment.",
  literals: kinds.map((kind) => `dp.${kind}.`),
  prefixes: kinds.map((kind) => `dp.${kind}.`),
  pattern:
    /(?<![\w.-](?<!\\[nrt]))dp\.(?:ct|pt|sa|said|scim|audit|st(?:\.[a-z0-9_-]{2,35})?)\.[A-Za-z0-9]{40,44}(?![\w-])/g,
  examples: [
    "DOPPLER_TOKEN=«dp.st.prd.{base62:43}»",
    'doppler run --token "«dp.pt.{base62:43}»"',
    "Authorization: Bearer «dp.sa.{base62:43}»",
    "too short: dp.ct.{base62:39}",
    "dp.st.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, udp.pt.{base62:43}",
  ],
});
