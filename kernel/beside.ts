import { isDigit, isLetter } from "./bytes";
import { joined } from "./halves";
import { BEGINNINGS, FOURS, LONG_WORDS, slice } from "./memory";
import { isOther } from "./other-digits";

/**
 * Tells whether a stretch of digits may be a phone number. In logs such stretches stand in every line; few have a plus or a bracket in
 * front, a zero with which a number can begin, a letter beside that is no ASCII, or a word that begins as one of those that are wanted.
 * A table has a bit for each three letters, and for two at the end of a word; another one for those of them behind which a fourth letter has to
 * stand, and a third one for hashes of four.
 */

/** So far before and behind is looked: farther than src/detectors/person/phone.ts does from where a number may begin. */
const BEFORE: usize = 48;
const BEHIND: usize = 32;

const LETTERS: u32 = 26;

/**
 * @param count of the digits
 * @param bits which of its bytes are digits, the first one lowest; of up to 64 bytes
 * @param goesOn has the bit 1 if other bytes stand before the slice: they may say anything
 */
export function mayBePhone(start: usize, end: usize, count: u32, bits: u64, limit: usize, goesOn: u32): bool {
  if (goesOn & 1 && start - slice < BEFORE) return true;
  if (<u32>(end - start) == count && (isInWord(byteBefore(start)) || (end < limit && isInWord(load<u8>(end)))))
    return false;
  if (isLed(start)) return true;
  if (isOther(start, end, count, bits)) return false;
  return (
    hasBeginning(start, end, bits) ||
    hasWord(max(start - min(start - slice, BEFORE), slice), start, limit) ||
    hasWord(end, min(end + BEHIND, limit), limit)
  );
}

/** Whether a plus or a bracket stands in front, or a plus and a space. */
function isLed(start: usize): bool {
  const last = byteBefore(start);
  return last == 0x2b || last == 0x28 || (last == 0x20 && byteBefore(start - 1) == 0x2b);
}

/** Whether one of its numbers begins as those that can be dialled, or it holds a bracket or what is no ASCII. */
function hasBeginning(start: usize, end: usize, bits: u64): bool {
  const first = min(start + 16, end);
  const bytes = v128.load(start);
  const there = (1 << (<u32>(first - start))) - 1;
  if ((i8x16.bitmask(v128.or(bytes, i8x16.eq(bytes, i8x16.splat(0x28)))) & there) != 0) return true;
  const zeros = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x30))) & there;
  for (let some = zeros & ~((<u32>bits) << 1); some != 0; some &= some - 1)
    if (canBegin(start + <usize>ctz(some))) return true;
  for (let at = first; at < end; at++) {
    const byte = load<u8>(at);
    if (byte == 0x28 || byte >= 0x80 || (byte == 0x30 && canBegin(at))) return true;
  }
  return false;
}

/** Whether a number can begin with the zero at a place: none does in a word, behind a hyphen or a slash, or as what a dot or space parts. */
function canBegin(at: usize): bool {
  const last = byteBefore(at);
  if (isInWord(last) || last == 0x2d || last == 0x2f) return false;
  return !((last == 0x2e || last == 0x20) && isDigit(byteBefore(at - 1)));
}

function isInWord(byte: u8): bool {
  return isDigit(byte) || isLetter(byte) || byte == 0x5f;
}

function byteBefore(at: usize): u8 {
  return at > slice ? load<u8>(at - 1) : 0;
}

/** Whether from one place to another, of up to 64 bytes, one is no ASCII or a control character, or a word that is wanted begins. */
function hasWord(at: usize, stop: usize, limit: usize): bool {
  if (at >= stop) return false;
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const there: u64 = (1 << (<u64>(stop - at))) - 1;
  if ((joined(strange(a), strange(b), strange(c), strange(d)) & there) != 0) return true;
  const letter = joined(letters(a, 0x20), letters(b, 0x20), letters(c, 0x20), letters(d, 0x20));
  const small = joined(letters(a, 0), letters(b, 0), letters(c, 0), letters(d, 0));
  // In `workPhone` two begin.
  const humps = letter & ~small & (small << 1);
  let begins = ((letter & ~((letter << 1) | u64(isLetter(byteBefore(at))))) | humps) & there;
  for (; begins != 0; begins &= begins - 1) if (isWanted(at + <usize>ctz(begins), limit)) return true;
  return false;
}

/** What is no ASCII, or a control character other than white space. */
function strange(bytes: v128): v128 {
  const low = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(14)), i8x16.splat(18));
  return v128.or(v128.or(low, i8x16.lt_s(bytes, i8x16.splat(9))), i8x16.eq(bytes, i8x16.splat(0x7f)));
}

/** Small letters, and with the bit in which they differ those of both cases. */
function letters(bytes: v128, both: i8): v128 {
  return i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(both)), i8x16.splat(0x61)), i8x16.splat(26));
}

function isWanted(at: usize, limit: usize): bool {
  // What stands behind the end is no letter.
  const there = limit - at < 4 ? (1 << ((<u32>(limit - at)) << 3)) - 1 : -1;
  const word = (load<u32>(at) & there) | 0x20202020;
  const second = ((word >>> 8) & 0xff) - 0x61;
  if (second >= LETTERS) return false;
  const first = (word & 0xff) - 0x61;
  const third = min(((word >>> 16) & 0xff) - 0x61, LETTERS);
  const bit = (first * LETTERS + second) * (LETTERS + 1) + third;
  if (!isSet(BEGINNINGS, bit)) return false;
  if (!isSet(LONG_WORDS, bit)) return true;
  const fourth = (word >>> 24) - 0x61;
  return fourth < LETTERS && isSet(FOURS, ((bit * LETTERS + fourth) * 0x9e3779b1) >>> 19);
}

function isSet(table: usize, bit: u32): bool {
  return ((load<u8>(table + (bit >>> 3)) >>> (<u8>bit & 7)) & 1) != 0;
}
