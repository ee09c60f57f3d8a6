import { slice } from "./memory";

// What a fold is: three bytes at most with their count, or one of these, and what kind of character it is.
export const COUNT: u32 = 0x03000000; // of bytes; none: the character is dropped
export const SEPARATOR: u32 = 0x04000000;
export const ITSELF: u32 = 0x08000000;
export const ANY: u32 = 0x10000000;
export const CAPITAL: u32 = 0x20000000;
export const DIGIT: u32 = 0x40000000;
export const UNSPACED: u32 = 0x80000000;
/** What may stand inside of a word, and may separate two: see `marks.ts`. */
export const JOINS: u32 = SEPARATOR | ANY;
/** The same, but where it ends is not known. */
export const JOINS_SOMEWHERE: u32 = SEPARATOR | ANY | ITSELF;
/** No such character, or no such mark. */
export const NONE: u32 = 0xffffffff;

const LAST_PAGE: u32 = 0x20000 >> 6;

/** Where a key is written. */
export let key: usize = 0;
let folds: usize = 0;

/** Where the folds stand: 32 bytes to write a key in; for each 64 code points up to U+20000 the number of a page; the pages. */
export function placeFolds(start: usize): void {
  key = start;
  folds = start + 32;
}

/** Where the bytes end, and whether the text goes on there. */
export let limit: usize = 0;
export let continues: bool = false;
/** Where the first character begins whose first byte is here. */
let beginning: usize = 0;

/** @param goesOn has the bit 1 if other bytes stand before the slice, 2 if behind it */
export function readUpTo(end: usize, goesOn: u32): void {
  limit = end;
  continues = (goesOn & 2) != 0;
  beginning = goesOn & 1 ? beginningAt(slice) : slice;
}

/** Where the first character begins from a border between two slices on: what is cut by it belongs to the former. */
export function beginningAt(border: usize): usize {
  let at = border;
  while (at < min(border + 3, limit) && (load<u8>(at) & 0xc0) == 0x80) at++;
  return at;
}

/** How long the character is that was looked at, in bytes. */
export let width: usize = 1;

export function setWidth(bytes: usize): void {
  width = bytes;
}

/** The fold of the character at a place. */
export function foldOf(at: usize): u32 {
  const first = load<u8>(at);
  width = 1;
  if (at >= limit || at < beginning) return SEPARATOR;
  if (first < 0x80) return pageFoldOf(first);
  const point = pointAt(at, first);
  if (point == NONE) return foldOfWindows(first);
  width = 1 + moreBytes(first);
  return pageFoldOf(point);
}

/** The code point in UTF-8; `NONE` where there is none. */
function pointAt(at: usize, first: u8): u32 {
  const more = moreBytes(first);
  if (more == 0 || at + more >= limit) return NONE;
  let point: u32 = <u32>first & (0x3f >>> <u32>more);
  for (let index: usize = 1; index <= more; index++) {
    const byte = load<u8>(at + index);
    if ((byte & 0xc0) != 0x80) return NONE;
    point = (point << 6) | (byte & 0x3f);
  }
  return isPoint(point, more) ? point : NONE;
}

/** How many bytes follow the first one of a character; 0 for what is no first byte of several. */
export function moreBytes(first: u8): usize {
  return first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

/** Whether a code point is one, and is not written in more bytes than it needs. */
export function isPoint(point: u32, more: usize): bool {
  if (more == 2) return point >= 0x800 && point >>> 11 != 0x1b;
  return more == 1 || (point >= 0x10000 && point < 0x110000);
}

/** What of Windows-1252 from 0x80 to 0x9f can stand in words, spaces in place of the others. */
const WINDOWS = memory.data<u16>([
  0x20, 0x20, 0x20, 0x192, 0x20, 0x20, 0x20, 0x20, 0x2c6, 0x20, 0x160, 0x20, 0x152, 0x20, 0x17d, 0x20, 0x20, 0x20, 0x20,
  0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x2122, 0x161, 0x20, 0x153, 0x20, 0x17e, 0x178,
]);

/** Of a byte from 0x80 that is no UTF-8, as a character of Windows-1252. */
export function foldOfWindows(byte: u32): u32 {
  return foldOfPoint(byte < 0xa0 ? <u32>load<u16>(WINDOWS + ((byte - 0x80) << 1)) : byte);
}

/** The fold of a character that does not stand there itself. */
export function foldOfPoint(point: u32): u32 {
  const fold = pageFoldOf(point);
  if ((fold & ITSELF) == 0) return fold;
  if (point >= 0x10000) return ANY;
  const kind = fold & (CAPITAL | DIGIT | UNSPACED);
  const last = 0x80 | (point & 0x3f);
  if (point < 0x800) return kind | 0x02000000 | (0xc0 | (point >>> 6)) | (last << 8);
  return kind | 0x03000000 | (0xe0 | (point >>> 12)) | ((0x80 | ((point >>> 6) & 0x3f)) << 8) | (last << 16);
}

function pageFoldOf(point: u32): u32 {
  if (point >>> 6 >= LAST_PAGE) return point >= 0xe0000 ? 0 : ITSELF | UNSPACED;
  const page = <usize>load<u16>(folds + ((point >>> 6) << 1));
  return load<u32>(folds + 2 * LAST_PAGE + (page << 8) + ((point & 63) << 2));
}
