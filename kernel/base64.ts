import { BASE64, FIRST_OF_FOUR, JOINED, READABLE, emit, is, slice } from "./memory";
import { sixBits } from "./six-bits";

/** Twelve bytes in base64. */
const LEAST: usize = 16;

/** So many characters at the end of a line can be a part of twelve bytes that go on in the next; and a line that goes on has so many. */
const TAIL: usize = 19;
const LEAST_ON_LINE: usize = 4;

/** Where the last run ends that was looked at. */
export let done: usize = 0;

/**
 * Tells which runs of base64's alphabet hold readable text. They are sixteen characters long or more: that is twelve bytes, and
 * nothing shorter holds a credential.
 *
 * Of four characters the first has the upper six bits of a byte, so that few of the alphabet can stand there in text: words and
 * paths have no four groups in a row that begin with such, mostly. A run counts if it does and twelve readable bytes come of it, by itself
 * or together with the lines behind it; or if it touches an edge of the slice.
 *
 * Looks at the run that stands at a place or right before it. Emits where a run begins and where it ends.
 */
export function considerRun(place: usize, limit: usize, goesOn: u32): void {
  const start = beginning(min(place, limit));
  if (start < limit) consider(start, limit, goesOn);
}

/** The first run may be the end of a longer one, whatever its length. */
export function considerStart(limit: usize, goesOn: u32): void {
  done = slice;
  if (goesOn & 1 && is(load<u8>(slice), BASE64)) consider(slice, limit, goesOn);
}

/** And the last run the beginning of one. */
export function considerEnd(limit: usize, goesOn: u32): void {
  if (goesOn & 2 && done < limit) considerRun(limit, limit, goesOn);
}

function beginning(at: usize): usize {
  while (at > done && is(load<u8>(at - 1), BASE64)) at--;
  return at;
}

function consider(start: usize, limit: usize, goesOn: u32): void {
  let stop = start;
  while (stop < limit && is(load<u8>(stop), BASE64)) stop++;
  done = stop;
  const touches = (start == slice && goesOn & 1) || (stop == limit && goesOn & 2);
  if (touches || (stop - start >= LEAST && (hasText(start, stop) || goesOnAsText(start, stop, limit, goesOn))))
    emit(<u32>(start - slice), <u32>(stop - slice));
}

/** Whether text begins in the run and goes on in the lines behind it, as far as they can be seen. */
function goesOnAsText(start: usize, stop: usize, limit: usize, goesOn: u32): bool {
  let end = JOINED + min(stop - start, TAIL);
  memory.copy(JOINED, JOINED + stop - end, end - JOINED);
  for (let at = stop; end < JOINED + 2 * TAIL;) {
    if (at < limit && load<u8>(at) == 0x0d) at++;
    if (at < limit && load<u8>(at) != 0x0a) break;
    do at++;
    while (at < limit && (load<u8>(at) == 0x20 || load<u8>(at) == 0x09));
    const line = at;
    while (at < limit && is(load<u8>(at), BASE64)) at++;
    if (at >= limit && (goesOn & 2) != 0) return true;
    if (at < line + LEAST_ON_LINE) break;
    const length = min(at - line, 2 * TAIL);
    memory.copy(end, line, length);
    end += length;
  }
  return hasText(JOINED, end);
}

/** Whether somewhere three groups in a row are readable, the fourth one begins as such, and two bytes more of those around are. */
function hasText(start: usize, stop: usize): bool {
  for (let at = start; at + 13 <= stop; at++)
    if (
      is(load<u8>(at), FIRST_OF_FOUR) &&
      is(load<u8>(at, 4), FIRST_OF_FOUR) &&
      is(load<u8>(at, 8), FIRST_OF_FOUR) &&
      is(load<u8>(at, 12), FIRST_OF_FOUR) &&
      isText(at) &&
      hasTwoMore(at, start, stop)
    )
      return true;
  return false;
}

/** Whether of three groups, whose first bytes are readable, all others are. */
export function isText(at: usize): bool {
  return isReadable(at) && isReadable(at + 4) && isReadable(at + 8);
}

/** Whether the bytes before three groups and those behind the first one of the next make twelve of the ten. */
function hasTwoMore(at: usize, start: usize, stop: usize): bool {
  let more = 0;
  if (at >= start + 4 && is(third(at - 4), READABLE)) more = is(second(at - 4), READABLE) ? 2 : 1;
  if (at + 15 <= stop && is(second(at + 12), READABLE)) more += at + 16 <= stop && is(third(at + 12), READABLE) ? 2 : 1;
  return more >= 2;
}

function isReadable(at: usize): bool {
  return is(second(at), READABLE) && is(third(at), READABLE);
}

/** The second and the third byte of a group. */
function second(at: usize): u8 {
  return <u8>((sixBits(load<u8>(at, 1)) << 4) | (sixBits(load<u8>(at, 2)) >> 2));
}

function third(at: usize): u8 {
  return <u8>((sixBits(load<u8>(at, 2)) << 6) | sixBits(load<u8>(at, 3)));
}
