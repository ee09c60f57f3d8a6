/**
 * Tells what 64 bytes are by their upper and lower halves: a table has for each lower half a bit for every set that it is in, another one
 * for each upper half those of the sets that go with it. The tables stand in memory, as constants would be made anew wherever they
 * are used.
 *
 * Sets 1 to 16 are base64's alphabets: + - / with 2; digits with 3; A to O with 4 and 6; P to Z with 5 and 7; _ with 5. 32 to 128
 * are what of them can be the first of four characters, of which the first byte is readable: A, C, D, I to O with 4; P to Z with 5; a to f
 * with 6.
 */
const ALPHABET = memory.data<u8>([
  74, 238, 206, 238, 238, 206, 206, 78, 78, 110, 108, 37, 36, 37, 36, 53, 0, 0, 1, 2, 36, 88, 132, 8, 0, 0, 0, 0, 0, 0,
  0, 0,
]);

/** 128: the ends of lines. 1 to 4: what escapes begin with: the escape character, % and a backslash. */
const MARKS = memory.data<u8>([
  0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 128, 1, 4, 128, 0, 0, 128, 1, 2, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

export const LOWER_HALVES = memory.data<u8>([15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]);

// A bit for each of the 64 bytes that were classified last, the first one lowest.
export let alphabet: u64 = 0;
export let firsts: u64 = 0;
export let lineEnds: u64 = 0;
export let escapes: u64 = 0;
export let hasNul: bool = false;
export let hasEscapeCharacter: bool = false;

export function classify(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const half = v128.load(LOWER_HALVES);
  let low = v128.load(ALPHABET);
  let high = v128.load(ALPHABET, 16);
  let ofA = sets(a, half, low, high);
  let ofB = sets(b, half, low, high);
  let ofC = sets(c, half, low, high);
  let ofD = sets(d, half, low, high);
  const none = i8x16.splat(0);
  alphabet = ~joined(i8x16.eq(ofA, none), i8x16.eq(ofB, none), i8x16.eq(ofC, none), i8x16.eq(ofD, none));
  const first = i8x16.splat(32);
  firsts = joined(i8x16.ge_u(ofA, first), i8x16.ge_u(ofB, first), i8x16.ge_u(ofC, first), i8x16.ge_u(ofD, first));
  low = v128.load(MARKS);
  high = v128.load(MARKS, 16);
  ofA = sets(a, half, low, high);
  ofB = sets(b, half, low, high);
  ofC = sets(c, half, low, high);
  ofD = sets(d, half, low, high);
  lineEnds = joined(ofA, ofB, ofC, ofD);
  escapes = joined(i8x16.gt_s(ofA, none), i8x16.gt_s(ofB, none), i8x16.gt_s(ofC, none), i8x16.gt_s(ofD, none));
  const all = v128.or(v128.or(ofA, ofB), v128.or(ofC, ofD));
  hasEscapeCharacter = v128.any_true(v128.and(all, i8x16.splat(1)));
  hasNul = !i8x16.all_true(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)));
}

/** For each of sixteen bytes the sets that it is in. */
export function sets(bytes: v128, half: v128, low: v128, high: v128): v128 {
  const upper = v128.and(i16x8.shr_u(bytes, 4), half);
  return v128.and(i8x16.relaxed_swizzle(low, v128.and(bytes, half)), i8x16.relaxed_swizzle(high, upper));
}

/** The upper bits of 64 bytes. */
export function joined(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>i8x16.bitmask(a) | ((<u64>i8x16.bitmask(b)) << 16);
  return low | ((<u64>i8x16.bitmask(c)) << 32) | ((<u64>i8x16.bitmask(d)) << 48);
}

/** The bits of a block, moved up by some places, with those of the block before. */
export function moved(bits: u64, previous: u64, by: u64): u64 {
  return (bits << by) | (previous >>> (64 - by));
}
