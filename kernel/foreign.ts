import { alphabet, classify, joined, LOWER_HALVES, moved, sets } from "./halves";
import { clear, emit, slice } from "./memory";
import { sixBitsOf } from "./six-bits";
import { isDigit, isLetter } from "./written";

/** So many bytes of text in a row count: nothing shorter is decoded elsewhere. */
const LEAST: u32 = 12;
/** From the first of eight bytes to the end of the last are fewer than so many. */
const LONGEST_ROW: usize = 64;
/** Stands in place of an end for digits with something between them. */
export const APART: u32 = 0xffffffff;

/**
 * Finds what hides names from a search for words, where a list is looked for: text in UTF-8 with other letters than those of ASCII,
 * which `base64.ts` and `hexadecimal.ts` take for no text, in runs of base64's alphabet or of digits; and bytes in hexadecimal digits
 * with something between them (`4a 61`, `\x4a\x61`, `0x4a, 0x61`, `4a61 6e65`), eight in a row.
 *
 * Takes the same as `findWords`. Emits where a run begins and ends, or where the eighth byte ends that stands apart, and `APART`: a run has
 * sixteen bytes and a row more than twenty, so that there is room for all of a slice.
 */
export function findForeign(from: u32, to: u32, end: u32, goesOn: u32): u32 {
  clear();
  const limit = slice + to;
  const stop = slice + end;
  let ones: u64 = 0;
  let twos: u64 = 0;
  let fours: u64 = 0;
  let eights: u64 = 0;
  let marked: u64 = 0;
  let behindFigures: u64 = 0;
  digits = pairs = groups = rows = 0;
  for (let at = slice + from; at < stop; at += 64) {
    if (at >= limit + LONGEST_ROW && ones >>> 63 == 0) break;
    classify(at);
    const known: u64 = at + 64 <= stop ? -1 : (1 << (<u64>(stop - at))) - 1;
    const begun = rowsAt(at, known);
    // The next slice begins with the digits of its own part: those of a row that begins before it are none of its eight.
    if (at < limit + LONGEST_ROW)
      for (let rest = begun; rest != 0; rest &= rest - 1) emit(<u32>(at + <usize>ctz(rest) - slice), APART);
    const one = alphabet & known;
    const two = one & moved(one, ones, 1);
    const four = two & moved(two, twos, 2);
    const eight = four & moved(four, fours, 4);
    const sixteen = eight & moved(eight, eights, 8);
    // What of a run stands behind its first figure, and is the sixteenth or a further character of it.
    const first = (figures & one) | (one & moved(0, behindFigures, 1));
    const behindFigure = (one & ~(one + first)) | first;
    const long = sixteen & behindFigure;
    for (let rest = moved(long, marked, 1) & ~one; rest != 0; rest &= rest - 1)
      considerRun(at + <usize>ctz(rest), limit);
    if (at + 64 >= stop && (long & (known ^ (known >>> 1))) != 0) considerRun(stop, limit);
    behindFigures = behindFigure;
    marked = long;
    ones = one;
    twos = two;
    fours = four;
    eights = eight;
  }
  return to;
}

/** The run that ends there. */
function considerRun(end: usize, limit: usize): void {
  let start = end;
  while (start > slice && isOfAlphabet(load<u8>(start - 1))) start--;
  if (start < limit && (hasForeign(start, end) || hasForeignDigits(start, end)))
    emit(<u32>(start - slice), <u32>(end - slice));
}

function isOfAlphabet(byte: u8): bool {
  return isLetter(byte) || isDigit(byte) || byte == 0x2b || byte == 0x2d || byte == 0x2f || byte == 0x5f;
}

/** Whether text stands in base64, behind as many characters of something else as there may be. */
function hasForeign(start: usize, end: usize): bool {
  for (let skip: usize = 0; skip < 4; skip++) {
    let state: u32 = 0;
    let at = start + skip;
    for (; at + 4 <= end; at += 4) {
      const three =
        (sixBits(load<u8>(at)) << 18) |
        (sixBits(load<u8>(at, 1)) << 12) |
        (sixBits(load<u8>(at, 2)) << 6) |
        sixBits(load<u8>(at, 3));
      state = read(state, three >>> 16);
      state = read(state, (three >>> 8) & 0xff);
      state = read(state, three & 0xff);
      if (isText(state)) return true;
    }
    // What is not padded ends with two or three.
    if (at + 2 <= end) state = read(state, (sixBits(load<u8>(at)) << 2) | (sixBits(load<u8>(at, 1)) >>> 4));
    if (at + 3 <= end) state = read(state, ((sixBits(load<u8>(at, 1)) & 15) << 4) | (sixBits(load<u8>(at, 2)) >>> 2));
    if (isText(state)) return true;
  }
  return false;
}

/** u8 for each byte. */
const SIX_BITS = memory.data(256);
for (let byte: u32 = 0; byte < 256; byte++) store<u8>(SIX_BITS + byte, <u8>sixBitsOf(<u8>byte));

function sixBits(byte: u8): u32 {
  return load<u8>(SIX_BITS + byte);
}

function hasForeignDigits(start: usize, end: usize): bool {
  if (end - start < 24) return false;
  for (let skip: usize = 0; skip < 2; skip++) {
    let state: u32 = 0;
    for (let at = start + skip; at + 2 <= end; at += 2) {
      const high = digitOf(load<u8>(at));
      const low = digitOf(load<u8>(at, 1));
      state = (high | low) > 15 ? 0 : read(state, (high << 4) | low);
      if (isText(state)) return true;
    }
  }
  return false;
}

/** Sixteen or more for what is none. */
function digitOf(byte: u8): u32 {
  if (isDigit(byte)) return byte & 15;
  const letter: u32 = (<u32>byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : 16;
}

/** What has been read of a text in a row: its bytes, how many of its last character are missing and how many it has, whether one has several. */
const LENGTH: u32 = 0xff;
const MISSING: u32 = 0x100;
const WIDTH: u32 = 0x1000;
const FOREIGN: u32 = 0x10000;

function isText(state: u32): bool {
  return state >= FOREIGN && (state & LENGTH) >= LEAST;
}

/** What has been read together with a byte; 0 where a text has ended. */
function read(state: u32, byte: u32): u32 {
  const missing = (state / MISSING) & 15;
  if (byte < 0x80) {
    const isReadable = byte >= 0x20 ? byte < 0x7f : byte == 0x09 || byte == 0x0a || byte == 0x0d;
    if (!isReadable) return 0;
    return missing != 0 ? 1 : counted(state, 1);
  }
  if (byte < 0xc0) {
    if (missing == 0) return 0;
    return missing > 1 ? state - MISSING : counted(state & (FOREIGN | LENGTH), (state / WIDTH) & 15) | FOREIGN;
  }
  if (byte < 0xc2 || byte > 0xf4) return 0;
  const width: u32 = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return (missing != 0 ? 0 : state & (FOREIGN | LENGTH)) | (width * WIDTH) | ((width - 1) * MISSING);
}

/** A long text has enough. */
function counted(state: u32, more: u32): u32 {
  return (state & LENGTH) < 0xf0 ? state + more : state;
}

/** By the halves of bytes as in `halves.ts`: 1 with 3 and 2 with 4 and 6 are hexadecimal digits, 4 with 3 and 8 with 2 figures and the plus. */
const DIGITS = memory.data<u8>([
  5, 7, 7, 7, 7, 7, 7, 5, 5, 5, 0, 8, 0, 0, 0, 0, 0, 0, 8, 5, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);
/** Digits of base ten and the plus: names in code have few, and base64 of sixteen characters has one nineteen times in twenty. */
let figures: u64 = 0;

/** Of the block before: digits, and right behind which places a pair of them ends, or a group of four, or the eighth or a further one of a row. */
let digits: u64 = 0;
let pairs: u64 = 0;
let groups: u64 = 0;
let rows: u64 = 0;

/**
 * Bits right behind the first eight pairs of digits that stand equally far apart, or eight groups of four with one byte between: from there the
 * row is read to its end.
 */
function rowsAt(at: usize, known: u64): u64 {
  const half = v128.load(LOWER_HALVES);
  const low = v128.load(DIGITS);
  const high = v128.load(DIGITS, 16);
  const a = sets(v128.load(at), half, low, high);
  const b = sets(v128.load(at, 16), half, low, high);
  const c = sets(v128.load(at, 32), half, low, high);
  const d = sets(v128.load(at, 48), half, low, high);
  figures = known & some(a, b, c, d, 12);
  const digit = known & some(a, b, c, d, 3);
  const two = moved(digit, digits, 1) & moved(digit, digits, 2) & ~digit;
  const three = moved(digit, digits, 3);
  const pair = two & ~three;
  const group = two & three & moved(digit, digits, 4) & ~moved(digit, digits, 5);
  let found: u64 = 0;
  if (popcnt(pair | group) + popcnt(pairs | groups) >= 8) {
    found = row(pair, pairs, 3) | row(pair, pairs, 4) | row(pair, pairs, 6);
    found |= row(pair | group, pairs | groups, 5);
  }
  const begun =
    found & ~(moved(found, rows, 3) | moved(found, rows, 4) | moved(found, rows, 5) | moved(found, rows, 6));
  digits = digit;
  pairs = pair;
  groups = group;
  rows = found;
  return begun;
}

/** Where eight in a row end. They take less than the block before. */
function row(one: u64, before: u64, apart: u64): u64 {
  const two = one & moved(one, before, apart);
  const twoBefore = before & (before << apart);
  const four = two & moved(two, twoBefore, 2 * apart);
  return four & moved(four, twoBefore & (twoBefore << (2 * apart)), 4 * apart);
}

/** Bits for those of 64 bytes that are in one of some sets. */
function some(a: v128, b: v128, c: v128, d: v128, wanted: i8): u64 {
  const mask = i8x16.splat(wanted);
  const none = i8x16.splat(0);
  return ~joined(
    i8x16.eq(v128.and(a, mask), none),
    i8x16.eq(v128.and(b, mask), none),
    i8x16.eq(v128.and(c, mask), none),
    i8x16.eq(v128.and(d, mask), none),
  );
}
