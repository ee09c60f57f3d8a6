import { ESCAPE, HEXADECIMAL, TOKEN, emit, is, slice } from "./memory";

const PERCENT: u8 = 0x25;
const BACKSLASH: u8 = 0x5c;
const ESC: u8 = 0x1b;
const BRACKET: u8 = 0x5b;
const SEMICOLON: u8 = 0x3b;

/** How many characters of a token must stand behind an escape. */
const LEAST: usize = 12;

/** The most digits and semicolons in the escape of a color. */
const MOST: usize = 20;

/**
 * Finds the escapes right before what could be a token, of which the last letter looks like a part of the token: `\n`, `\u00e9`, `%3D`, the
 * escape of a terminal's color. None of the characters with which they begin is in base64's alphabet, so that they stand in front
 * of a run of it, with nothing between but a quotation mark, a second backslash, or a color's beginning.
 *
 * Emits where an escape begins that stands before `limit`, in front of the run that begins at a place.
 */
export function considerEscape(run: usize, limit: usize, end: usize): void {
  const last = load<u8>(run - 1);
  if (last == PERCENT) considerAt(run - 1, limit, end);
  else if (last == BACKSLASH || last == 0x22 || last == 0x27) {
    if (load<u8>(run - 2) == BACKSLASH) considerAt(run - 2, limit, end);
    if (last == BACKSLASH) considerAt(run - 1, limit, end);
  } else if (last == BRACKET || last == SEMICOLON) {
    let at = run - 1;
    while (isOfColor(load<u8>(at)) && run - at <= MOST) at--;
    if (load<u8>(at) == BRACKET && load<u8>(at - 1) == ESC) considerAt(at - 1, limit, end);
  }
}

function considerAt(at: usize, limit: usize, end: usize): void {
  if (at >= slice && at < limit && isBeforeToken(at, end)) emit(<u32>(at - slice), ESCAPE);
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
  if (first == ESC) return endOfColor(at + 1, limit);
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

/** Behind the escape character: `[`, up to twenty digits and semicolons, `m` or `K`. */
function endOfColor(at: usize, limit: usize): usize {
  if (at >= limit || load<u8>(at) != BRACKET) return 0;
  const last = at + MOST + 1;
  for (at++; at < limit && at <= last; at++) {
    const byte = load<u8>(at);
    if (byte == 0x6d || byte == 0x4b) return at + 1;
    if (!isOfColor(byte)) return 0;
  }
  return 0;
}

function isOfColor(byte: u8): bool {
  return (byte >= 0x30 && byte <= 0x39) || byte == SEMICOLON;
}

function isToken(at: usize, limit: usize): bool {
  if (at + LEAST > limit) return false;
  for (let index: usize = 0; index < LEAST; index++) if (!is(load<u8>(at + index), TOKEN)) return false;
  return true;
}
