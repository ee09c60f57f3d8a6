import { goesOn } from "./behind";
import {
  BUCKETS,
  canStand,
  chainOf,
  firstOf,
  flagsOf,
  hasChain,
  isByte,
  lengthOf,
  nameChain,
  textOf,
  windowOf,
} from "./literal-table";
import { BLOCKS, CANDIDATES, PAIRS, PLACES, ROOM, clear, emit, results, slice } from "./memory";
import { forget } from "./value";

// Of the bits of a candidate those of windows that stand there, before it or behind it: see `find`.
const SHORT: u64 = 0x1f;
const LONG: u64 = 0xffe0;
const SHORT_BEHIND: u64 = 0x1f0000;
const LONG_BEFORE: u64 = 0xffe00000;

/** How many bytes are filtered before their candidates are compared. */
const STAGE: usize = 1024;

/** How far behind the first byte of a literal its window can be found. */
const WINDOW: u32 = 16;

/**
 * Finds thousands of literals in one pass that looks at every second place, whatever their number.
 *
 * Of a literal five bytes in a row are chosen that are rare in text: its window. However it stands, four of them begin at an even
 * place: the first four or the last four. The literals are dealt into sixteen buckets (src/engine/buckets.ts), and a table has 64 bits
 * for each pair of bytes: for each bucket and way to stand whether such four bytes can begin with it, and whether they can end
 * with it. A place is a candidate if a bucket knows the pair there and the next one, of windows that stand alike. Of a literal of four
 * bytes the fifth can be anything.
 *
 * Literals of two and three bytes have the first five buckets for themselves. They stand at an even place, or behind any byte there.
 *
 * The candidates are noted without a branch, which could not be foreseen. Only then a hash of the window's first four bytes, or
 * of a short literal's first two, and the byte behind them lead to the few literals that are compared in full.
 *
 * Finds those that begin before `to` in a slice whose bytes end at `end`. Emits where, and `owner | length << 16`. Returns from where
 * to go on: `to` and some bytes, or less where there was no more room for results.
 */
export function find(from: u32, to: u32, end: u32): u32 {
  return search(from, to, end, false);
}

/** The same for a name: finds the literals for names alone as well, at every place. */
export function findInName(from: u32, to: u32, end: u32): u32 {
  return search(from, to, end, true);
}

function search(from: u32, to: u32, end: u32, isName: bool): u32 {
  clear();
  forget();
  const stop = slice + to + WINDOW;
  const limit = slice + end;
  let at = slice + from;
  while (at < stop) {
    const last = at + STAGE < stop ? at + STAGE : stop;
    const places = withChains(candidates(filter(at, last)));
    for (let noted = PLACES; noted < places; noted += 4) {
      const window = <usize>load<u32>(noted) >> 1;
      follow(firstOf(chainOf(window, (load<u32>(noted) & 1) != 0)), window, to, limit);
    }
    if (isName) for (; at < last; at++) follow(firstOf(nameChain(at)), at, to, limit);
    at = last;
    if (results > ROOM / 2) break;
  }
  return <u32>(at - slice);
}

/** Notes of the bytes from `at` to before `stop` each eight that have candidates, and returns where the notes end. */
function filter(at: usize, stop: usize): usize {
  let noted = BLOCKS;
  let a = bucketsOf(at);
  for (; at < stop; at += 16) {
    const b = bucketsOf(at + 2);
    const c = bucketsOf(at + 4);
    const d = bucketsOf(at + 6);
    const e = bucketsOf(at + 8);
    const f = bucketsOf(at + 10);
    const g = bucketsOf(at + 12);
    const h = bucketsOf(at + 14);
    const i = bucketsOf(at + 16);
    const first = (a & (b >>> BUCKETS)) | (b & (c >>> BUCKETS)) | (c & (d >>> BUCKETS)) | (d & (e >>> BUCKETS));
    const second = (e & (f >>> BUCKETS)) | (f & (g >>> BUCKETS)) | (g & (h >>> BUCKETS)) | (h & (i >>> BUCKETS));
    store<u32>(noted, <u32>at);
    noted += (<usize>(first != 0)) << 2;
    store<u32>(noted, <u32>at + 8);
    noted += (<usize>(second != 0)) << 2;
    a = i;
  }
  return noted;
}

/** Notes the candidates of all blocks that were noted. */
function candidates(end: usize): usize {
  let noted = CANDIDATES;
  for (let block = BLOCKS; block < end; block += 4) {
    let at = <usize>load<u32>(block);
    let a = bucketsOf(at);
    for (const stop = at + 8; at < stop; at += 2) {
      const b = bucketsOf(at + 2);
      store<u32>(noted, <u32>at);
      noted += (<usize>((a & (b >>> BUCKETS)) != 0)) << 2;
      a = b;
    }
  }
  return noted;
}

/** What the table has for the pair of bytes at a place. */
function bucketsOf(at: usize): u64 {
  return load<u64>((<usize>load<u16>(at)) << 3, PAIRS);
}

/**
 * Notes where a window may begin, and which kind: at most candidates none does. Nearly all are of long windows that stand in one way alone, so that
 * one look is enough for them; what else there is are branches that are hardly ever taken.
 */
function withChains(end: usize): usize {
  let kept = PLACES;
  for (let noted = CANDIDATES; noted < end; noted += 4) {
    const at = <usize>load<u32>(noted);
    const buckets = bucketsOf(at) & (bucketsOf(at + 2) >>> BUCKETS);
    const isBefore = (buckets & LONG) == 0;
    kept = keep(kept, at - <usize>isBefore, false, buckets & (LONG | LONG_BEFORE));
    if (!isBefore && (buckets & LONG_BEFORE) != 0) kept = keep(kept, at - 1, false, buckets);
    if ((buckets & (SHORT | SHORT_BEHIND)) == 0) continue;
    kept = keep(kept, at, true, buckets & SHORT);
    kept = keep(kept, at + 1, true, buckets & SHORT_BEHIND);
  }
  return kept;
}

function keep(kept: usize, at: usize, isShort: bool, buckets: u64): usize {
  store<u32>(kept, ((<u32>at) << 1) | <u32>isShort);
  return kept + ((<usize>(hasChain(at, isShort) & <u32>(buckets != 0))) << 2);
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
