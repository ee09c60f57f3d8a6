import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { base32Check, base58Check, bech32Fits } from "./key-checksum.ts";
import { sightedIn } from "./sighted.ts";
import { testMode } from "./token.ts";

/**
 * Private keys of wallets and accounts whose format carries a checksum: BIP 32's `xprv…` (in its forms for kinds of addresses), Nostr's `nsec1…` and, behind a name, Bitcoin's
 * import format and Stellar's `S…`. Solana's are 64 numbers behind a name. Whoever has one owns what the account holds.
 * https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki · https://github.com/nostr-protocol/nips/blob/master/19.md
 * https://en.bitcoin.it/wiki/Wallet_import_format · https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md
 * https://solana.com/docs/clients/javascript-reference
 */
export const walletKey: Detector = {
  id: "secret/wallet-key",
  summary: "Private key of a wallet",
  remedy: "Move what the account holds to a new one, and keep the new key in a keystore or a secret manager.",
  trigger: [
    { literals: ["prv"], behind: { run: "token", least: 107 } },
    { literals: ["nsec1"], behind: { run: "token", least: 58 } },
    { literals: keyNames(), anyCase: true, behind: { run: "token", least: 51, within: 64 } },
    { literals: arrayNames(), anyCase: true },
  ],
  reach: { before: 8, after: 420 },

  *detect(window) {
    const sighted = sightedIn(window);
    for (const { literals, pattern, confidenceOf } of formats) {
      if (!literals.some((literal) => sighted.has(literal))) continue;
      for (const match of window.matchAll(pattern)) {
        const { secret = "" } = match.groups ?? {};
        const confidence = isDocumented(secret) ? 0 : confidenceOf(secret);
        const range = rangeOf(match, "secret");
        if (confidence !== undefined) yield confidence === 0 ? { range, placeholder: true } : { range, confidence };
      }
    }
  },

  examples: [
    "const secretKey = Uint8Array.from(«[1{digits:2}, 47, 4{digits:1}, 16, 202, 193, 2{digits:1}, 113, 1{digits:2}, 190, 53, 133, 169, 175, 31, 56, 222, 5{digits:1}, 138, 189, 224, 216, 117, 173, 10, 149, 53, 45, 73, 251, 237, 246, 15, 185, 186, 82, 177, 240, 148, 69, 241, 227, 167, 80, 141, 89, 240, 121, 121, 3{digits:1}, 172, 247, 68, 251, 226, 218, 48, 63, 176, 109, 168, 89, 238, 1{digits:2}]»);",
    "const secretKey = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32]);",
    "no checksum: WIF=K{base58:51}, STELLAR_SECRET=S{base32:55}, xprv{base58:107}, nsec1{lower32:58}",
    "xprv, tprv and nsec1 are how keys begin; secretKey = nacl.sign.keyPair().secretKey",
  ],
};

/** Behind them stands a key that nothing but its checksum tells from others. */
function keyNames(): string[] {
  return "wif,privkey,priv_key,private key,private_key,private-key,privatekey,bitcoin,stellar,soroban,fromsecret(,secretkey,secret_key,secret key,secret seed,secret_seed".split(
    ",",
  );
}

function arrayNames(): string[] {
  return 'secretkey = ,secretkey=,secretkey: ,secretkey(,secretkey":,secret_key = ,private_key=[,private_key = [,keypair=[,keypair = [,keypair_json=,wallet=['.split(
    ",",
  );
}

interface Format {
  /** One of them stands in whatever the pattern matches or in front of it; in lower case. */
  readonly literals: readonly string[];
  /** With the group `secret`. */
  readonly pattern: RegExp;
  /** 0 of what only looks like a key. */
  readonly confidenceOf: (secret: string) => number | undefined;
}

const formats: readonly Format[] = [
  {
    literals: ["prv"],
    pattern: /(?<![A-Za-z\d])(?<secret>[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{107})(?![A-Za-z\d])/dg,
    confidenceOf: (secret) => (base58Check(secret) === undefined ? 0 : /^[tuvUV]/.test(secret) ? testMode : 1),
  },
  {
    literals: ["nsec1"],
    pattern: /(?<![A-Za-z\d])(?<secret>nsec1[02-9ac-hj-np-z]{58})(?![A-Za-z\d])/dg,
    confidenceOf: (secret) => (bech32Fits(secret) ? 1 : 0),
  },
  {
    literals: keyNames(),
    pattern: /(?<![A-Za-z\d+/])(?<secret>[5KL9c6TQ][1-9A-HJ-NP-Za-km-z]{50,51})(?![A-Za-z\d+/=])/dg,
    confidenceOf: importConfidence,
  },
  {
    literals: keyNames(),
    pattern: /(?<![A-Za-z\d+/])(?<secret>S[A-D][A-Z2-7]{54})(?![A-Za-z\d+/=])/dg,
    confidenceOf: (secret) => (base32Check(secret)?.[0] === 0x90 ? 1 : undefined),
  },
  {
    literals: arrayNames(),
    pattern:
      /(?:secret_?key|private_?key|keypair(?:_json)?|wallet)["']?\s{0,4}(?:[=:(]\s{0,4})?(?:(?:new )?Uint8Array(?:\.from)?\(\s{0,4})?["']?(?<secret>\[\s{0,8}\d{1,3}(?:,\s{0,8}\d{1,3}){63}\s{0,8}\])/dgi,
    confidenceOf: arrayConfidence,
  },
];

/** A byte for the network, 32 bytes of the key and, where the public key is compressed, a 1: of Bitcoin, its test network, Litecoin and Dogecoin. */
function importConfidence(secret: string): number | undefined {
  const bytes = base58Check(secret);
  if (bytes === undefined || (bytes.length !== 33 && (bytes.length !== 34 || bytes[33] !== 1))) return undefined;
  return networks[bytes[0] ?? 0];
}

const networks: Readonly<Record<number, number>> = { 0x80: 1, 0xb0: 1, 0x9e: 1, 0xef: testMode };

function arrayConfidence(secret: string): number | undefined {
  const bytes = (secret.match(/\d+/g) ?? []).map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return new Set(bytes).size > 24 && bytes.some((byte, at) => byte < (bytes[at - 1] ?? 0)) ? 0.9 : 0;
}
