import { considerEnd, considerRun, considerStart, done, isText } from "./base64";
import { considerEscape, considerSequence } from "./escapes";
import { alphabet, classify, firsts, hasNul, hasRare, marks, moved } from "./halves";
import { considerHexadecimal, startHexadecimal } from "./hexadecimal";
import { clear, slice } from "./memory";
import { ESC } from "./sequence";
import { considerSpelled, goesOnInEscape, startSpelled } from "./spelled";
import { considerWide, endWide } from "./wide";

/** How far behind the slice's own part an escape's token is looked for. */
const BEHIND: u32 = 128;

const LAST: u64 = 0x8000000000000000;

/**
 * Finds what hides text from a search for literals, in one pass: runs of base64 (`base64.ts`), escapes right before what could be a token
 * (`escapes.ts`) or in one (`spelled.ts`), and text of two or four bytes a character (`wide.ts`).
 *
 * 64 bytes at once become bits, one for each byte and kind. Laid over themselves, moved by one, two, four and four places, together with
 * those of the 64 bytes before, the bits of base64's alphabet leave one where each twelfth in a row stands. What is looked at closer are
 * such runs with an escape in front; those with four bytes, each four behind the other, that can be the first of four characters; and longer ones
 * that end their line. Of wide text there is a NUL in every few bytes. Half of all blocks have such a run, but few have one to be looked at: a branch for
 * each would be foreseen wrong more often than the rest costs.
 *
 * `length` bytes are the slice's own, and there are bytes up to `whole`. `goesOn` has the bit 1 if other bytes stand before the slice, 2
 * if behind `length`. Emits where something begins, and where it ends with its kind in the upper bits: see `memory.ts`.
 */
export function findEncodings(length: u32, whole: u32, goesOn: u32): void {
  clear();
  const limit = slice + length;
  const end = slice + min(whole, length + BEHIND);
  considerStart(limit, goesOn);
  startHexadecimal();
  startSpelled(goesOn);
  let ones: u64 = 0;
  let twos: u64 = 0;
  let fours: u64 = 0;
  let eights: u64 = 0;
  let twelves: u64 = 0;
  let marked: u64 = 0;
  let first: u64 = 0;
  let pair: u64 = 0;
  for (let at = slice; at < end; at += 64) {
    classify(at);
    if (hasRare) {
      if (hasNul(at)) considerWide(at, limit);
      for (let rest = marks; rest != 0; rest &= rest - 1) {
        const place = at + <usize>ctz(rest);
        if (load<u8>(place) == ESC) considerSequence(place, limit, end);
      }
    }
    const one = at + 64 <= end ? alphabet : alphabet & ((1 << (<u64>(end - at))) - 1);
    // Behind the last one of the block anything can stand.
    for (let rest = marks & (((one | marks) >>> 1) | LAST); rest != 0; rest &= rest - 1) {
      const place = at + <usize>ctz(rest);
      if (load<u8>(place) == ESC || !goesOnInEscape(load<u8>(place + 1))) continue;
      if (!considerSequence(place, limit, end)) considerSpelled(place, limit, end);
    }
    const two = one & moved(one, ones, 1);
    const four = two & moved(two, twos, 2);
    const eight = four & moved(four, fours, 4);
    const twelve = eight & moved(eight, eights, 4);
    // The first of the twelve stands one or two places behind an escape's first.
    const begins = twelve & ~moved(twelve, twelves, 1);
    const behind = moved(marks, marked, 12) | moved(marks, marked, 13);
    for (let rest = begins & behind; rest != 0; rest &= rest - 1)
      considerEscape(at + <usize>ctz(rest) - 11, limit, end);
    const twentyFour = twelve & moved(twelve, twelves, 12);
    if (twentyFour != 0) considerHexadecimal(at, twentyFour, limit, end);
    const pairs = firsts & moved(firsts, first, 4);
    const texts = twelve & pairs & moved(pairs, pair, 8);
    const sixteen = eight & moved(eight, eights, 8);
    const lines = marks & moved(sixteen, eights & (eights << 8), 1) & ~one;
    for (let rest = texts | lines; rest != 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const place = at + <usize>ctz(rest);
      if (place > done && ((lines & bit) != 0 || isText(place - 12))) considerRun(place, limit, goesOn);
    }
    ones = one;
    twos = two;
    fours = four;
    eights = eight;
    twelves = twelve;
    marked = marks;
    first = firsts;
    pair = pairs;
  }
  considerEnd(limit, goesOn);
  endWide();
}
