/**
 * What a text in Base58Check says: Bitcoin's private keys and BIP 32's, whose last four bytes are those that SHA-256 of SHA-256 of the others begins with. Undefined
 * where they are not. https://en.bitcoin.it/wiki/Base58Check_encoding
 */
export function base58Check(text: string): Buffer | undefined {
  let number = 0n;
  for (const character of text) {
    const value = base58.indexOf(character);
    if (value === -1) return undefined;
    number = number * 58n + BigInt(value);
  }
  const digits = number.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), "0"), "hex");
  const payload = bytes.subarray(0, -4);
  return sha256(sha256(payload)).subarray(0, 4).equals(bytes.subarray(-4)) ? payload : undefined;
}

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Loaded where it is needed: a hook has seldom such a key to look at. */
function sha256(bytes: Buffer): Buffer {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest();
}

/** What a text in base32 says whose last two bytes are the CRC16 of the others: seeds of Stellar and of NATS. */
export function base32Check(text: string): Buffer | undefined {
  const bytes = fromBase32(text);
  const payload = bytes.subarray(0, -2);
  return bytes.length > 2 && crc16(payload) === bytes.readUInt16LE(payload.length) ? payload : undefined;
}

/** RFC 4648 without padding; bits that fill no byte are left out. */
function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    bits = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character)) & 0xfff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return Buffer.from(bytes);
}

/** CRC-16/XMODEM. */
function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** Whether the last six characters are the checksum of the others (BIP 173). https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki */
export function bech32Fits(text: string): boolean {
  const at = text.lastIndexOf("1");
  const name = Array.from(text.slice(0, at), (character) => character.charCodeAt(0));
  const data = Array.from(text.slice(at + 1), (character) => bech32.indexOf(character));
  let sum = 1;
  for (const value of [...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...data]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >> bit) & 1) sum ^= generator;
  }
  return sum === 1;
}

const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
