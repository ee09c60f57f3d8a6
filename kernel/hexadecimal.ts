import { joined, LOWER_HALVES, moved, sets } from "./halves";
import { emit, HEXADECIMAL, HEXADECIMAL_DIGITS, is, READABLE, slice } from "./memory";

/** 128: the digits with which a readable byte can begin, 0 and 2 to 7. 1 and 2: the others, and the letters, of both cases. */
const DIGITS = memory.data<u8>([
  128, 3, 130, 130, 130, 130, 130, 128, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 129, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** How many bytes in a row must be readable, as bits; and how many of them must not be NUL: text of four bytes a character has so many. */
const ROW: u32 = 0xfff;
const LEAST: u32 = 3;

/** Where the block ends that was looked at last, and its bits; `moved` needs those of the block before. */
let known: usize = 0;
let first: u64 = 0;
let pairs: u64 = 0;
let twos: u64 = 0;
let fours: u64 = 0;
let twelves: u64 = 0;

/** Up to where runs have been decoded, by whether their bytes begin at even or odd places. */
let even: usize = 0;
let odd: usize = 0;

export function startHexadecimal(): void {
  known = even = odd = 0;
}

/**
 * Finds text that is written in hexadecimal digits: twelve bytes in a row that are readable, of which the first digits are few. What
 * encodings.ts has seen is that 24 bytes in a row are of base64's alphabet, and where they end (`ends`, a bit for each of the block).
 *
 * Emits where one begins that stands before `limit`; one for each run of digits, unless it is longer than the slice.
 */
export function considerHexadecimal(at: usize, ends: u64, limit: usize, end: usize): void {
  if (!hasDigits(at, ends)) return;
  if (known != at) {
    first = pairs = twos = fours = 0;
    if (at > slice) classify(at - 64);
  }
  classify(at);
  known = at + 64;
  for (let rest = twelves & ends; rest != 0; rest &= rest - 1) {
    const place = at + <usize>ctz(rest) - 23;
    if (place >= limit) return;
    if (place >= (place & 1 ? odd : even)) decode(place, limit, end);
  }
}

/** Whether eight digits in a row, or as many as the block has of them, end where 24 bytes do: mostly they are words and paths. */
function hasDigits(at: usize, ends: u64): bool {
  const half = v128.load(LOWER_HALVES);
  const low = v128.load(DIGITS);
  const high = v128.load(DIGITS, 16);
  const none = i8x16.splat(0);
  let row = ~joined(
    i8x16.eq(sets(v128.load(at), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 16), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 32), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 48), half, low, high), none),
  );
  row &= (row << 1) | 1;
  row &= (row << 2) | 3;
  row &= (row << 4) | 15;
  return (row & ends) != 0;
}

/** Tells where pairs of digits end, twelve in a row, of which each can be a readable byte. */
function classify(at: usize): void {
  const half = v128.load(LOWER_HALVES);
  const low = v128.load(DIGITS);
  const high = v128.load(DIGITS, 16);
  const a = sets(v128.load(at), half, low, high);
  const b = sets(v128.load(at, 16), half, low, high);
  const c = sets(v128.load(at, 32), half, low, high);
  const d = sets(v128.load(at, 48), half, low, high);
  const none = i8x16.splat(0);
  const begins = joined(a, b, c, d);
  const digits = ~joined(i8x16.eq(a, none), i8x16.eq(b, none), i8x16.eq(c, none), i8x16.eq(d, none));
  const pair = digits & moved(begins, first, 1);
  const two = pair & moved(pair, pairs, 2);
  const four = two & moved(two, twos, 4);
  const eight = four & moved(four, fours, 8);
  twelves = eight & moved(four, fours, 16);
  first = begins;
  pairs = pair;
  twos = two;
  fours = four;
}

/** Decodes the run from a place on, until twelve bytes of it are text. */
function decode(place: usize, limit: usize, end: usize): void {
  let readable: u32 = 0;
  let written: u32 = 0;
  let at = place;
  for (; at + 2 <= end && is(load<u8>(at), HEXADECIMAL) && is(load<u8>(at, 1), HEXADECIMAL); at += 2) {
    const byte = <u8>((digit(load<u8>(at)) << 4) | digit(load<u8>(at, 1)));
    readable = (readable << 1) | u32(is(byte, READABLE));
    written = (written << 1) | u32(byte != 0);
    if ((readable & ROW) != ROW || popcnt(written & ROW) < LEAST) continue;
    if (at - 22 < limit) emit(<u32>(at - 22 - slice), HEXADECIMAL_DIGITS);
    while (at < end && is(load<u8>(at), HEXADECIMAL)) at++;
    even = odd = at;
    return;
  }
  if (place & 1) odd = at;
  else even = at;
}

function digit(byte: u8): u32 {
  return (byte & 15) + (byte > 0x39 ? 9 : 0);
}
