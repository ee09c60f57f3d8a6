import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { distinct } from "./random.ts";

/**
 * JSON Web Tokens (RFC 7519): a header and a payload, both JSON in base64url, and a signature. Whoever has one may use it
 * until it expires, so that an expired one only warns. Supabase's keys have a detector of their own, because some are public.
 */
export const jsonWebToken: Detector = {
  id: "secret/json-web-token",
  summary: "JSON Web Token",
  remedy:
    "End the session or revoke the token where it was issued; if that cannot be done, change the key that signs them. Make tokens for tests while the tests run.",
  // What base64 makes of `{"`.
  trigger: { literals: ["eyJ"] },
  reach: { before: 16, after: 16_384 },

  *detect(window) {
    for (const match of window.matchAll(jwt)) {
      const token = readJwt(match[0]);
      if (token === undefined || String(token.payload["iss"]).startsWith("supabase")) continue;
      const range = rangeOf(match);
      if (isExample(token)) yield { range, placeholder: true };
      else if (token.signature === "") yield { range, confidence: 0.5, variant: "without a signature" };
      else if (isExpired(token)) yield { range, confidence: 0.6, variant: "expired" };
      else yield { range };
    }
  },

  examples: [
    `Authorization: Bearer «${signed("HS256", '"sub":"1042","exp":4102444800', 43)}»`,
    `const session = "«${signed("RS256", '"iss":"https://login.acme.example","aud":"api"', 342)}»";`,
    `GET /login?token=«${signed("ES256", '"sub":"1042"', 86)}»&next=/`,
    `{"body": "grant=%3D«${signed("EdDSA", '"sub":"1042"', 86)}»\\n«${signed("HS384", '"sub":"1042"', 64)}»"}`,
    `behind a vendor's prefix: acme_oauth_«${signed("EdDSA", '"sub":"1042"', 86)}»`,
    `behind another's: acme-«${signed("RS256", '"sub":"1042"', 342)}»`,
    `expired: «${signed("HS256", '"sub":"1042","exp":1500000000', 43)}»`,
    `anybody could make it: «${signed("none", '"sub":"1042","admin":true', 0)}»`,
    `the debugger's example: ${signed("HS256", '"sub":"1234567890","name":"John Doe","iat":1516239022', 43)}`,
    `the standard's example: ${signed("HS256", '"iss":"joe","exp":1300819380,"http://example.com/is_root":true', 43)}`,
    `a signature that is none: ${signed("HS256", '"sub":"1042"', 0)}made-up-signature`,
    `not the length of HS256: ${signed("HS256", '"sub":"1042"', 42)}`,
    `another detector's: ${signed("HS256", '"iss":"supabase","role":"anon"', 43)}`,
    'no algorithm: {encode:base64url}{"typ":"JWT"}{end}.{encode:base64url}{"sub":1}{end}.{base64url:43}',
    'sourceMappingURL=data:application/json;base64,{encode:base64}{"version":3,"sources":["a.ts"],"mappings":""}{end}',
  ],
};

/** The template of a token. */
function signed(alg: string, claims: string, signature: number): string {
  return `{encode:base64url}{"alg":"${alg}","typ":"JWT"}{end}.{encode:base64url}{${claims}}{end}.{base64url:${signature}}`;
}

// The payload is an object as well: `{"…`, or `{}`.
// A vendor's prefix may stand before it: `hf_oauth_eyJ…`, `wrkaus-eyJ…`.
const jwt = /(?<![A-Za-z0-9](?<!\\[nrt]|%[0-9A-F]{2}))eyJ[\w-]{10,2000}\.e[\w-]{2,10000}\.[\w-]{0,2800}(?![\w-])/g;

interface Jwt {
  readonly alg: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** The parts of a token, if it is one. */
export function readJwt(token: string): Jwt | undefined {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const alg = objectIn(header)?.["alg"];
  const claims = objectIn(payload);
  return typeof alg === "string" && claims !== undefined ? { alg, payload: claims, signature } : undefined;
}

function objectIn(base64: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64, "base64url").toString());
    // JSON knows no objects but records and arrays.
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Made by hand, or one of the tokens that the standards, the debugger at jwt.io and the libraries' documentation show. */
function isExample({ alg, payload, signature }: Jwt): boolean {
  if (Object.entries(payload).some(([claim, value]) => made.has(`${claim} ${String(value)}`))) return true;
  if (alg.toLowerCase() === "none") return signature !== "";
  return !lengthFits(alg, signature.length) || distinct(signature) < 16;
}

const made: ReadonlySet<string> = new Set([
  "sub 1234567890",
  "name John Doe",
  "http://example.com/is_root true",
  "some payload",
  "foo bar",
  "hello world",
]);

/** The signature's length in base64url by its algorithm (RFC 7518, RFC 8037); RSA's depends on its key. */
function lengthFits(alg: string, length: number): boolean {
  const fixed = lengths[alg];
  if (fixed !== undefined) return length === fixed;
  return length >= (/^[RP]S\d{3}$/.test(alg) ? 171 : 43);
}

const lengths: Readonly<Record<string, number>> = {
  HS256: 43,
  HS384: 64,
  HS512: 86,
  ES256: 86,
  ES384: 128,
  ES512: 176,
};

function isExpired({ payload }: Jwt): boolean {
  const expires = payload["exp"];
  return typeof expires === "number" && expires < Date.now() / 1000;
}
