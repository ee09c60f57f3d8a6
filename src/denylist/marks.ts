import type { Range } from "../model/range.ts";

/**
 * Where something is written in place of characters, or stands in the midst of a text without being read: see escapes.ts and
 * markup.ts.
 */
export function* marksIn(bytes: Buffer, { start, end }: Range): Generator<Range> {
  for (let at = nextCandidate(bytes, start, end); at < end; at = nextCandidate(bytes, at + 1, end)) {
    const byte = bytes[at] ?? 0;
    if (isMark(bytes, at, byte)) yield { start: at, end: endOf(bytes, at, byte) };
  }
}

/** A loop of its own, which is compiled to a few instructions a byte. */
function nextCandidate(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && kinds[bytes[at] ?? 0] === 0) at++;
  return at;
}

/** Of a tag or a link where it ends, as far as that is near. */
function endOf(bytes: Buffer, at: number, byte: number): number {
  const closing = byte === 0x3c ? ">" : byte !== 0x5d ? undefined : bytes[at + 1] === 0x28 ? ")" : "]";
  const length = closing === undefined ? -1 : bytes.subarray(at, at + longestMarkup).indexOf(closing, 1);
  return at + Math.max(0, length) + 1;
}

/** Whether a mark may begin with a byte. */
export function canBeginMark(byte: number): boolean {
  return kinds[byte] === 1;
}

/** 1 for the bytes that are looked at. */
const kinds = new Uint8Array(256);
for (const character of "&%\\<-=*~`]\x1b") kinds[character.charCodeAt(0)] = 1;

const ampersand = 0x26;
const percent = 0x25;
const backslash = 0x5c;
const less = 0x3c;
const hyphen = 0x2d;
const equals = 0x3d;
const bracket = 0x5d;
const escape = 0x1b;

function isMark(bytes: Buffer, at: number, byte: number): boolean {
  const next = bytes[at + 1] ?? 0x20;
  switch (byte) {
    case ampersand:
      return (isLetter(next) || next === 0x23) && isEntity(bytes, at);
    case percent:
      return (isHexadecimal(next) && isHexadecimal(bytes[at + 2])) || next === 0x75;
    case backslash:
      return next > 0x20;
    case less:
      return isLetter(next) || next === 0x2f || next === 0x21;
    case hyphen:
      return isLetter(bytes[at - 1]) && (endsLine(bytes, at + 1) || (next === hyphen && isPunycode(bytes, at)));
    case equals:
      if (isLineBreak(next)) return isLetter(bytes[at - 1]);
      return next < 0x60 && isHexadecimal(next) && isHexadecimal(bytes[at + 2]);
    case bracket:
      return next === 0x28 || next === 0x5b;
    case escape:
      return true;
  }
  let behind = at + 1;
  while (behind < at + 3 && bytes[behind] === byte) behind++;
  return isLetter(bytes[at - 1]) && isLetter(bytes[behind]);
}

/** Whether nothing but a few spaces stands before the end of the line. */
function endsLine(bytes: Buffer, from: number): boolean {
  let at = from;
  while (at < from + 4 && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  return isLineBreak(bytes[at] ?? 0x20);
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

const longestEntity = 32;

function isEntity(bytes: Buffer, at: number): boolean {
  return bytes[at + 1] === 0x23 || /^&[a-zA-Z\d]{1,30};/.test(bytes.toString("latin1", at, at + longestEntity));
}

/** A link, or a tag of a line, may be this long. */
const longestMarkup = 2000;
