import { checksum, checksumFromItsEnd, crc32Hex, crc32HexReversed } from "./checksum.ts";

/**
 * Fills a template with made-up values, so that no file holds anything that looks like a credential.
 *
 * | hole | value |
 * |---|---|
 * | `{base62:30}`, `{base58:22}` | letters and digits, and those of them that cannot be mistaken for another |
 * | `{base64:44}`, `{base64url:43}` | characters of that alphabet, without padding |
 * | `{hex:32}`, `{HEX:32}`, `{digits:10}`, `{lower:8}`, `{upper:8}`, `{letters:8}`, `{LOWER36:9}`, `{base32:16}`, `{lower32:52}`, `{BECH32:58}`, `{consonants:54}` | lower or upper case, `A-Z2-7`, `a-z2-7`, Bech32's letters and digits, and those that Kubernetes draws names from |
 * | `{uuid}` | a UUID of version 4 |
 * | `{crc32}` | the CRC32 of the run of letters and digits before it, six base62 digits, as GitHub and npm append it |
 * | `{crc62}`, `{crc62le}` | the same of everything since the mark « but the `_` before it, as Synapse appends it, and from its end, as Matrix's Authentication Service does |
 * | `{crc32hex}` | the same in eight hexadecimal digits, as Cloudflare appends it |
 * | `{CRC32HEX}` | the same in capital digits, of everything since the mark «, as Atlassian appends it; percent-encoding is decoded |
 * | `{crc32le}` | the same with the least significant byte first, of everything since the mark « but the `_` before it, as Grafana appends it |
 * | `{crc32base64}` | the same in base64 and so reversed, of everything since the mark « but the first four characters, as Confluent appends it |
 * | `{whole62}`, `{wholehex}` | the CRC32 of everything since the mark «, in six base62 digits, as JSR appends it, and in eight hexadecimal ones, as Private Packagist and Yandex do |
 * | `{luhn}` | the check digit of the digits since the mark «, as payment cards end in it |
 * | `{iban:DE}…{end}` | an account number of that country: its two check digits stand between the letters and what is written here |
 * | `{encode:base64}…{end}` | what stands between, encoded; also `base64url`, `hex`, `percent` |
 *
 * The same template and seed give the same text.
 */
export function fill(template: string, seed = 1): string {
  const random = generator(seed ^ hashOf(template));
  const encoded: { kind: string; start: number }[] = [];
  let text = "";
  let last = 0;
  for (const hole of template.matchAll(holes)) {
    text += template.slice(last, hole.index);
    last = hole.index + hole[0].length;
    const [, drawn, count = "", fixed] = hole;
    const name = drawn ?? fixed ?? "";
    if (name === "encode" || name === "iban") encoded.push({ kind: count, start: text.length });
    else if (name === "end") {
      const open = encoded.pop();
      if (open === undefined) throw new Error(`{end} without {encode} in ${template}`);
      text = text.slice(0, open.start) + encode(open.kind, text.slice(open.start));
    } else if (name === "crc32") text += checksum(lastRun(text));
    else if (name === "crc62") text += checksum(sinceMark(text).slice(0, -1));
    else if (name === "crc62le") text += checksumFromItsEnd(sinceMark(text).slice(0, -1));
    else if (name === "crc32hex") text += crc32Hex(lastRun(text));
    else if (name === "CRC32HEX") text += crc32Hex(decodeURIComponent(sinceMark(text))).toUpperCase();
    else if (name === "crc32le") text += crc32HexReversed(sinceMark(text).slice(0, -1));
    else if (name === "crc32base64")
      text += Buffer.from(crc32HexReversed(sinceMark(text).slice(4)), "hex")
        .toString("base64")
        .slice(0, 6);
    else if (name === "whole62") text += checksum(sinceMark(text));
    else if (name === "wholehex") text += crc32Hex(sinceMark(text));
    else if (name === "luhn") text += luhnDigit(sinceMark(text));
    else if (name === "uuid") text += uuid(random);
    else text += characters(random, alphabets[name] ?? "", Number(count));
  }
  return text + template.slice(last);
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

const alphabets: Readonly<Record<string, string>> = {
  base62: digits + upper + lower,
  base58: `${digits}${upper}${lower}`.replaceAll(/[0OIl]/g, ""),
  base64: `${upper}${lower}${digits}+/`,
  base64url: `${upper}${lower}${digits}-_`,
  base32: `${upper}234567`,
  BECH32: "023456789ACDEFGHJKLMNPQRSTUVWXYZ",
  lower32: `${lower}234567`,
  consonants: "bcdfghjklmnpqrstvwxz2456789",
  hex: `${digits}abcdef`,
  HEX: `${digits}ABCDEF`,
  LOWER36: digits + upper,
  lower36: digits + lower,
  lower,
  upper,
  letters: lower + upper,
  digits,
};

const holes = new RegExp(
  `\\{(?:(${Object.keys(alphabets).join("|")}|encode|iban):(\\w+)|(crc32|crc62|crc62le|crc32hex|CRC32HEX|crc32le|crc32base64|whole62|wholehex|luhn|uuid|end))\\}`,
  "g",
);

function sinceMark(text: string): string {
  return text.slice(text.lastIndexOf("«") + 1);
}

/** The letters and digits at the end. */
function lastRun(text: string): string {
  let start = text.length;
  while (start > 0 && /[A-Za-z0-9]/.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}

function characters(random: () => number, alphabet: string, count: number): string {
  let text = "";
  while (text.length < count) text += alphabet.charAt(random() % alphabet.length);
  return text;
}

function uuid(random: () => number): string {
  const part = (count: number): string => characters(random, alphabets["hex"] ?? "", count);
  return `${part(8)}-${part(4)}-4${part(3)}-a${part(3)}-${part(12)}`;
}

function encode(kind: string, text: string): string {
  if (kind === "percent")
    return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  if (kind === "base64" || kind === "base64url" || kind === "hex") return Buffer.from(text).toString(kind);
  if (/^[A-Z]{2}$/.test(kind)) return `${kind}${ibanDigits(kind, text)}${text}`;
  throw new Error(`no such encoding: ${kind}`);
}

/** ISO 7812-1, annex B. */
function luhnDigit(text: string): string {
  const figures = text.replaceAll(/\D/g, "");
  const sum = [...figures].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064, modulo 97: the whole, with the country and 00 behind the account, is 98 less than what is written. */
function ibanDigits(country: string, account: string): string {
  const number = [...`${account.replaceAll(/[^\dA-Z]/g, "")}${country}00`]
    .map((character) => parseInt(character, 36))
    .join("");
  return String(98n - (BigInt(number) % 97n)).padStart(2, "0");
}

/** xorshift32: repeatable, and good enough for values that only have to look random. */
function generator(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 1;
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
