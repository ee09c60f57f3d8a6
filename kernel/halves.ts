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

/** Each of them in the place of its lower half: what escapes begin with (% and a backslash, the escape character) and the ends of lines. */
const MARKS = memory.data<u8>([
  0xff, 0xff, 0xff, 0xff, 0xff, 0x25, 0xff, 0xff, 0xff, 0xff, 0x0a, 0x1b, 0x5c, 0x0d, 0xff, 0,
]);

/** The same for what hardly any text has: NUL and the escape character. */
const RARE = memory.data<u8>([
  0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1b, 0xff, 0xff, 0xff, 0,
]);

const TO_128_FROM_1 = memory.data<u8>([127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127]);
const TO_128_FROM_32 = memory.data<u8>([96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96]);

export const LOWER_HALVES = memory.data<u8>([15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]);

// A bit for each of the 64 bytes that were classified last, the first one lowest.
export let alphabet: u64 = 0;
export let firsts: u64 = 0;
export let marks: u64 = 0;
/** Whether one of them is NUL or the escape character. */
export let hasRare: bool = false;

export function classify(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const half = v128.load(LOWER_HALVES);
  let low = v128.load(ALPHABET);
  const high = v128.load(ALPHABET, 16);
  const ofA = sets(a, half, low, high);
  const ofB = sets(b, half, low, high);
  const ofC = sets(c, half, low, high);
  const ofD = sets(d, half, low, high);
  alphabet = least(ofA, ofB, ofC, ofD, v128.load(TO_128_FROM_1));
  firsts = least(ofA, ofB, ofC, ofD, v128.load(TO_128_FROM_32));
  low = v128.load(MARKS);
  marks = joined(same(a, half, low), same(b, half, low), same(c, half, low), same(d, half, low));
  low = v128.load(RARE);
  const first = v128.or(same(a, half, low), same(b, half, low));
  hasRare = v128.any_true(v128.or(first, v128.or(same(c, half, low), same(d, half, low))));
}

/** Bits for those of 64 numbers that come to 128 with what is added. */
function least(a: v128, b: v128, c: v128, d: v128, more: v128): u64 {
  return joined(i8x16.add_sat_u(a, more), i8x16.add_sat_u(b, more), i8x16.add_sat_u(c, more), i8x16.add_sat_u(d, more));
}

/** Which of sixteen bytes are the one that a table has for their lower half. */
function same(bytes: v128, half: v128, table: v128): v128 {
  return i8x16.eq(bytes, i8x16.relaxed_swizzle(table, v128.and(bytes, half)));
}

/** Whether one of 64 bytes is NUL. */
export function hasNul(at: usize): bool {
  const first = i8x16.min_u(v128.load(at), v128.load(at, 16));
  return !i8x16.all_true(i8x16.min_u(first, i8x16.min_u(v128.load(at, 32), v128.load(at, 48))));
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
