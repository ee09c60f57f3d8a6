import { BASE64, FIRST_OF_FOUR, READABLE, SIX_BITS, emit, is, slice } from "./memory";

/** Twelve bytes in base64. */
const LEAST: usize = 16;

/** Where the last run ends that was looked at. */
export let done: usize = 0;

/**
 * Tells which runs of base64's alphabet can hold readable text. They are sixteen characters long or more: that is twelve bytes, and
 * nothing shorter holds a credential.
 *
 * Of four characters the first has the upper six bits of a byte, so that few of the alphabet can stand there in text: words and
 * paths have no four groups in a row that begin with such, mostly. A run counts if it does and readable bytes come of it;
 * or if it touches an edge of the slice, or ends its line and the next one may continue it.
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
  if (touches || (stop - start >= LEAST && (isWrapped(stop, limit, goesOn) || canBeText(start, stop))))
    emit(<u32>(start - slice), <u32>(stop - slice));
}

/** Whether the run ends its line, and the next line begins with more of it. */
function isWrapped(stop: usize, limit: usize, goesOn: u32): bool {
  let at = stop;
  if (at < limit && load<u8>(at) == 0x0d) at++;
  if (at < limit && load<u8>(at) != 0x0a) return false;
  do at++;
  while (at < limit && (load<u8>(at) == 0x20 || load<u8>(at) == 0x09));
  return at < limit ? is(load<u8>(at), BASE64) : (goesOn & 2) != 0;
}

/**
 * Whether somewhere three groups in a row are readable, and the fourth one begins as such: however twelve readable bytes in a row stand,
 * they have three groups for themselves and begin one more.
 */
function canBeText(start: usize, stop: usize): bool {
  for (let at = start; at + 13 <= stop; at++)
    if (
      is(load<u8>(at), FIRST_OF_FOUR) &&
      is(load<u8>(at, 4), FIRST_OF_FOUR) &&
      is(load<u8>(at, 8), FIRST_OF_FOUR) &&
      is(load<u8>(at, 12), FIRST_OF_FOUR) &&
      isText(at)
    )
      return true;
  return false;
}

/** Whether of three groups, whose first bytes are readable, all others are. */
export function isText(at: usize): bool {
  return isReadable(at) && isReadable(at + 4) && isReadable(at + 8);
}

/** Whether the second and the third byte of a group can be read. */
function isReadable(at: usize): bool {
  const second = sixBits(load<u8>(at, 1));
  const third = sixBits(load<u8>(at, 2));
  return (
    is(<u8>((second << 4) | (third >> 2)), READABLE) && is(<u8>((third << 6) | sixBits(load<u8>(at, 3))), READABLE)
  );
}

function sixBits(byte: u8): u32 {
  return load<u8>(SIX_BITS + byte);
}

/** Makes the table of what each character stands for. */
export function prepareBase64(): void {
  for (let byte: u32 = 0; byte < 0x100; byte++) store<u8>(SIX_BITS + byte, <u8>valueOf(<u8>byte));
}

function valueOf(byte: u8): u32 {
  if (byte >= 97) return byte - 71;
  if (byte == 0x5f) return 63;
  if (byte >= 65) return byte - 65;
  if (byte >= 48) return byte + 4;
  return byte == 0x2f ? 63 : 62;
}
