import { figures, rowsAt, startRows } from "./apart";
import { hasForeign, hasForeignDigits } from "./foreign-text";
import { alphabet, classify, moved } from "./halves";
import { clear, emit, slice } from "./memory";
import { isDigit, isLetter } from "./written";

/** From the first of eight bytes to the end of the last are fewer than so many. */
const LONGEST_ROW: usize = 64;
/** Stands in place of an end for digits with something between them. */
export const APART: u32 = 0xffffffff;

/**
 * Finds what hides names from a search for words, where a list is looked for: text in UTF-8 with other letters than those of ASCII,
 * which `base64.ts` and `hexadecimal.ts` take for no text, in runs of base64's alphabet or of digits; and bytes in hexadecimal digits
 * with something between them (`4a 61`, `\x4a\x61`, `0x4a, 0x61`, `4a61 6e65`), eight in a row.
 *
 * Takes the same as `findWords`. Emits where a run begins and ends, or where the eighth byte ends that stands apart, and `APART`: a run has
 * sixteen bytes and a row more than twenty, so that there is room for all of a slice.
 */
export function findForeign(from: u32, to: u32, end: u32, goesOn: u32): u32 {
  clear();
  const limit = slice + to;
  const stop = slice + end;
  let ones: u64 = 0;
  let twos: u64 = 0;
  let fours: u64 = 0;
  let eights: u64 = 0;
  let marked: u64 = 0;
  let behindFigures: u64 = 0;
  startRows();
  for (let at = slice + from; at < stop; at += 64) {
    if (at >= limit + LONGEST_ROW && ones >>> 63 == 0) break;
    classify(at);
    const known: u64 = at + 64 <= stop ? -1 : (1 << (<u64>(stop - at))) - 1;
    const begun = rowsAt(at, known);
    // The next slice begins with the digits of its own part: those of a row that begins before it are none of its eight.
    if (at < limit + LONGEST_ROW)
      for (let rest = begun; rest != 0; rest &= rest - 1) emit(<u32>(at + <usize>ctz(rest) - slice), APART);
    const one = alphabet & known;
    const two = one & moved(one, ones, 1);
    const four = two & moved(two, twos, 2);
    const eight = four & moved(four, fours, 4);
    const sixteen = eight & moved(eight, eights, 8);
    // What of a run stands behind its first figure, and is the sixteenth or a further character of it.
    const first = (figures & one) | (one & moved(0, behindFigures, 1));
    const behindFigure = (one & ~(one + first)) | first;
    const long = sixteen & behindFigure;
    for (let rest = moved(long, marked, 1) & ~one; rest != 0; rest &= rest - 1)
      considerRun(at + <usize>ctz(rest), limit);
    if (at + 64 >= stop && (long & (known ^ (known >>> 1))) != 0) considerRun(stop, limit);
    behindFigures = behindFigure;
    marked = long;
    ones = one;
    twos = two;
    fours = four;
    eights = eight;
  }
  return to;
}

/** The run that ends there. */
function considerRun(end: usize, limit: usize): void {
  let start = end;
  while (start > slice && isOfAlphabet(load<u8>(start - 1))) start--;
  if (start < limit && (hasForeign(start, end) || hasForeignDigits(start, end)))
    emit(<u32>(start - slice), <u32>(end - slice));
}

function isOfAlphabet(byte: u8): bool {
  return isLetter(byte) || isDigit(byte) || byte == 0x2b || byte == 0x2d || byte == 0x2f || byte == 0x5f;
}
