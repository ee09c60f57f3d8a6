import { KEY, lookUpKey } from "./filter";
import { ROOM, emit, results, slice } from "./memory";

// What a fold is: three bytes at most with their count, or one of these, and what kind of character it is.
const COUNT: u32 = 0x03000000; // of bytes; none: the character is dropped
const SEPARATOR: u32 = 0x04000000;
const ITSELF: u32 = 0x08000000;
const ANY: u32 = 0x10000000;
const CAPITAL: u32 = 0x20000000;
const DIGIT: u32 = 0x40000000;
const UNSPACED: u32 = 0x80000000;

const LAST_PAGE: u32 = 0x20000 >> 6;

let key: usize = 0;
let folds: usize = 0;

/** Where the folds stand: 32 bytes to write a key in; for each 64 code points up to U+20000 the number of a page; the pages. */
export function placeFolds(start: usize): void {
  key = start;
  folds = start + 32;
}

let limit: usize = 0;
let continues: bool = false;

/** Where the bytes end, and whether the text goes on there. */
export function spellUpTo(end: usize, goesOn: bool): void {
  limit = end;
  continues = goesOn;
}

/** Looks at the words from a place on, character by character, and returns where the run ends. */
export function spell(at: usize, first: usize, stop: usize): usize {
  let previous: u32 = at > first ? foldOf(at - 1) : SEPARATOR;
  if (previous & SEPARATOR) previous = 0;
  while (at < stop && results <= ROOM / 2) {
    const fold = foldOf(at);
    const next = at + width;
    if (fold & SEPARATOR) {
      if (load<u8>(at) < 0x80) return at;
      previous = 0;
    } else if (fold != 0) {
      if (isBorder(previous, fold, next)) consider(at, previous == 0);
      previous = fold;
    }
    at = next;
  }
  return at;
}

/** Looks up the word that begins here, and the run if one does. */
function consider(start: usize, isRun: bool): void {
  v128.store(key, i8x16.splat(0));
  let length: u32 = 0;
  let previous: u32 = 0;
  for (let at = start; length < KEY; at += width) {
    if (continues && at + 4 > limit) return emit(<u32>(start - slice), 0);
    const fold = foldOf(at);
    if (fold == 0) continue;
    if (fold & ANY) return emit(<u32>(start - slice), 0);
    if (fold & SEPARATOR || (previous & UNSPACED && !(fold & UNSPACED))) break;
    const end = width;
    if (length > 0 && !(previous & UNSPACED) && isBorder(previous, fold, at + end)) {
      if (!(previous & SEPARATOR)) lookUpKey(start, key);
      if (!isRun) return;
      previous = SEPARATOR;
    }
    width = end;
    const own = fold & ITSELF;
    store<u32>(key + length, own ? load<u32>(at) & (0xffffffff >>> (32 - 8 * <u32>width)) : fold & 0xffffff);
    length += own ? <u32>width : (fold & COUNT) >>> 24;
    if (previous & UNSPACED) break;
    if (!(previous & SEPARATOR)) previous = fold;
  }
  lookUpKey(start, key);
}

/** Whether a character begins a word, behind one with a fold; 0 if a run begins. */
function isBorder(previous: u32, fold: u32, next: usize): bool {
  if (previous == 0 || (previous | fold) & UNSPACED || (previous ^ fold) & DIGIT) return true;
  return (fold & CAPITAL) != 0 && (!(previous & CAPITAL) || isSmallAt(next));
}

function isSmallAt(at: usize): bool {
  let fold = foldOf(at);
  for (; fold == 0; fold = foldOf(at)) at += width;
  return (fold & (SEPARATOR | CAPITAL | DIGIT | UNSPACED)) == 0;
}

/** How long the character is that foldOf looked at, in bytes. */
let width: usize = 1;

function foldOf(at: usize): u32 {
  const first = load<u8>(at);
  const more: usize = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  width = 1;
  if (at + more >= limit || (more == 0 && first >= 0x80)) return SEPARATOR;
  let point: u32 = more == 0 ? <u32>first : <u32>first & (0x3f >>> <u32>more);
  for (let index: usize = 1; index <= more; index++) {
    const byte = load<u8>(at + index);
    if ((byte & 0xc0) != 0x80) return SEPARATOR;
    point = (point << 6) | (byte & 0x3f);
  }
  width = more + 1;
  if (point >>> 6 >= LAST_PAGE) return point >= 0xe0000 ? 0 : ITSELF | UNSPACED;
  const page = <usize>load<u16>(folds + ((point >>> 6) << 1));
  return load<u32>(folds + 2 * LAST_PAGE + (page << 8) + ((point & 63) << 2));
}
