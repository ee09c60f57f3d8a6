import { isDigit, isLetter, isLineBreak, isOfWord } from "./written";

/**
 * Most bytes that a mark could begin with begin none, which the bytes beside them tell. u16 for each byte: which marks it may follow,
 * a bit for each; and u8: for the first bytes of marks which bit is theirs.
 */
const FOLLOWS = memory.data(512);
const OWN = memory.data(256);

const AMPERSAND: u16 = 1;
const PERCENT: u16 = 2;
const EQUALS: u16 = 4;
const LESS: u16 = 8;
const HYPHEN: u16 = 16;
const EMPHASIS: u16 = 32;
const BRACKET: u16 = 64;
const ESCAPE: u16 = 128;
/** No mark, but what a word is made of. */
const WORD: u16 = 256;
/** What a tag's name is made of. */
const NAME: u16 = 512;

/** These stand in words. */
const BEHIND_WORD: u16 = LESS | HYPHEN | EMPHASIS;

own(0x26, AMPERSAND);
own(0x25, PERCENT);
own(0x3d, EQUALS);
own(0x3c, LESS);
own(0x2d, HYPHEN);
own(0x2a, EMPHASIS); // * ~ `
own(0x7e, EMPHASIS);
own(0x60, EMPHASIS);
own(0x5b, EMPHASIS); // [
own(0x5d, BRACKET);
own(0x5c, ESCAPE);
own(0x1b, ESCAPE);
for (let byte: u32 = 0; byte < 256; byte++) store<u16>(FOLLOWS + 2 * byte, followed(<u8>byte));

function own(byte: u32, bit: u16): void {
  store<u8>(OWN + byte, bit);
}

function followed(byte: u8): u16 {
  let bits: u16 = byte > 0x20 ? ESCAPE : 0;
  if (isOfWord(byte)) bits |= WORD | EMPHASIS;
  if ((isOfWord(byte) && byte < 0x80) || byte == 0x3a || byte == 0x2e || byte == 0x2d || byte == 0x5f) bits |= NAME;
  if (isLetter(byte) || byte == 0x23) bits |= AMPERSAND;
  if (isLetter(byte) || byte == 0x2f || byte == 0x21) bits |= LESS; // < and / !
  if (isDigit(byte) || (isLetter(byte) && (byte & 31) < 7) || byte == 0x75) bits |= PERCENT; // %75 %u
  if (isDigit(byte) || (byte >= 0x41 && byte < 0x47) || isLineBreak(byte)) bits |= EQUALS;
  if (byte == 0x28 || byte == 0x5b) bits |= BRACKET; // ]( ][
  if (isLineBreak(byte) || byte == 0x20 || byte == 0x09) bits |= HYPHEN;
  // What could be written for a line break, and the second one of xn--.
  if (byte == 0x5c || byte == 0x26 || byte == 0x25 || byte == 0x3d || byte == 0x2d) bits |= HYPHEN;
  // What a word may go on with.
  if (load<u8>(OWN + byte) != 0 || byte == 0x7b) bits |= EMPHASIS;
  return bits;
}

/** Whether a mark that could hide a word may begin at a byte, by those beside it. */
export function canBeMark(before: u8, byte: u8, behind: u8): bool {
  const bit = <u16>load<u8>(OWN + byte);
  const isBehindWord = load<u16>(FOLLOWS + 2 * <usize>before) & WORD;
  return (load<u16>(FOLLOWS + 2 * <usize>behind) & bit) != 0 && (isBehindWord != 0 || (bit & BEHIND_WORD) == 0);
}

export function isOfTag(byte: u8): bool {
  return (load<u16>(FOLLOWS + 2 * <usize>byte) & NAME) != 0;
}
