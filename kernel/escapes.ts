import { ESCAPE, HEXADECIMAL, TOKEN, emit, is, slice } from "./memory";
import { endOfEscapeCharacter, endOfSequence } from "./sequence";

const PERCENT: u8 = 0x25;
const BACKSLASH: u8 = 0x5c;

/** How many characters of a token must stand behind an escape. */
const LEAST: usize = 12;

/**
 * Finds the escapes right before what could be a token, of which the last letter looks like a part of the token: `\n`, `\u00e9`, `%3D`.
 * None of the characters with which they begin is in base64's alphabet, so that they stand in front
 * of a run of it, with nothing between but a quotation mark or a second backslash.
 *
 * Emits where an escape begins that stands before `limit`, in front of the run that begins at a place.
 */
export function considerEscape(run: usize, limit: usize, end: usize): void {
  const last = load<u8>(run - 1);
  if (last == PERCENT) considerAt(run - 1, limit, end);
  else if (last == BACKSLASH || last == 0x22 || last == 0x27) {
    if (load<u8>(run - 2) == BACKSLASH) considerAt(run - 2, limit, end);
    if (last == BACKSLASH) considerAt(run - 1, limit, end);
  }
}

function considerAt(at: usize, limit: usize, end: usize): void {
  if (at >= slice && at < limit && isBeforeToken(at, end)) emit(<u32>(at - slice), ESCAPE);
}

/**
 * Finds the same of a terminal's control sequence: `ESC [1m`, `\u001b[2K`. It begins in whatever way and ends with a letter.
 * @returns whether one was found
 */
export function considerSequence(at: usize, limit: usize, end: usize): bool {
  const escape = at < limit ? endOfEscapeCharacter(at, end) : 0;
  const behind = escape != 0 ? endOfSequence(escape, end) : 0;
  if (behind == 0 || !isToken(behind, end)) return false;
  emit(<u32>(at - slice), ESCAPE);
  return true;
}

/** Whether an escape begins here, and right behind it what could be a token. */
export function isBeforeToken(at: usize, end: usize): bool {
  const behind = endOfEscape(at, end);
  return behind != 0 && isToken(behind, end);
}

/** Where the escape ends that begins here; 0 if none does. */
function endOfEscape(at: usize, limit: usize): usize {
  const first = load<u8>(at);
  if (first == PERCENT) return digits(at + 1, 2, limit);
  if (at + 1 >= limit) return 0;
  const letter = load<u8>(at + 1);
  if (letter == 0x75) return digits(at + 2, 4, limit); // \u00e9
  if (letter == 0x78) return digits(at + 2, 2, limit); // \xe9
  const isShort =
    letter == 0x6e ||
    letter == 0x72 ||
    letter == 0x74 || // \n \r \t
    letter == 0x22 ||
    letter == 0x27 ||
    letter == BACKSLASH ||
    letter == 0x2f; // \" \' \\ \/
  return isShort ? at + 2 : 0;
}

function digits(at: usize, count: usize, limit: usize): usize {
  if (at + count > limit) return 0;
  for (let index: usize = 0; index < count; index++) if (!is(load<u8>(at + index), HEXADECIMAL)) return 0;
  return at + count;
}

function isToken(at: usize, limit: usize): bool {
  if (at + LEAST > limit) return false;
  for (let index: usize = 0; index < LEAST; index++) if (!is(load<u8>(at + index), TOKEN)) return false;
  return true;
}
