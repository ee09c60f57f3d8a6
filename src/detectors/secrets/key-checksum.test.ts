import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { natsSeed } from "./nats.ts";
import { walletKey } from "./wallet-key.ts";

// Made here, because no template knows these checksums.
const drawn = createHash("sha512").update("a key of nobody").digest();
const key = drawn.subarray(0, 32);

describe("a key of a wallet is found by its checksum", () => {
  const extended = base58(
    Buffer.concat([Buffer.from("0488ade4000000000000000000", "hex"), drawn.subarray(0, 32), Buffer.from([0]), key]),
  );
  const compressed = base58(Buffer.concat([Buffer.from([0x80]), key, Buffer.from([1])]));
  const uncompressed = base58(Buffer.concat([Buffer.from([0x80]), key]));
  const stellar = base32(Buffer.concat([Buffer.from([0x90]), key]));

  test.each([
    `master: «${extended}»`,
    `WIF=«${compressed}»`,
    `bitcoin-cli importprivkey «${uncompressed}»`,
    `Keypair.fromSecret("«${stellar}»")`,
    `STELLAR_SECRET_KEY=«${stellar}»`,
    `«${nsec(key)}»`,
    `nothing says what it is: ${compressed}, ${stellar}`,
    `WIF=${changed(compressed)}, xprv: ${changed(extended)}, STELLAR_SECRET_KEY=${changed(stellar)}, ${changed(nsec(key))}`,
  ])("%s", async (example) => {
    expect(await mark(walletKey, example.replaceAll(/[«»]/g, ""))).toBe(example);
  });
});

test("a seed of NATS is found by its checksum", async () => {
  for (const prefix of ["9500", "9000", "9380", "9340", "9080", "95c0"]) {
    const seed = base32(Buffer.concat([Buffer.from(prefix, "hex"), key]));
    const example = `nkey: «${seed}», ${changed(seed)}`;
    expect(await mark(natsSeed, example.replaceAll(/[«»]/g, ""))).toBe(example);
  }
});

/** One character is another one. */
function changed(text: string): string {
  return `${text.slice(0, 30)}${text[30] === "2" ? "3" : "2"}${text.slice(31)}`;
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function base58(payload: Buffer): string {
  const bytes = Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]);
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (; rest > 0n; rest /= 58n)
    text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".charAt(Number(rest % 58n)) + text;
  return text;
}

function base32(payload: Buffer): string {
  let crc = 0;
  for (const byte of payload) {
    for (let bit = 7; bit >= 0; bit--) {
      const top = (crc >> 15) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) ^ (top === 1 ? 0x1021 : 0)) & 0xffff;
    }
  }
  const bits = [...payload, crc & 0xff, crc >> 8].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(parseInt(five.padEnd(5, "0"), 2)))
    .join("");
}

/** NIP-19: the bits of the key in groups of five, and a BCH code (BIP 173). */
function nsec(payload: Buffer): string {
  const bits = [...payload].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const data = (bits.match(/.{1,5}/g) ?? []).map((five) => parseInt(five.padEnd(5, "0"), 2));
  const name = [..."nsec"].map((letter) => letter.charCodeAt(0));
  const all = [...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...data, 0, 0, 0, 0, 0, 0];
  let sum = 1n;
  for (const value of all) {
    const top = sum >> 25n;
    sum = ((sum & 0x1ffffffn) << 5n) ^ BigInt(value);
    [0x3b6a57b2n, 0x26508e6dn, 0x1ea119fan, 0x3d4233ddn, 0x2a1462b3n].forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator;
    });
  }
  const ending = Array.from({ length: 6 }, (_, at) => Number(((sum ^ 1n) >> BigInt(5 * (5 - at))) & 31n));
  return `nsec1${[...data, ...ending].map((value) => "qpzry9x8gf2tvdw0s3jn54khce6mua7l".charAt(value)).join("")}`;
}
