import { JOINS, NONE, continues, limit } from "./folds";
import { isOfTag } from "./follows";
import { slice } from "./memory";
import { any, isMarkByte, means } from "./points";
import { byteAt, endOfName, hexadecimal, isLetter, isListed, isOfWord, placeNames } from "./written";

/** Tags, comments and links may be this long. */
const LONGEST: usize = 2100;

/** What markup means to a word: see `marks.ts`. Whether a tag joins or separates is all the same here. */
export function meaningOfMarkup(at: usize, byte: u8): u32 {
  const next = byteAt(at + 1);
  switch (byte) {
    case 0x3c: // <
      return next == 0x21 ? meaningOfComment(at) : meaningOfTag(at);
    case 0x2d: // -
      return meaningOfHyphen(at);
    case 0x5b: // [
      return meaningOfLinkedText(at);
    case 0x5d: // ]
      return next == 0x28 || next == 0x5b ? meaningOfLink(at, next == 0x28 ? 0x29 : 0x5d) : NONE;
  }
  let end = at + 1;
  while (end < at + 3 && byteAt(end) == byte) end++;
  return goesOn(byteAt(end)) ? means(JOINS, end - at) : NONE;
}

/** Whether a word may go on with a byte. */
export function goesOn(byte: u8): bool {
  return isOfWord(byte) || isMarkByte(byte);
}

function meaningOfTag(at: usize): u32 {
  let end = at + (byteAt(at + 1) == 0x2f ? 2 : 1);
  if (!isLetter(byteAt(end)) || (at > slice && load<u8>(at - 1) == 0x5c)) return NONE;
  while (end < at + 64 && isOfTag(load<u8>(end))) end++;
  const first = byteAt(end);
  if (first >= 0x80) return canBeSpace(end) ? any(1) : NONE;
  if (first != 0x3e && first != 0x2f && !isSpace(first)) return NONE;
  end = nextOf(end, 0x3c, 0x3e);
  if (end >= limit) return continues ? any(1) : NONE;
  return end < at + LONGEST && load<u8>(end) == 0x3e ? means(JOINS, end + 1 - at) : NONE;
}

function isSpace(byte: u8): bool {
  return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** U+00A0, U+1680, U+2000 to U+205F, U+3000, U+FEFF, and some beside them. */
function canBeSpace(at: usize): bool {
  const two = load<u16>(at);
  return two == 0xa0c2 || two == 0x9ae1 || two == 0x80e2 || two == 0x81e2 || two == 0x80e3 || two == 0xbbef;
}

/** Where one of two bytes stands next, no farther than `LONGEST`. */
function nextOf(at: usize, one: i8, other: i8): usize {
  const end = min(at + LONGEST, limit);
  for (; at < end; at += 16) {
    const bytes = v128.load(at);
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(one)), i8x16.eq(bytes, i8x16.splat(other))));
    if (found != 0) return at + ctz(found);
  }
  return end;
}

function meaningOfComment(at: usize): u32 {
  if (byteAt(at + 2) != 0x2d || byteAt(at + 3) != 0x2d) return NONE;
  for (let end = at + 4; end < at + LONGEST; end++) {
    if (end + 2 >= limit) return continues ? any(1) : NONE;
    if (load<u8>(end) == 0x2d && load<u8>(end + 1) == 0x2d && load<u8>(end + 2) == 0x3e)
      return means(JOINS, end + 3 - at);
  }
  return NONE;
}

/** The bracket before the text of a link. */
function meaningOfLinkedText(at: usize): u32 {
  const end = nextOf(at + 1, 0x5d, 0x5b);
  if (end >= limit) return continues ? any(1) : NONE;
  const isOfColour = load<u8>(end) == 0x5b && load<u8>(end - 1) == 0x1b;
  const isLink = isOfColour || (load<u8>(end) == 0x5d && (byteAt(end + 1) == 0x28 || byteAt(end + 1) == 0x5b));
  return isLink && end <= at + 201 ? means(JOINS, 1) : NONE;
}

function meaningOfLink(at: usize, closing: i8): u32 {
  const end = nextOf(at + 2, closing, closing);
  if (end >= limit) return continues ? any(1) : NONE;
  return load<u8>(end) == closing ? means(JOINS, end + 1 - at) : NONE;
}

/** At the end of a line, with what the next one begins with. */
function meaningOfHyphen(at: usize): u32 {
  let end = endOfSpaces(at + 1);
  if (byteAt(end) == 0x0d) end++;
  if (end > at + 6 || byteAt(end) != 0x0a) return isWrittenBreak(at + 1) ? any(1) : NONE;
  end = endOfSpaces(end + 1);
  const sign = byteAt(end);
  if (isWriting(sign) && byteAt(end + 1) > 0x20) return any(1);
  if ((sign == 0x2f || sign == 0x2d) && byteAt(end + 1) == sign) end = endOfSpaces(end + 2);
  else if (isOfComment(sign)) end = endOfSpaces(end + 1);
  return isWriting(byteAt(end)) ? any(1) : means(JOINS, end - at);
}

/** & % = and a backslash, which may be written for a space. */
function isWriting(byte: u8): bool {
  return byte == 0x26 || byte == 0x25 || byte == 0x3d || byte == 0x5c;
}

/** # % * ; > | */
function isOfComment(byte: u8): bool {
  return byte == 0x23 || byte == 0x25 || byte == 0x2a || byte == 0x3b || byte == 0x3e || byte == 0x7c;
}

function endOfSpaces(at: usize): usize {
  while (byteAt(at) == 0x09 || (byteAt(at) == 0x20 && at < limit)) at++;
  return at;
}

/** \n \r \u000a \x0a &#10; %0A =0A, or what begins like one. */
function isWrittenBreak(at: usize): bool {
  const next = byteAt(at + 1);
  switch (byteAt(at)) {
    case 0x5c:
      if (next == 0x75) return isBreak(hexadecimal(at + 2, 4, 4));
      return next == 0x6e || next == 0x72 || (next == 0x78 && isBreak(hexadecimal(at + 2, 2, 2)));
    case 0x26:
      return next == 0x23;
    case 0x25:
    case 0x3d:
      return isBreak(hexadecimal(at + 1, 2, 2));
  }
  return false;
}

function isBreak(point: u32): bool {
  return point == 0x0a || point == 0x0d;
}
