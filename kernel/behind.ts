import { isWord } from "./bytes";
import { lengthOf } from "./literal-table";
import { is, slice } from "./memory";
import { hasValue } from "./value";

/** How far behind a literal a run is followed that begins right behind it. */
const FARTHEST: usize = 512;

/** What stands in place of a kind of value where two bytes are looked for. */
const PAIR: u8 = 0xff;
/** And where a byte of the class is not to stand. */
const NONE: u8 = 0xfe;
/** And where the run may stand in front of the literal as well. */
const AROUND: u8 = 0xfd;
/** And where a word begins. */
const WORD: u8 = 0xfc;

/** Whether behind a literal stands what its record wants there: see `literal-table.ts`. Frequent literals say much. */
export function goesOn(record: usize, at: usize, limit: usize): bool {
  const value = load<u8>(record, 18);
  if (value == PAIR) return hasPair(record, at, limit);
  if (value == NONE) return at >= limit || !is(load<u8>(at), load<u8>(record, 14));
  if (value == AROUND) return hasRunAround(record, at, limit);
  if (value == WORD) return beginsWord(at, limit);
  if (value != 0) return hasValue(at, limit, value);
  const run = load<u8>(record, 14);
  if (run == 0) return true;
  const within = <usize>load<u8>(record, 17);
  const farthest = at + (within == 0 ? FARTHEST : within);
  return hasRun(record, run, at, farthest < limit ? farthest : limit, within != 0);
}

/** Whether two bytes stand side by side behind the literal, letters in any case. What else that makes one opens a window in vain. */
function hasPair(record: usize, at: usize, limit: usize): bool {
  const pair = load<u16>(record, 14) | 0x2020;
  for (const stop = min(at + <usize>load<u16>(record, 16), limit); at + 2 <= stop; at++)
    if ((load<u16>(at) | 0x2020) == pair) return true;
  return false;
}

/**
 * Whether a run of a class is long enough and has the byte that it must: the first run, or one of those up to `stop`. A run is read from
 * where the shortest one would end, so that of a text without any few bytes are looked at.
 */
function hasRun(record: usize, run: u8, at: usize, stop: usize, isAnywhere: bool): bool {
  const least = <usize>load<u8>(record, 15);
  const byte = load<u8>(record, 16);
  while (at + least <= stop) {
    let last = at + least;
    while (last > at && is(load<u8>(last - 1), run)) last--;
    if (last == at && (byte == 0 || hasByte(byte, run, at, stop))) return true;
    if (!isAnywhere) return false;
    at = last > at ? last : endOfRun(run, at + least, stop) + 1;
  }
  return false;
}

function endOfRun(run: u8, at: usize, stop: usize): usize {
  while (at < stop && is(load<u8>(at), run)) at++;
  return at;
}

/** Whether a byte stands in the run that begins at a place. */
function hasByte(byte: u8, run: u8, at: usize, stop: usize): bool {
  for (; at < stop && is(load<u8>(at), run); at++) if (load<u8>(at) == byte) return true;
  return false;
}

/** The same to both sides of a literal that ends at `at`. What stands in front of the slice cannot be told: there it may be. */
function hasRunAround(record: usize, at: usize, limit: usize): bool {
  const within = <usize>load<u8>(record, 17);
  const from = at - lengthOf(record) - within;
  return from < slice || hasRun(record, load<u8>(record, 14), from, min(at + within, limit), true);
}

/** Whether a letter, a digit, `_`, `-` or a byte that is no ASCII stands there, or behind one space. */
function beginsWord(at: usize, limit: usize): bool {
  if (at < limit && load<u8>(at) <= 0x20) at++;
  return at < limit && isWord(load<u8>(at));
}
