import { LOWER_HALVES, joined, sets } from "./halves";

/**
 * 64 bytes as bits, one for each byte, the first one lowest. This is where shapes.ts is fast: nothing here depends on what the
 * bytes are.
 */

/**
 * For each lower half of a byte the sets that it is in, and behind them for each upper half those that go with it: 0x80 digits, 1 and 2
 * letters, 4 `-`, 8 `_`, 16 other separators, 32 `:`, 64 `@`.
 */
const SETS = memory.data<u8>([
  210, 131, 131, 131, 131, 131, 131, 131, 147, 147, 35, 1, 1, 5, 17, 25, 0, 0, 20, 160, 65, 10, 1, 2, 0, 0, 0, 0, 0, 0,
  0, 0,
]);

/** Of the block that was classified last: its digits. */
export let digits: u64 = 0;
/** Whether there is a colon in it, and an `@`. */
export let colons: bool = false;
export let ats: bool = false;

export function classify(at: usize, limit: usize): void {
  const a = setsOf(v128.load(at));
  const b = setsOf(v128.load(at, 16));
  const c = setsOf(v128.load(at, 32));
  const d = setsOf(v128.load(at, 48));
  digits = joined(a, b, c, d) & before(at, limit);
  const all = v128.or(v128.or(a, b), v128.or(c, d));
  colons = v128.any_true(v128.and(all, i8x16.splat(0x20)));
  ats = v128.any_true(v128.and(all, i8x16.splat(0x40)));
}

/** Bits for the bytes before `end`. */
export function before(at: usize, end: usize): u64 {
  return end >= at + 64 ? -1 : end <= at ? 0 : (1 << (<u64>(end - at))) - 1;
}

/** Bits for the bytes of a block that can be in a token. */
export function tokensAt(at: usize, limit: usize): u64 {
  const first = joined(
    inToken(v128.load(at)),
    inToken(v128.load(at, 16)),
    inToken(v128.load(at, 32)),
    inToken(v128.load(at, 48)),
  );
  return first & before(at, limit);
}

function setsOf(bytes: v128): v128 {
  return sets(bytes, v128.load(LOWER_HALVES), v128.load(SETS), v128.load(SETS, 16));
}

function inToken(bytes: v128): v128 {
  return i8x16.ne(v128.and(setsOf(bytes), i8x16.splat(-113)), i8x16.splat(0));
}

/** Bits for the bytes of a block that equal one. */
export function equal(at: usize, byte: u8, limit: usize): u64 {
  const wanted = i8x16.splat(<i8>byte);
  const first = joined(
    i8x16.eq(v128.load(at), wanted),
    i8x16.eq(v128.load(at, 16), wanted),
    i8x16.eq(v128.load(at, 32), wanted),
    i8x16.eq(v128.load(at, 48), wanted),
  );
  return first & before(at, limit);
}

/** The bits of a block and the next, moved down. */
export function moved(bits: u64, next: u64, by: u64): u64 {
  return (bits >>> by) | ((next << 1) << (63 - by));
}

/** Where `count` ones in a row begin; 32 are enough. */
export function rows(bits: u64, next: u64, count: u32): u64 {
  const wanted: u64 = min<u32>(count, 32);
  let length: u64 = 1;
  for (; length * 2 <= wanted; length *= 2) {
    bits &= moved(bits, next, length);
    next &= next >>> length;
  }
  return length < wanted ? bits & moved(bits, next, wanted - length) : bits;
}

// What was told last of two blocks: where digits are, they are in many blocks in a row.
let separatorsPlace: usize = 0;
let separatorsThere: u64 = 0;
let dotsPlace: usize = 0;
let dotsThere: u64 = 0;
let colonsPlace: usize = 0;
let colonsThere: u64 = 0;
/** Of the block behind the one that was asked for. */
export let nextSeparators: u64 = 0;
export let nextDots: u64 = 0;
export let nextColons: u64 = 0;

/** Other bytes stand in the slice from now on. */
export function forgetBlocks(): void {
  separatorsPlace = dotsPlace = colonsPlace = 0;
}

/** Separators of a block and the next, and bytes from 0x80, as other spaces and dashes are among them. */
export function separatorsAt(at: usize): u64 {
  const own = at == separatorsPlace ? separatorsThere : separatorsIn(at);
  separatorsPlace = at + 64;
  separatorsThere = nextSeparators = separatorsIn(at + 64);
  return own;
}

/** Dots of a block and the next. */
export function dotsAt(at: usize, limit: usize): u64 {
  const own = at == dotsPlace ? dotsThere : equal(at, 0x2e, limit);
  dotsPlace = at + 64;
  dotsThere = nextDots = equal(at + 64, 0x2e, limit);
  return own;
}

/** Colons of a block and the next. */
export function colonsAt(at: usize, limit: usize): u64 {
  const own = at == colonsPlace ? colonsThere : equal(at, 0x3a, limit);
  colonsPlace = at + 64;
  colonsThere = nextColons = equal(at + 64, 0x3a, limit);
  return own;
}

/** Capitals of a block. */
export function capitalsAt(at: usize): u64 {
  return joined(
    capitals(v128.load(at)),
    capitals(v128.load(at, 16)),
    capitals(v128.load(at, 32)),
    capitals(v128.load(at, 48)),
  );
}

function capitals(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x41)), i8x16.splat(26));
}

function separatorsIn(at: usize): u64 {
  return joined(
    separatorsOf(v128.load(at)),
    separatorsOf(v128.load(at, 16)),
    separatorsOf(v128.load(at, 32)),
    separatorsOf(v128.load(at, 48)),
  );
}

function separatorsOf(bytes: v128): v128 {
  return v128.or(bytes, i8x16.ne(v128.and(setsOf(bytes), i8x16.splat(20)), i8x16.splat(0)));
}
