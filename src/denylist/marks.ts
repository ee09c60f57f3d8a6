import { isUtf8 } from "node:buffer";
import type { Range } from "../model/range.ts";
import { widthAt } from "./reading.ts";

/**
 * Where something is written in place of characters, or stands in the midst of a text without being read: see escapes.ts and
 * markup.ts.
 * @param isHiding only those behind which the first word of a term may begin unseen, for whoever sees nothing but the bytes
 */
export function* marksIn(bytes: Buffer, { start, end }: Range, isHiding: boolean): Generator<Range> {
  const isBroken = isHiding && !isUtf8(bytes.subarray(start, end));
  for (let at = start; ; at++) {
    at = nextMark(bytes, at, end, isHiding, isBroken);
    if (at === end) return;
    yield { start: at, end: endOf(bytes, at, bytes[at] ?? 0) };
  }
}

/** Where the next stands, or the end. */
function nextMark(bytes: Buffer, from: number, end: number, isHiding: boolean, isBroken: boolean): number {
  const table = isBroken ? kindsAndForeign : kinds;
  for (let at = nextCandidate(bytes, from, end, table); at < end; at = nextCandidate(bytes, at + 1, end, table)) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (isMark(bytes, at, byte, isHiding)) return at;
    } else if (isBroken) {
      const width = widthAt(bytes, at);
      if (width === 1) return at;
      at += width - 1;
    }
  }
  return end;
}

/** A loop of its own, which is compiled to a few instructions a byte. */
function nextCandidate(bytes: Buffer, from: number, end: number, table: Uint8Array): number {
  let at = from;
  while (at < end && table[bytes[at] ?? 0] === 0) at++;
  return at;
}

/** Of a tag or a link where it ends, as far as that is near. */
function endOf(bytes: Buffer, at: number, byte: number): number {
  const closing = byte === 0x3c ? ">" : byte !== 0x5d ? undefined : bytes[at + 1] === 0x28 ? ")" : "]";
  const length = closing === undefined ? -1 : bytes.subarray(at, at + longestMarkup).indexOf(closing, 1);
  return at + Math.max(0, length) + 1;
}

/** 1 for the bytes that are looked at. */
const kinds = new Uint8Array(256);
for (const character of "&%\\<-=*~`]\x1b") kinds[character.charCodeAt(0)] = 1;
const kindsAndForeign = kinds.slice().fill(1, 0x80);

const ampersand = 0x26;
const percent = 0x25;
const backslash = 0x5c;
const less = 0x3c;
const hyphen = 0x2d;
const equals = 0x3d;
const bracket = 0x5d;
const escape = 0x1b;

function isMark(bytes: Buffer, at: number, byte: number, isHiding: boolean): boolean {
  const next = bytes[at + 1] ?? 0x20;
  switch (byte) {
    case ampersand:
      return (isLetter(next) || next === 0x23) && isEntity(bytes, at, isHiding);
    case percent:
      return (isHexadecimal(next) && isHexadecimal(bytes[at + 2])) || next === 0x75;
    case backslash:
      return isEscape(bytes, at, next, isHiding);
    case less:
      return (isLetter(next) || next === 0x2f || next === 0x21) && (!isHiding || joins(bytes, at));
    case hyphen:
      return isLetter(bytes[at - 1]) && (isLineBreak(next) || (next === hyphen && isPunycode(bytes, at)));
    case equals:
      if (isLineBreak(next)) return isLetter(bytes[at - 1]);
      return next < 0x60 && isHexadecimal(next) && isHexadecimal(bytes[at + 2]);
    case bracket:
      return (next === 0x28 || next === 0x5b) && (!isHiding || isInWord(bytes, at));
    case escape:
      return true;
  }
  let behind = at + 1;
  while (behind < at + 3 && bytes[behind] === byte) behind++;
  return isLetter(bytes[at - 1]) && isLetter(bytes[behind]);
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isPunycode(bytes: Buffer, at: number): boolean {
  return bytes.toString("latin1", Math.max(0, at - 2), at).toLowerCase() === "xn";
}

function isLetter(byte = 0x20): boolean {
  return byte >= 0x80 || (byte > 0x40 && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

function isHexadecimal(byte = 0x20): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 && byte > 0x40);
}

/** What most pages have between words, which hides none. */
const separating: ReadonlySet<string> = new Set(["nbsp", "quot", "apos", "#34", "#39", "#160", "#xa0"]);

const longestEntity = 32;

function isEntity(bytes: Buffer, at: number, isHiding: boolean): boolean {
  const name = /^&(#?[a-zA-Z\d ]{1,30});/.exec(bytes.toString("latin1", at, at + longestEntity))?.[1];
  if (name === undefined) return bytes[at + 1] === 0x23;
  if (!isHiding) return true;
  return !separating.has(name.toLowerCase()) && (isLetter(bytes[at - 1]) || goesOn(bytes[at + name.length + 2]));
}

/** With a letter, or with what is written for one. */
function goesOn(byte = 0x20): boolean {
  return isLetter(byte) || "&#\\%<{".includes(String.fromCharCode(byte));
}

function isEscape(bytes: Buffer, at: number, next: number, isHiding: boolean): boolean {
  const isOfLetter = isLetter(next) || isHexadecimal(next);
  if (!isHiding) return isOfLetter || next > 0x20;
  // A line break before a capital is no letter of its word, nor is a quotation mark between words.
  if (next === 0x6e || next === 0x72 || next === 0x74) {
    const behind = bytes[at + 2] ?? 0x20;
    return isLetter(behind) && !(behind >= 0x41 && behind <= 0x5a);
  }
  return (
    isOfLetter || (isLetter(bytes[at - 1]) && accents.includes(String.fromCharCode(next)) && goesOn(bytes[at + 2]))
  );
}

/** Of TeX. */
const accents = "\"'`^~=.";

/** A link, or a tag of a line, may be this long. */
const longestMarkup = 2000;

/** Whether letters stand right before and right behind a tag. */
function joins(bytes: Buffer, at: number): boolean {
  if (!isLetter(bytes[at - 1])) return false;
  const end = bytes.subarray(at, at + longestMarkup).indexOf(">");
  const behind = bytes[at + end + 1];
  return end > 0 && goesOn(behind);
}

/** Whether a link begins or ends in the midst of a word. */
function isInWord(bytes: Buffer, at: number): boolean {
  const end = bytes.subarray(at, at + longestMarkup).indexOf(bytes[at + 1] === 0x28 ? ")" : "]", 1);
  if (end > 0 && isLetter(bytes[at + end + 1])) return true;
  const start = bytes.subarray(Math.max(0, at - 200), at).lastIndexOf("[");
  return start >= 0 && isLetter(bytes[Math.max(0, at - 200) + start - 1]);
}
