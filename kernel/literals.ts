import {
  BUCKETS,
  LONG_BUCKETS,
  SHORT_BUCKETS,
  canStand,
  firstOf,
  flagsOf,
  hasLong,
  hasShort,
  isByte,
  lengthOf,
  longChain,
  nameChain,
  shortChain,
  textOf,
  windowOf,
} from "./literal-table";
import { CANDIDATES, PAIRS, PLACES, ROOM, clear, emit, is, results, slice } from "./memory";
import { forget, hasValue } from "./value";

/** Which chains of a place are meant. */
const LONG: u32 = 1;
const SHORT: u32 = 2;

/** How far behind a literal is looked for what must stand there. */
const FARTHEST: usize = 512;

/** How many bytes are filtered before their candidates are compared. */
const STAGE: usize = 1024;

/** How far behind the first byte of a literal its window can be found. */
const WINDOW: u32 = 16;

/**
 * Finds thousands of literals in one pass that looks at every second place, whatever their number.
 *
 * Of a literal five bytes in a row are chosen that are rare in text: its window. However it stands, four of them begin at an even
 * place: the first four or the last four. The literals are dealt into sixteen buckets (src/engine/buckets.ts), and a table has 32
 * bits for each pair of bytes: for each bucket whether such four bytes can begin with it, and whether they can end with it. A place
 * is a candidate if a bucket knows the pair there and the next one. Of a literal of four bytes the fifth can be anything.
 *
 * Literals of two and three bytes have the first eight buckets for themselves. They stand at an even place, or behind any byte there.
 *
 * The candidates are noted without a branch, which could not be foreseen. Only then a hash of the window's first four bytes, or
 * of a short literal's first two, and the byte behind them lead to the few literals that are compared in full.
 *
 * Finds those that begin before `to` in a slice whose bytes end at `end`. Emits where, and `owner | length << 16`. Returns from where
 * to go on: `to` and some bytes, or less where there was no more room for results.
 */
export function find(from: u32, to: u32, end: u32): u32 {
  clear();
  forget();
  const stop = slice + to + WINDOW;
  const limit = slice + end;
  let at = slice + from;
  while (at < stop) {
    const last = at + STAGE < stop ? at + STAGE : stop;
    const places = withChains(filter(at, last));
    for (let noted = PLACES; noted < places; noted += 4) verify(load<u32>(noted) >> 2, load<u32>(noted), to, limit);
    at = last;
    if (results > ROOM / 2) break;
  }
  return <u32>(at - slice);
}

/** Notes the candidates from `at` to before `stop`, and returns where the notes end. */
function filter(at: usize, stop: usize): usize {
  let noted = CANDIDATES;
  let a = bucketsOf(at);
  for (; at < stop; at += 8) {
    const b = bucketsOf(at + 2);
    const c = bucketsOf(at + 4);
    const d = bucketsOf(at + 6);
    const e = bucketsOf(at + 8);
    store<u32>(noted, <u32>at);
    noted += (<usize>((a & (b >>> BUCKETS)) != 0)) << 2;
    store<u32>(noted, <u32>at + 2);
    noted += (<usize>((b & (c >>> BUCKETS)) != 0)) << 2;
    store<u32>(noted, <u32>at + 4);
    noted += (<usize>((c & (d >>> BUCKETS)) != 0)) << 2;
    store<u32>(noted, <u32>at + 6);
    noted += (<usize>((d & (e >>> BUCKETS)) != 0)) << 2;
    a = e;
  }
  return noted;
}

/** What the table has for the pair of bytes at a place. */
function bucketsOf(at: usize): u32 {
  return load<u32>((<usize>load<u16>(at)) << 2, PAIRS);
}

/**
 * Keeps of the notes the places at which a window may begin: a candidate or the byte before it, of a short literal a candidate or the
 * byte behind it. They are noted in place of the candidates, and most of these lead to none.
 */
function withChains(end: usize): usize {
  let kept = PLACES;
  for (let noted = CANDIDATES; noted < end; noted += 4) {
    const at = <usize>load<u32>(noted);
    const buckets = bucketsOf(at) & (bucketsOf(at + 2) >>> BUCKETS);
    const isLong = <u32>((buckets & LONG_BUCKETS) != 0);
    const isShort = <u32>((buckets & SHORT_BUCKETS) != 0);
    store<u32>(kept, ((<u32>at) << 2) | LONG | SHORT);
    kept += (<usize>((hasLong(at) & isLong) | (hasShort(at) & isShort))) << 2;
    store<u32>(kept, ((<u32>at - 1) << 2) | LONG);
    kept += (<usize>(hasLong(at - 1) & isLong)) << 2;
    store<u32>(kept, ((<u32>at + 1) << 2) | SHORT);
    kept += (<usize>(hasShort(at + 1) & isShort)) << 2;
  }
  return kept;
}

/** The same for a name, which is short: every place is compared, also with the literals for names alone. */
export function findInName(from: u32, to: u32, end: u32): u32 {
  clear();
  forget();
  const limit = slice + end;
  const stop = slice + to + WINDOW;
  for (let at = slice + from; at < stop; at++) {
    verify(at, LONG | SHORT, to, limit);
    follow(firstOf(nameChain(at)), at, to, limit);
    if (results > ROOM / 2) return <u32>(at + 1 - slice);
  }
  return to + WINDOW;
}

/** Emits the literals whose windows begin at a place: those of four bytes and more, shorter ones, or both. */
function verify(at: usize, kinds: u32, to: u32, limit: usize): void {
  if (kinds & LONG) follow(firstOf(longChain(at)), at, to, limit);
  if (kinds & SHORT) follow(firstOf(shortChain(at)), at, to, limit);
}

/** Emits the literals of a chain whose windows begin at a place. */
function follow(first: usize, window: usize, to: u32, limit: usize): void {
  for (let record: usize = first; record != 0; record = load<u32>(record)) {
    if (!canStand(record, window)) continue;
    const at = window - windowOf(record);
    const end = at + lengthOf(record);
    if (at < slice || at >= slice + to || end > limit) continue;
    if (standsAt(record, at, end) && goesOn(record, end, limit))
      emit(<u32>(at - slice), <u32>load<u16>(record, 10) | ((<u32>lengthOf(record)) << 16));
  }
}

function standsAt(record: usize, at: usize, end: usize): bool {
  const flags = flagsOf(record);
  for (let text = textOf(record); at < end; at++, text++)
    if (!isByte(load<u8>(text), load<u8>(at), flags)) return false;
  return true;
}

/** Whether behind the literal stands what must. */
function goesOn(record: usize, at: usize, limit: usize): bool {
  const value = load<u8>(record, 18);
  if (value != 0) return hasValue(at, limit, value);
  const run = load<u8>(record, 14);
  if (run == 0) return true;
  const within = <usize>load<u8>(record, 17);
  const farthest = at + (within == 0 ? FARTHEST : within);
  return hasRun(record, run, at, farthest < limit ? farthest : limit, within != 0);
}

/** Whether a run of a class is long enough and has the byte that it must: the first run, or one of those up to `stop`. */
function hasRun(record: usize, run: u8, at: usize, stop: usize, isAnywhere: bool): bool {
  const least = <usize>load<u8>(record, 15);
  const byte = load<u8>(record, 16);
  let start = at;
  let isThere = byte == 0;
  for (; at < stop; at++) {
    if (is(load<u8>(at), run)) {
      if (load<u8>(at) == byte) isThere = true;
      if (isThere && at + 1 - start >= least) return true;
    } else {
      if (!isAnywhere) break;
      start = at + 1;
      isThere = byte == 0;
    }
  }
  return isThere && at - start >= least;
}
