import { joined, LOWER_HALVES, moved, sets } from "./halves";

/** By the halves of bytes as in `halves.ts`: 1 with 3 and 2 with 4 and 6 are hexadecimal digits, 4 with 3 and 8 with 2 figures and the plus. */
const DIGITS = memory.data<u8>([
  5, 7, 7, 7, 7, 7, 7, 5, 5, 5, 0, 8, 0, 0, 0, 0, 0, 0, 8, 5, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);
/** Digits of base ten and the plus: names in code have few, and base64 of sixteen characters has one nineteen times in twenty. */
export let figures: u64 = 0;

/** Of the block before: digits, and right behind which places a pair of them ends, or a group of four, or the eighth or a further one of a row. */
let digits: u64 = 0;
let pairs: u64 = 0;
let groups: u64 = 0;
let rows: u64 = 0;

export function startRows(): void {
  digits = pairs = groups = rows = 0;
}

/**
 * Bits right behind the first eight pairs of digits that stand equally far apart, or eight groups of four with one byte between: from there the
 * row is read to its end.
 */
export function rowsAt(at: usize, known: u64): u64 {
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
