import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isVaried } from "./private-key.ts";

/** A key of 4,096 bits with all its numbers has 3,300 characters. */
const longest = 4096;

/**
 * The private half of a JSON Web Key (RFC 7517, RFC 7518): `d` of RSA, EC and OKP keys, `k` of symmetric ones, in an object
 * that says with `kty` what it is.
 */
export const jsonWebKey: Detector = {
  id: "secret/json-web-key",
  summary: "Private JSON Web Key",
  remedy: "Take it out of the key set that verifies, make a new one, and read the private half from a secret store.",
  isFramed: true,
  trigger: { literals: ["kty"] },
  reach: { before: longest, after: longest },

  *detect(window) {
    for (const { 1: kind, index } of window.matchAll(kindOfKey)) {
      const from = Math.max(0, index - longest);
      const around = window.text.slice(from, index + longest);
      const start = around.lastIndexOf("{", index - from);
      const end = around.indexOf("}", index - from);
      const member = (kind === "oct" ? symmetric : asymmetric).exec(around.slice(start, end === -1 ? undefined : end));
      if (start === -1 || member === null) continue;
      const secret = rangeOf(member, "secret");
      const value = member.groups?.["secret"] ?? "";
      const range = { start: from + start + secret.start, end: from + start + secret.end };
      if (isDocumented(value) || !isVaried(Buffer.from(value, "base64url"))) yield { range, placeholder: true };
      else yield { range };
    }
  },

  examples: [
    '{"kty":"OKP","crv":"Ed25519","x":"{base64url:43}","d":"«{base64url:43}»"}',
    '{ d: "«{base64url:342}»", e: "AQAB", kty: "RSA", n: "{base64url:342}" }',
    '"{\\"kty\\":\\"EC\\",\\"crv\\":\\"P-256\\",\\"d\\":\\"«{base64url:43}»\\"}"',
    '{"keys": [{"kty": "oct", "alg": "HS256", "k": "«{base64url:43}»"}]}',
    '{"kty":"OKP","crv":"Ed25519","x":"{base64url:43}"}',
    '{"kty":"oct","k":"secret"}, {"d":"{base64url:43}"}',
    '{"kty":"RSA","d":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}',
  ],
};

const kindOfKey = /["']?kty\\?["']?\s{0,4}:\s{0,4}\\?["'](RSA|EC|OKP|oct)\\?["']/g;
const asymmetric = /(?<!\w)\\?["']?d\\?["']?\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{43,1400})\\?["']/d;
const symmetric = /(?<!\w)\\?["']?k\\?["']?\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{43,700})\\?["']/d;
