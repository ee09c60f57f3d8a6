import { JOINS, NONE, SEPARATOR, beginningAt, limit, readUpTo, width } from "./folds";
import { canBeMark } from "./follows";
import { LOWER_HALVES, joined, sets } from "./halves";
import { goesOn } from "./markup";
import { meaningAt } from "./marks";
import { ROOM, clear, emit, results, slice } from "./memory";
import { spellThrough } from "./spell";
import { byteAt, isOfWord } from "./written";

/**
 * Finds the words of a list that do not stand in the bytes as they are read: marks stand in them, or in place of their characters. 64
 * bytes at once become bits that tell where marks may begin. Most of them stand between words and hide none, which what is right before and right
 * behind them tells; from the beginning of the run before one that can hide a word the text is read character by character.
 *
 * Emits the same as `findWords`, and takes the same.
 */
export function findMarked(from: u32, to: u32, end: u32, more: u32): u32 {
  clear();
  readUpTo(slice + end, more);
  const stop = beginningAt(slice + to);
  let read = slice + from;
  for (let at = read; at < min(stop + LONGEST, limit); at += 64) {
    let marks = marksAt(at);
    if (at + 64 > limit) marks &= (1 << (<u64>(limit - at))) - 1;
    for (; marks != 0; marks &= marks - 1) {
      const mark = at + <usize>ctz(marks);
      if (mark < read || !canBeMark(mark > slice ? load<u8>(mark - 1) : 0, load<u8>(mark), load<u8>(mark + 1)))
        continue;
      const start = startAt(mark);
      if (start == 0 || start >= stop) continue;
      read = max(spellThrough(start, stop), mark + 1);
      if (results > ROOM / 2) return <u32>(min(read, stop) - slice);
    }
  }
  return to;
}

/** How far before a mark a word is looked for that it stands in, in bytes. */
const LONGEST: usize = 64;

/**
 * & % \ < - = * ~ ` [ ] and the escape character. For the lower halves of bytes, and for the upper ones: 1 with 2, 2 with 3, 4 with 5, 8
 * with 7, 16 with 6, 32 with 1.
 */
const MARKS = memory.data<u8>([
  16, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 36, 6, 7, 8, 0, 0, 32, 1, 2, 0, 4, 16, 8, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** A bit for each of 64 bytes. */
function marksAt(at: usize): u64 {
  const half = v128.load(LOWER_HALVES);
  const low = v128.load(MARKS);
  const high = v128.load(MARKS, 16);
  const none = i8x16.splat(0);
  return ~joined(
    i8x16.eq(sets(v128.load(at), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 16), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 32), half, low, high), none),
    i8x16.eq(sets(v128.load(at, 48), half, low, high), none),
  );
}

/** From where the text is read to see what a mark hides; 0 where it hides nothing. */
function startAt(mark: usize): usize {
  const byte = load<u8>(mark);
  if (byte == 0x2d && isPunycode(mark)) return any(mark - 2);
  const meaning = meaningAt(mark);
  const behind = mark + width;
  if (meaning == NONE) return 0;
  if (meaning == JOINS) return goesOn(byteAt(endOfMarks(behind))) ? startOfRun(mark) : 0;
  // What stands between words hides one only where its last byte could be a letter of it.
  if (meaning == SEPARATOR) return isOfWord(load<u8>(behind - 1)) && goesOn(byteAt(behind)) ? mark : 0;
  const isBraced = byte == 0x5c && mark > slice && load<u8>(mark - 1) == 0x7b && meaningAt(mark - 1) != NONE;
  return startOfRun(isBraced ? mark - 1 : mark);
}

function any(at: usize): usize {
  emit(<u32>(at - slice), 0);
  return 0;
}

/** Behind tags in a row. */
function endOfMarks(at: usize): usize {
  while (at < limit && load<u8>(at) == 0x3c && meaningAt(at) == JOINS) at += width;
  return at;
}

/** Names in other letters than those of ASCII, as domains have them: xn-- (RFC 3492). */
function isPunycode(hyphen: usize): bool {
  if (hyphen < slice + 2 || byteAt(hyphen + 1) != 0x2d) return false;
  return (load<u16>(hyphen - 2) | 0x2020) == 0x6e78;
}

/** Where the run begins that ends before a mark, or the mark. */
function startOfRun(mark: usize): usize {
  let start = mark;
  while (start > slice && start + LONGEST > mark && isOfWord(load<u8>(start - 1))) start--;
  return start;
}
