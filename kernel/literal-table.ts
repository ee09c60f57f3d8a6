import { CHAINS, NAME_CHAINS, PAIRS, RECORDS, RESULTS, SHORT_CHAINS, slice } from "./memory";
import { prepareValues } from "./value";

/**
 * The tables of `literals.ts`, made of the records that come with the slice's place.
 *
 * A record, of 20 bytes: u32 where the next of the chain stands, u32 where its text stands behind the records, u16 length, u16 owner,
 * u8 flags and bucket, u8 where its window begins, and what must stand behind the literal: u8 a class, u8 how many bytes of it at
 * least, u8 a byte that must be among them, u8 within how many bytes, 0 for right behind, u8 what kind of value in place of all that, or
 * PAIR where it is u16 two bytes, u16 within how many, NONE where the class is not to stand right behind, AROUND where it may stand in front as
 * well, or WORD where a word begins; u8 how many bits of the eight bytes from its window on are not its own.
 *
 * A chain, of four bytes: u16 the number of its first record from 1 on, and u16 a bit for each kind of byte that can stand behind the
 * four bytes, or two, by which the chain is found. Most places of a text whose bytes are somewhere in a literal are not worth more than
 * that look.
 */
const RECORD: usize = 20;
/** How many buckets there are, twice: once for each way in which a window can stand. */
export const BUCKETS: u64 = 32;
const WAY: u64 = 16;
/** Makes letters of both cases one; what else it makes one is told apart later. */
const CASES: u64 = 0x2020202020202020;
const ANY_CASE: u8 = 1;
const NAMES_ONLY: u8 = 2;

/** Where the records end and their texts begin. */
let texts: usize = 0;

/** Makes the tables of `count` records, whose texts come inverted and end where the slice begins. */
export function build(count: u32): void {
  prepareValues();
  texts = RECORDS + <usize>count * RECORD;
  for (let at = texts; at < slice; at++) store<u8>(at, ~load<u8>(at));
  for (let record = RECORDS; record < texts; record += RECORD) {
    const window = textOf(record) + windowOf(record);
    const isInNames = (flagsOf(record) & NAMES_ONLY) != 0;
    const isShort = isInNames || lengthOf(record) < 4;
    const chain = isInNames ? nameChain(window) : chainOf(window, isShort);
    const known = lengthOf(record) - <u32>windowOf(record);
    const unknown = known < 8 ? 64 - 8 * known : 0;
    store<u8>(record, <u8>unknown, 19);
    const next: u32 = isShort ? 2 : 4;
    store<u32>(record, <u32>firstOf(chain));
    store<u16>(chain, <u16>((record - RECORDS) / RECORD + 1));
    store<u16>(chain, load<u16>(chain, 2) | <u16>(known > next ? kindsOf(load<u8>(window + next)) : ALL_KINDS), 2);
    if (!isInNames) allow(record, window);
  }
  allowAny();
}

/** Enters both ways in which a window can stand into the table of pairs. Behind two bytes that stand at an even place can be anything. */
function allow(record: usize, window: usize): void {
  const known: isize = <isize>(textOf(record) + lengthOf(record) - window);
  const shift: isize = lengthOf(record) < 4 ? -1 : 1;
  for (let way: isize = 0; way < 2; way++) {
    const bit: u64 = 1 << ((<u64>flagsOf(record) >> 4) + WAY * <u64>way);
    allowPair(record, window, way * shift, known, bit);
    if (known > 2 || way == 1) allowPair(record, window, way * shift + 2, known, bit << BUCKETS);
    else withAny |= bit << BUCKETS;
  }
}

/** Enters the pairs that can stand at a place of a window. One byte of them can be outside of it, and anything. */
function allowPair(record: usize, window: usize, first: isize, known: isize, bit: u64): void {
  if (first < 0) markCases(BEHIND_ANY, 3, record, window + first + 1, bit);
  else if (first + 1 >= known) markCases(BEFORE_ANY, 3, record, window + first, bit);
  else {
    const byte = load<u8>(window + first);
    markCases(PAIRS + ((<usize>byte) << 3), 11, record, window + first + 1, bit);
    if (flagsOf(record) & ANY_CASE)
      markCases(PAIRS + ((<usize>upperCase(byte)) << 3), 11, record, window + first + 1, bit);
  }
}

/** Adds a bit to what a table has for a byte of a record, in both cases if they are one to it. */
function markCases(table: usize, shift: usize, record: usize, text: usize, bit: u64): void {
  const byte = load<u8>(text);
  mark(table + ((<usize>byte) << shift), bit);
  if (flagsOf(record) & ANY_CASE) mark(table + ((<usize>upperCase(byte)) << shift), bit);
}

function mark(at: usize, bit: u64): void {
  store<u64>(at, load<u64>(at) | bit);
}

// While the tables are made: u64 for each byte behind which, or before which, can be anything, where later the results stand.
const BEFORE_ANY: usize = RESULTS;
const BEHIND_ANY: usize = RESULTS + 0x800;
/** For all pairs. */
let withAny: u64 = 0;

/** Enters all that can stand beside anything. */
function allowAny(): void {
  for (let second: usize = 0; second < 0x100; second++) {
    const ofSecond = i64x2.splat(withAny | load<u64>(BEHIND_ANY + (second << 3)));
    for (let first: usize = 0; first < 0x800; first += 16) {
      const at = PAIRS + (second << 11) + first;
      v128.store(at, v128.or(v128.load(at), v128.or(ofSecond, v128.load(BEFORE_ANY + first))));
    }
  }
}

export function isByte(wanted: u8, byte: u8, flags: u8): bool {
  return byte == wanted || ((flags & ANY_CASE) != 0 && byte == upperCase(wanted));
}

function upperCase(byte: u8): u8 {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

/** Whether at a place the first eight bytes of a record's window can stand, or as many as there are. */
export function canStand(record: usize, at: usize): bool {
  const window = load<u64>(textOf(record) + windowOf(record));
  return ((load<u64>(at) | CASES) ^ (window | CASES)) << (<u64>load<u8>(record, 19)) == 0;
}

/** The chain of the records whose windows begin with the same bytes: four, of a short one two. */
export function chainOf(text: usize, isShort: bool): usize {
  return isShort
    ? SHORT_CHAINS + <usize>((((<u32>load<u16>(text) | 0x2020) * 0x9e3779b1) >>> 22) << 2)
    : CHAINS + <usize>((((load<u32>(text) | <u32>CASES) * 0x9e3779b1) >>> 18) << 2);
}

export function nameChain(text: usize): usize {
  return NAME_CHAINS + <usize>((((<u32>load<u16>(text) | 0x2020) * 0x9e3779b1) >>> 22) << 2);
}

/** 1 if there is a chain for a place, and one of its records can go on as the text does. */
export function hasChain(text: usize, isShort: bool): u32 {
  const next = load<u8>(text + (isShort ? 2 : 4));
  return <u32>((<u32>load<u16>(chainOf(text, isShort), 2) & kindOf(next)) != 0);
}

/** One of sixteen kinds of bytes, as a bit. */
function kindOf(byte: u8): u32 {
  return 1 << ((<u32>byte ^ (<u32>byte >>> 4)) & 15);
}

/** Those of a letter in both cases. */
function kindsOf(byte: u8): u32 {
  return kindOf(byte) | kindOf(upperCase(byte));
}

const ALL_KINDS: u32 = 0xffff;

/** The first record of a chain, or 0. */
export function firstOf(chain: usize): usize {
  const number = <usize>load<u16>(chain);
  return number == 0 ? 0 : RECORDS + (number - 1) * RECORD;
}

export function lengthOf(record: usize): u32 {
  return load<u16>(record, 8);
}

export function flagsOf(record: usize): u8 {
  return load<u8>(record, 12);
}

export function windowOf(record: usize): usize {
  return load<u8>(record, 13);
}

export function textOf(record: usize): usize {
  return texts + load<u32>(record, 4);
}
