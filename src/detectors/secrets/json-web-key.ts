import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isVaried } from "./private-key.ts";

/**
 * The private half of a JSON Web Key (RFC 7517, RFC 7518): `d` of RSA, EC and OKP keys, `k` of symmetric ones, in an object
 * that says with `kty` what it is.
 */
export const jsonWebKey: Detector = {
  id: "secret/json-web-key",
  summary: "Private JSON Web Key",
  remedy: "Take it out of the key set that verifies, make a new one, and read the private half from a secret store.",
  trigger: { literals: ["kty"] },
  reach: { before: 4096, after: 4096 },

  *detect(window) {
    const { text } = window;
    for (const { 1: kind, index } of window.matchAll(/["']?kty\\?["']?\s{0,4}:\s{0,4}\\?["'](RSA|EC|OKP|oct)\\?["']/g)) {
      const start = text.lastIndexOf("{", index);
      const end = text.indexOf("}", index);
      const member = (kind === "oct" ? symmetric : asymmetric).exec(text.slice(start, end === -1 ? undefined : end));
      const [from, to] = member?.indices?.groups?.["secret"] ?? [0, 0];
      const range = { start: start + from, end: start + to };
      const secret = text.slice(range.start, range.end);
      if (start === -1 || !isVaried(Buffer.from(secret, "base64url"))) continue;
      yield isDocumented(secret) ? { range, placeholder: true } : { range };
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

const asymmetric = /(?<!\w)\\?["']?d\\?["']?\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{43,1400})\\?["']/d;
const symmetric = /(?<!\w)\\?["']?k\\?["']?\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{43,700})\\?["']/d;
