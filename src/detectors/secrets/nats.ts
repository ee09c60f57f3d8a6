import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { base32Check } from "./key-checksum.ts";
import { distinct } from "./random.ts";

/**
 * Seeds of NATS' users, accounts, operators, servers, clusters and curves: `SU`, `SA`, `SO`, `SN`, `SC` or `SX` and 56 characters of base32, the last two bytes of which are a checksum.
 * In a file of credentials the line above says what they are.
 * https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth · https://github.com/nats-io/nkeys
 */
export const natsSeed: Detector = {
  id: "secret/nats-seed",
  summary: "Seed of a NATS key",
  remedy:
    "Revoke the key with `nsc revocations` or take it out of the server's settings, and make another one with `nsc`.",
  trigger: { literals: ["SUA", "SAA", "SOA", "SNA", "SCA", "SXA"], behind: { run: "token", least: 55 } },

  *detect(window) {
    for (const match of window.matchAll(seed)) {
      const { mark, secret = "" } = match.groups ?? {};
      if (distinct(secret) < 8) continue;
      if (mark !== undefined || base32Check(secret) !== undefined) yield { range: rangeOf(match, "secret") };
    }
  },

  examples: [
    "-----BEGIN USER NKEY SEED-----\n«SUA{base32:55}»\n------END USER NKEY SEED------",
    "no checksum: NATS_SEED=SUA{base32:55}",
    "-----BEGIN USER NKEY SEED-----\nSUA{base32:54}\n------END USER NKEY SEED------",
  ],
};

const seed =
  /(?<mark>BEGIN (?:[A-Z]{1,12} )?NKEY SEED-----(?:\\r)?(?:\\n|\s){1,4})?(?<![A-Z\d+/])(?<secret>S[UAONCX]A[A-Z2-7]{55})(?![A-Za-z\d+/=])/dg;
