import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";

/**
 * The seed of one-time passwords behind what people call it: 16 characters of base32 or more, as services also show them in small letters and groups of four.
 * https://www.rfc-editor.org/rfc/rfc6238 · https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export const otpSeed: Detector = {
  id: "secret/otp-seed",
  summary: "Seed of one-time passwords",
  remedy:
    "Set the second factor up anew where the account is: that makes this seed worthless. Keep the new one in an authenticator.",
  trigger: {
    literals:
      "totp seed,totp secret,totp key,otp seed,otp secret,otp key,authenticator key,authenticator secret,authenticator seed,authenticator app,setup key,2fa secret,2fa seed,2fa key,mfa secret,mfa seed,mfa key,two-factor secret,two-factor key".split(
        ",",
      ),
    anyCase: true,
  },
  reach: { before: 8, after: 200 },

  *detect(window) {
    for (const match of window.matchAll(told)) {
      const { secret = "" } = match.groups ?? {};
      const seed = secret.replaceAll(/[ -]/g, "");
      // In small letters it stands in groups; a word may be as long.
      const isSeed = seed === seed.toUpperCase() || (seed !== secret && seed === seed.toLowerCase());
      if (isSeed && guess(seed.toUpperCase()) === "random") yield { range: rangeOf(match, "secret"), confidence: 0.9 };
    }
  },

  examples: [
    "Your TOTP seed is «{base32:31}7».",
    "Authenticator key: «{base32:15}4»\n2FA secret = «{base32:30}42»",
    "Enter this setup key in your authenticator app: «k3{lower32:2} {lower32:4} {lower32:4} {lower32:4} {lower32:4} {lower32:4} {lower32:4} q7{lower32:2}»",
    "TOTP secret: JBSWY3DPEHPK3PXP, TOTP secret: ABCDEFGHIJKLMNOP, TOTP secret: YOUR_SECRET_KEY_1",
    "The TOTP secret is shown once, a setup key is made of base32, otp secret: {base32:15}",
  ],
};

const told =
  /\b(?:(?:t?otp|[2m]fa|two-factor|authenticator)[ _-](?:(?:seed|secret|setup)(?: key)?|key|app)|setup key)[^\n:=.]{0,48}?(?:["'`]?\s{0,2}[:=]|\s{1,2}is)\s{1,4}["'`]?(?<secret>(?:[a-z2-7]{4}[ -]){3,15}[a-z2-7]{4}|[a-z2-7]{16,64})(?![\w=])/dgi;
