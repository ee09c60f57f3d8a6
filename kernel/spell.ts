import { KEY, lookUpKey } from "./filter";
import {
  ANY,
  CAPITAL,
  COUNT,
  DIGIT,
  ITSELF,
  JOINS,
  JOINS_SOMEWHERE,
  NONE,
  SEPARATOR,
  UNSPACED,
  continues,
  foldOf,
  key,
  limit,
  setWidth,
  width,
} from "./folds";
import { meaningAt } from "./marks";
import { ROOM, emit, results, slice } from "./memory";
import { isOfWord } from "./written";

/** Whether marks are read as what they mean: see `marks.ts`. */
let through: bool = false;
/** Whether the character that was looked at last is a mark. */
let isMark: bool = false;

/** Looks at the words from a place on as they stand, character by character, and returns where the run ends. */
export function spell(at: usize, first: usize, stop: usize): usize {
  through = false;
  const previous = at > first && load<u8>(at - 1) < 0x80 ? foldOf(at - 1) : SEPARATOR;
  return spellOn(at, stop, previous & SEPARATOR ? 0 : previous);
}

/**
 * The same for words that marks stand in, or in place of their characters. Returns where the run ends, or behind the first byte of what
 * may separate: in a tag others can stand, and what is hidden behind it has marks of its own.
 */
export function spellThrough(at: usize, stop: usize): usize {
  through = true;
  return spellOn(at, stop, 0);
}

function spellOn(at: usize, stop: usize, previous: u32): usize {
  // What a mark hides before the border between two slices may begin behind it.
  let isBehindMark = false;
  while ((at < stop || isBehindMark) && results <= ROOM / 2) {
    const fold = next(at);
    const behind = at + width;
    isBehindMark = isMark;
    if (fold & SEPARATOR) {
      if (fold == JOINS && !isOfWord(load<u8>(behind - 1))) return at + 1;
      if (!isBehindMark && load<u8>(at) < 0x80) return at;
      previous = 0;
    } else if (fold != 0) {
      if (isBorder(previous, fold, behind)) consider(at, previous == 0);
      previous = fold;
    }
    at = behind;
  }
  return at;
}

/** Looks up the word that begins here, and the run if one does. */
function consider(start: usize, isRun: bool): void {
  v128.store(key, i8x16.splat(0));
  let length: u32 = 0;
  let looked: u32 = 0;
  let previous: u32 = 0;
  for (let at = start; length < KEY; at += width) {
    if (continues && at + 4 > limit) return emit(<u32>(start - slice), 0);
    const fold = next(at);
    if (fold == 0) continue;
    if (fold == JOINS) {
      // Whether it separates is not known here: the word may end, and may go on.
      if (length == looked) continue;
      const end = width;
      lookUpKey(start, key);
      setWidth(end);
      looked = length;
      continue;
    }
    if (fold == JOINS_SOMEWHERE && length == 0) return;
    if (fold & ANY) return emit(<u32>(start - slice), 0);
    if (fold & SEPARATOR || (previous & UNSPACED && !(fold & UNSPACED))) break;
    const end = width;
    if (length > 0 && !(previous & UNSPACED) && isBorder(previous, fold, at + end)) {
      const isSure = !isUnsure;
      if (!(previous & SEPARATOR)) lookUpKey(start, key);
      if (!isRun && isSure) return;
      previous = SEPARATOR;
    }
    setWidth(end);
    const own = fold & ITSELF;
    store<u32>(key + length, own ? load<u32>(at) & (0xffffffff >>> (32 - 8 * <u32>width)) : fold & 0xffffff);
    length += own ? <u32>width : (fold & COUNT) >>> 24;
    if (previous & UNSPACED) break;
    if (!(previous & SEPARATOR)) previous = fold;
  }
  lookUpKey(start, key);
}

/** Whether a character begins a word, behind one with a fold; 0 if a run begins. */
function isBorder(previous: u32, fold: u32, behind: usize): bool {
  isUnsure = false;
  if (previous == 0 || (previous | fold) & UNSPACED || (previous ^ fold) & DIGIT) return true;
  return (fold & CAPITAL) != 0 && (!(previous & CAPITAL) || isSmallAt(behind));
}

/** Whether what follows, which told that a word begins, is joined to it by a mark that may separate as well. */
let isUnsure: bool = false;

function isSmallAt(at: usize): bool {
  let fold = next(at);
  for (; fold == 0 || (fold == JOINS && at < limit); fold = next(at)) {
    if (fold == JOINS) isUnsure = true;
    at += width;
  }
  return (fold & (SEPARATOR | CAPITAL | DIGIT | UNSPACED)) == 0;
}

/** The fold of what stands at a place. */
function next(at: usize): u32 {
  isMark = false;
  if (through) {
    const meaning = meaningAt(at);
    if (meaning != NONE) {
      isMark = true;
      return meaning;
    }
  }
  return foldOf(at);
}
