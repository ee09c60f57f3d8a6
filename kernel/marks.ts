import { HEX, OCTAL, PERCENT, QUOTED, meaningOfBytes, meaningOfUnits, writtenByte } from "./coded";
import { meaningOfEntity } from "./entities";
import { NONE, SEPARATOR, continues, foldOfPoint, limit } from "./folds";
import { meaningOfMarkup } from "./markup";
import { any, isMarkByte, meaningOfSequence, meaningOfPoint, means } from "./points";
import { endOfEscapeCharacter, endOfSequence } from "./sequence";
import { byteAt, digitsRead, hexadecimal, isLetter, isLineBreak } from "./written";

/**
 * What marks mean: what is written in place of characters, or stands in the midst of a text without being read. src/denylist/escapes.ts
 * and src/denylist/markup.ts say which there are, and decode them; here it is only told what they are to a word, so that whatever
 * could be one there is found. What cannot be told is any word.
 */

/** The fold of what is written at a place, and its width; `NONE` where it is what it is. */
export function meaningAt(at: usize): u32 {
  const byte = load<u8>(at);
  if (!isMarkByte(byte) || at >= limit) return NONE;
  if (continues && limit - at < 64) return any(1);
  switch (byte) {
    case 0x26: // &
      return meaningOfEntity(at);
    case 0x25: // %
      return byteAt(at + 1) == 0x75 ? meaningOfUnits(at, 2) : meaningOfBytes(at, PERCENT);
    case 0x3d: // =
      if (isLineBreak(byteAt(at + 1))) return means(0, byteAt(at + 1) == 0x0d && byteAt(at + 2) == 0x0a ? 3 : 2);
      return meaningOfBytes(at, QUOTED);
    case 0x5c: // \
      return meaningOfBackslash(at);
    case 0x7b: // {
      return byteAt(at + 1) == 0x5c ? meaningOfTex(at, at + 2) : NONE;
    case 0x1b:
      return meaningOfSequence(at, 1);
  }
  return meaningOfMarkup(at, byte);
}

function meaningOfBackslash(at: usize): u32 {
  const next = byteAt(at + 1);
  if (next == 0x0a) return NONE;
  // Escapes in escapes, and what is no letter of ASCII, stand there themselves.
  if (next == 0x5c || next == 0x1b || next >= 0x80) return means(0, 1);
  const escape = endOfEscapeCharacter(at, limit);
  if (escape != 0 && endOfSequence(escape, limit) != 0) return meaningOfSequence(at, escape - at);
  let meaning = NONE;
  if (next == 0x75) meaning = meaningOfUnits(at, 2);
  else if (next == 0x78) meaning = meaningOfBytes(at, HEX);
  else if (next == 0x55 && hexadecimal(at + 2, 8, 8) != NONE) return meaningOfPoint(hexadecimal(at + 2, 8, 8), at, 10);
  if (meaning != NONE) return meaning;
  if (next == 0x75 && byteAt(at + 2) == 0x7b) {
    const point = hexadecimal(at + 3, 1, 6);
    if (point != NONE && byteAt(at + 3 + digitsRead) == 0x7d) return meaningOfPoint(point, at, 4 + digitsRead);
  }
  // Two in a row are bytes, one is an escape of CSS.
  if (writtenByte(at, OCTAL) != NONE && (writtenByte(at + 4, OCTAL) != NONE || writtenByte(at - 4, OCTAL) != NONE))
    return meaningOfBytes(at, OCTAL);
  const point = hexadecimal(at + 1, 2, 6);
  if (point != NONE) return meaningOfPoint(point, at, 1 + digitsRead + (byteAt(at + 1 + digitsRead) == 0x20 ? 1 : 0));
  meaning = meaningOfTex(at, at + 1);
  if (meaning != NONE) return meaning;
  switch (next) {
    case 0x6e:
    case 0x72:
    case 0x74:
    case 0x66:
    case 0x76:
    case 0x30:
      return means(SEPARATOR, 2);
  }
  return next < 0x20 ? NONE : meaningOfPoint(next, at, 2);
}

/** Of TeX, what has a name of letters, an accent, or an accent that is named: {\ss} \o \"{\i} \'e {\"o} \c{c}. */
function meaningOfTex(at: usize, name: usize): u32 {
  const first = byteAt(name);
  let letter = name + 1;
  const isOpen = byteAt(letter) == 0x7b;
  if (!isAccent(first) && !(isOpen && isNamedAccent(first))) return isTexLetter(name, name > at + 1) ? any(1) : NONE;
  if (isOpen) letter++;
  if (isOpen && byteAt(letter) == 0x5c && isDotless(byteAt(letter + 1))) letter++;
  if (!isLetter(byteAt(letter))) return isWrittenLetter(letter) ? any(1) : NONE;
  let end = letter + 1;
  while (end < letter + 3 && byteAt(end) == 0x7d) end++;
  return means(foldOfPoint(byteAt(letter)), end - at);
}

/** &eacute; &#233; %C3 =C3 */
function isWrittenLetter(at: usize): bool {
  const byte = byteAt(at);
  if (byte == 0x26) return isLetter(byteAt(at + 1)) || byteAt(at + 1) == 0x23;
  return (byte == 0x25 || byte == 0x3d) && hexadecimal(at + 1, 2, 2) != NONE;
}

/** c v H u k r */
function isNamedAccent(byte: u8): bool {
  return byte == 0x63 || byte == 0x76 || byte == 0x48 || byte == 0x75 || byte == 0x6b || byte == 0x72;
}

function isTexLetter(name: usize, isBraced: bool): bool {
  const first = byteAt(name);
  const second = byteAt(name + 1);
  if (!isLetter(first)) return false;
  if (!isLetter(second)) return first == 0x69 || (first | 0x20) == 0x6f || (first | 0x20) == 0x6c; // i o l
  if (isLetter(byteAt(name + 2))) return false;
  return isBraced || (first == 0x73 && second == 0x73) || ((first | 0x20) == 0x6f && (second | 0x20) == 0x65); // ss oe
}

function isDotless(byte: u8): bool {
  return byte == 0x69 || byte == 0x6a; // i j
}

function isAccent(byte: u8): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x5e || byte == 0x7e || byte == 0x3d || byte == 0x2e;
}
