const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The last six characters of GitHub's and npm's tokens: the CRC32 of the characters between the prefix and the checksum,
 * in base62, filled up with zeros.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export function checksum(text: string): string {
  let rest = crc32(text, text.length);
  let digits = "";
  while (digits.length < 6) {
    digits = base62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** The same with its last digit first, filled up with zeros in front: what Matrix's Authentication Service appends. */
export function checksumFromItsEnd(text: string): string {
  return [...checksum(text).replace(/^0+/, "")].toReversed().join("").padStart(6, "0");
}

/** Whether the text ends in the checksum of what stands before it. */
export function checksumFits(text: string): boolean {
  const end = text.length - 6;
  if (end < 0) return false;
  let rest = crc32(text, end);
  for (let at = text.length - 1; at >= end; at--) {
    if (text.charAt(at) !== base62.charAt(rest % 62)) return false;
    rest = Math.floor(rest / 62);
  }
  return true;
}

/** The CRC32 of a text in eight hexadecimal digits: what Cloudflare appends, and how a published key is told from a secret one. */
export function crc32Hex(text: string): string {
  return crc32(text, text.length).toString(16).padStart(8, "0");
}

/** The same with its least significant byte first: what Grafana appends. */
export function crc32HexReversed(text: string): string {
  return Buffer.from(crc32Hex(text), "hex").readUInt32LE().toString(16).padStart(8, "0");
}

/**
 * CRC-32 of ISO 3309, as in zlib, of so many characters in Latin-1: four bits at once, because a token has thirty bytes and node:zlib costs a
 * millisecond to load. A log can have a token in every line, so nothing is copied.
 */
function crc32(text: string, end: number): number {
  let crc = 0xffffffff;
  for (let at = 0; at < end; at++) {
    crc ^= text.charCodeAt(at) & 0xff;
    crc = (crc >>> 4) ^ (ofFourBits[crc & 15] ?? 0);
    crc = (crc >>> 4) ^ (ofFourBits[crc & 15] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const ofFourBits = Uint32Array.from({ length: 16 }, (_, bits) => {
  let crc = bits;
  for (let bit = 0; bit < 4; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});
