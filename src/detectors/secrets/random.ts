import { surprise } from "./surprise.ts";

/** Whether a machine drew the value: it costs more bits a character than words and names do, even when they are in leetspeak. */
export function isRandom(value: string): boolean {
  if (value.length < 10 || /[^\x21-\x7e]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (hexadecimal.test(value)) return value.length >= 16 && /\d/.test(value) && distinct(value) >= 8;
  if (value.length >= 24)
    return surprise(value) >= 4.8 * value.length || partsOf(value).some((part) => surprise(part) >= 4.8 * part.length);
  // In leetspeak a digit is a letter of a word. A short random value has so many digits that it may then look like words too.
  const [raw, read] = [surprise(value) / value.length, surprise(plain(value)) / value.length];
  if (value.length < 16) return raw >= 5.2 && read >= 4.5;
  return Math.min(raw, read) >= 4.8;
}

/** Hexadecimal digits, alone or behind a prefix: `acme_v1_…`. */
const hexadecimal = /^(?:0x|(?:[A-Za-z\d]{1,10}[_-]){1,3}(?=[\da-fA-F]{32}))?(?:[0-9a-f]+|[0-9A-F]+)$/;

/** What stands between the marks of a value that has several parts: `acme-4711-…`. */
function partsOf(value: string): string[] {
  return value.split(/[^A-Za-z\d]+/).filter((part) => part.length >= 20);
}

function plain(value: string): string {
  return value.replaceAll(/[01345789@$!]/g, (character) => letters[character] ?? character);
}

const letters: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  8: "b",
  9: "g",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Whether small letters, capitals and digits are mixed, as in nearly every long value that a machine drew from them. */
export function isMixed(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

/** A row of the keyboard or the alphabet, alone or woven: `qwertz`, `a1b2c3d4`. */
export function isRow(value: string): boolean {
  return row.test(value) || steps(value, 1) > value.length * 0.6 || steps(value, 2) > value.length * 0.6;
}

const row = /^(?:qwert|asdfg|zxcvb|yxcvb|qazwsx|1q2w3e|1qaz|12345)/i;

/** How many characters repeat or follow the one that stands `back` before them. */
function steps(value: string, back: number): number {
  let count = 0;
  for (let at = back; at < value.length; at++) {
    if (Math.abs(value.charCodeAt(at) - value.charCodeAt(at - back)) <= 1) count++;
  }
  return count;
}

/** How many different characters the value has. */
export function distinct(value: string): number {
  seen.fill(0);
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code > 0xff) return new Set(value).size;
    count += 1 - (seen[code] ?? 0);
    seen[code] = 1;
  }
  return count;
}

/** Which characters a value has, in Latin-1. A set takes forty times as long to make as the characters take to look at. */
const seen = new Uint8Array(256);
