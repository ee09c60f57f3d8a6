import { CHAINS, PAIRS, RECORDS, RESULTS, ROOM, SHORT_CHAINS, clear, emit, is, results, slice } from "./memory";

/**
 * Finds thousands of literals in one pass that looks once at every byte, whatever their number.
 *
 * The literals are dealt into eight buckets. A table has sixteen bits for each pair of bytes: eight tell in which buckets a
 * literal begins with it, eight in which one goes on with it behind its first two bytes. A place is a candidate if the pair
 * there and the pair two bytes on have a bucket in common; in text that is one byte of a hundred. Only then a hash of the
 * first four bytes leads to the few literals that are compared in full.
 *
 * Literals of two and three bytes have two buckets of their own, where "goes on with" holds for whatever can stand behind the
 * third byte, and chains by a hash of two bytes.
 *
 * A record, of 16 bytes: u32 the next in the chain, u32 where its text stands behind the records, u16 length, u16 owner,
 * u8 flags and bucket, and what must stand right behind the literal: u8 a class, u8 how many bytes of it at least, u8 a byte
 * that must be among them.
 */
const RECORD: usize = 16;
const ANY_CASE: u8 = 1;
const NAMES_ONLY: u8 = 2;

/** How far behind a literal is looked for what must stand there. */
const FARTHEST: usize = 512;

/** Where the records end and their texts begin. */
let texts: usize = 0;

/** Makes the tables of `count` records, whose texts come inverted and end where the slice begins. */
export function build(count: u32): void {
  texts = RECORDS + <usize>count * RECORD;
  for (let at = texts; at < slice; at++) store<u8>(at, ~load<u8>(at));
  for (let record = RECORDS; record < texts; record += RECORD) {
    const text = textOf(record);
    const isShort = lengthOf(record) < 4;
    const chain = isShort ? shortChain(text) : longChain(text);
    store<u32>(record, load<u32>(chain));
    store<u32>(chain, <u32>record);
    if (flagsOf(record) & NAMES_ONLY) continue;
    allow(record, text, lengthOf(record));
  }
  for (let byte: usize = 0; byte < 256; byte++) {
    const bits = load<u8>(RESULTS + byte);
    if (bits) for (let any: usize = 0; any < 0x10000; any += 0x100) mark(byte | any, bits);
  }
}

/** Enters a literal into the table of pairs. What goes on behind two bytes of a short one is only noted, among the results. */
function allow(record: usize, text: usize, length: usize): void {
  const flags = flagsOf(record);
  const anyCase = (flags & ANY_CASE) != 0;
  const bit: u16 = 1 << (flags >> 4);
  allowPair(load<u8>(text), load<u8>(text, 1), anyCase, bit << 8);
  if (length >= 4) allowPair(load<u8>(text, 2), load<u8>(text, 3), anyCase, bit);
  else if (length == 3) {
    const third = load<u8>(text, 2);
    note(third, <u8>bit);
    if (anyCase) note(upperCase(third), <u8>bit);
  } else for (let byte: u32 = 0; byte < 256; byte++) note(<u8>byte, <u8>bit);
}

function note(third: u8, bit: u8): void {
  store<u8>(RESULTS + third, load<u8>(RESULTS + third) | bit);
}

function allowPair(first: u8, second: u8, anyCase: bool, bit: u16): void {
  const otherFirst = anyCase ? upperCase(first) : first;
  const otherSecond = anyCase ? upperCase(second) : second;
  mark(pairOf(first, second), bit);
  mark(pairOf(otherFirst, second), bit);
  mark(pairOf(first, otherSecond), bit);
  mark(pairOf(otherFirst, otherSecond), bit);
}

function mark(pair: usize, bit: u16): void {
  const at = PAIRS + (pair << 1);
  store<u16>(at, load<u16>(at) | bit);
}

/**
 * Finds the literals that begin from `from` to before `to` in a slice whose bytes end at `end`. Emits where, and
 * `owner | length << 16`. Returns from where to go on: `to`, or less where there was no more room for results.
 */
export function find(from: u32, to: u32, end: u32): u32 {
  clear();
  const stop = slice + to;
  const limit = slice + end;
  let at = slice + from;
  let a: u32 = <u32>bits(at) >> 8;
  let b: u32 = <u32>bits(at + 1) >> 8;
  for (; at < stop; at += 8) {
    const low = load<u64>(at, 2);
    const c = pairBits(low);
    const d = pairBits(low >> 8);
    const e = pairBits(low >> 16);
    const f = pairBits(low >> 24);
    const g = pairBits(low >> 32);
    const h = pairBits(low >> 40);
    const i = pairBits(low >> 48);
    const j: u32 = bits(at + 9);
    const some =
      (a & c) |
      (b & d) |
      ((c >> 8) & e) |
      ((d >> 8) & f) |
      ((e >> 8) & g) |
      ((f >> 8) & h) |
      ((g >> 8) & i) |
      ((h >> 8) & j);
    if (some & 0xff) {
      verify(at, a & c, stop, limit);
      verify(at + 1, b & d, stop, limit);
      verify(at + 2, (c >> 8) & e, stop, limit);
      verify(at + 3, (d >> 8) & f, stop, limit);
      verify(at + 4, (e >> 8) & g, stop, limit);
      verify(at + 5, (f >> 8) & h, stop, limit);
      verify(at + 6, (g >> 8) & i, stop, limit);
      verify(at + 7, (h >> 8) & j, stop, limit);
      if (results > ROOM / 2) return <u32>(at + 8 < stop ? at + 8 - slice : to);
    }
    a = i >> 8;
    b = j >> 8;
  }
  return to;
}

/** The same for a name, which is short: every place is compared, also with the literals for names alone. */
export function findInName(from: u32, to: u32, end: u32): u32 {
  clear();
  const stop = slice + to;
  const limit = slice + end;
  for (let at = slice + from; at < stop; at++) {
    follow(load<u32>(shortChain(at)), at, limit, true);
    follow(load<u32>(longChain(at)), at, limit, true);
    if (results > ROOM / 2) return <u32>(at + 1 - slice);
  }
  return to;
}

function bits(at: usize): u32 {
  return load<u16>(PAIRS + ((<usize>load<u16>(at)) << 1));
}

function pairBits(bytes: u64): u32 {
  return load<u16>(PAIRS + ((<usize>(bytes & 0xffff)) << 1));
}

function verify(at: usize, buckets: u32, stop: usize, limit: usize): void {
  if (!(buckets & 0xff) || at >= stop) return;
  if (buckets & 0x03) follow(load<u32>(shortChain(at)), at, limit, false);
  if (buckets & 0xfc) follow(load<u32>(longChain(at)), at, limit, false);
}

/** Emits the literals of a chain that stand at a place. */
function follow(first: u32, at: usize, limit: usize, inName: bool): void {
  for (let record: usize = first; record != 0; record = load<u32>(record)) {
    const end = at + lengthOf(record);
    if (end > limit || (!inName && flagsOf(record) & NAMES_ONLY)) continue;
    if (standsAt(record, at, end) && goesOn(record, end, limit))
      emit(<u32>(at - slice), <u32>load<u16>(record, 10) | ((<u32>lengthOf(record)) << 16));
  }
}

function standsAt(record: usize, at: usize, end: usize): bool {
  const anyCase = (flagsOf(record) & ANY_CASE) != 0;
  let text = textOf(record);
  for (; at < end; at++, text++) {
    const byte = load<u8>(at);
    const wanted = load<u8>(text);
    if (byte != wanted && !(anyCase && byte == upperCase(wanted))) return false;
  }
  return true;
}

/** Whether right behind the literal stands what must. */
function goesOn(record: usize, at: usize, limit: usize): bool {
  const run = load<u8>(record, 13);
  if (run == 0) return true;
  const least = at + load<u8>(record, 14);
  const byte = load<u8>(record, 15);
  const farthest = at + FARTHEST < limit ? at + FARTHEST : limit;
  let isThere = byte == 0;
  for (; at < farthest && is(load<u8>(at), run); at++) {
    if (load<u8>(at) == byte) isThere = true;
    if (isThere && at + 1 >= least) return true;
  }
  return isThere && at >= least;
}

function upperCase(byte: u8): u8 {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

/** Of a place in the table of pairs, for two bytes as a number. */
function pairOf(first: u8, second: u8): usize {
  return <usize>first | ((<usize>second) << 8);
}

/** Letters of both cases have the same chain: `| 0x20` makes them one, and whatever else it makes one is told apart later. */
function longChain(text: usize): usize {
  return CHAINS + <usize>((((load<u32>(text) | 0x20202020) * 0x9e3779b1) >>> 18) << 2);
}

function shortChain(text: usize): usize {
  return SHORT_CHAINS + <usize>((((<u32>load<u16>(text) | 0x2020) * 0x9e3779b1) >>> 22) << 2);
}

function lengthOf(record: usize): u32 {
  return load<u16>(record, 8);
}

function flagsOf(record: usize): u8 {
  return load<u8>(record, 12);
}

function textOf(record: usize): usize {
  return texts + load<u32>(record, 4);
}
