import { isBeforeToken } from "./escapes";
import { ESCAPE, HEXADECIMAL, TOKEN, emit, is, slice } from "./memory";

const PERCENT: u8 = 0x25;
const BACKSLASH: u8 = 0x5c;
const LINE_FEED: u8 = 0x0a;
const RETURN: u8 = 0x0d;

/** A token has so many characters, however they are written. */
const LEAST: u32 = 12;
/** What is written in so many bytes is long enough. */
const LONG: usize = 96;
/** An escape in an escape in an escape: more backslashes do not stand in front of one. */
const DEEPEST: usize = 8;

/** What is around an escape is decoded for much farther, so that those right behind it need not be told. */
const NEAR: usize = 256;
let told: usize = 0;

/** Whether other bytes stand before the slice. */
let hasBefore: bool = false;

export function startSpelled(goesOn: u32): void {
  told = 0;
  hasBefore = (goesOn & 1) != 0;
}

/** A bit for each of the line feed, the return, `-` and 0 to 7; for each of `_`, e, u and x. */
const UP_TO_63: u64 = (1 << 0x0a) | (1 << 0x0d) | (1 << 0x2d) | (0xff << 0x30);
const FROM_64: u64 = (1 << 0x1f) | (1 << 0x25) | (1 << 0x35) | (1 << 0x38);

/** Whether a byte can stand right behind the backslash or the % of an escape that stands for a character of a token, or for the escape character. */
export function goesOnInEscape(byte: u8): bool {
  return byte < 0x80 && (((byte < 0x40 ? UP_TO_63 : FROM_64) >>> (byte & 63)) & 1) != 0;
}

/**
 * Finds escapes that stand for a character of a token, in the midst of what can be one: `ghp_\x41…`, `\u0067\u{68}\160`, `\67 \68 ` in a style sheet,
 * `ghp\_` in Markdown, `%67`, and a line that goes on behind a backslash. Whoever writes letters and digits so hides them, or a program
 * does that writes everything so; few other files have any.
 *
 * Emits where the first of them begins, and of others nearby none.
 */
export function considerSpelled(at: usize, limit: usize, end: usize): void {
  if (at >= limit || at < told) return;
  const first = load<u8>(at);
  if (first != BACKSLASH && first != PERCENT) return;
  const behind = endOfCharacter(at, end);
  if (behind == 0 || isBeforeToken(at, end)) return;
  if (load<u8>(behind - 1) == LINE_FEED && (behind >= end || !is(load<u8>(behind), TOKEN))) return;
  let count: u32 = 1;
  let to = behind;
  while (count < LEAST && to - at < LONG) {
    const next = endOfCharacter(to, end);
    if (next == 0) break;
    to = next;
    count++;
  }
  if (to - at >= LONG) count = LEAST;
  let from = at;
  while (at - from < DEEPEST && from > slice && load<u8>(from - 1) == BACKSLASH) from--;
  for (; count < LEAST && from > slice && is(load<u8>(from - 1), TOKEN); from--) count++;
  if (count < LEAST && !(from == slice && hasBefore)) return;
  emit(<u32>(at - slice), ESCAPE);
  told = at + NEAR;
}

/** Where a character of a token ends that is written here, as it stands or as an escape; 0 if there is none. */
function endOfCharacter(at: usize, end: usize): usize {
  if (at >= end) return 0;
  if (is(load<u8>(at), TOKEN)) return at + 1;
  const behind = endOfBackslashes(at, end);
  if (behind >= end) return 0;
  if (behind == at) return load<u8>(at) == PERCENT ? ofDigits(at + 1, 2, 2, end) : 0;
  const letter = load<u8>(behind);
  if (letter == 0x78) return ofDigits(behind + 1, 2, 2, end); // \x67
  if (letter == 0x75) {
    if (behind + 1 < end && load<u8>(behind + 1) != 0x7b) return ofDigits(behind + 1, 4, 4, end); // \u0067
    const close = ofDigits(behind + 2, 1, 6, end); // \u{67}
    return close != 0 && close < end && load<u8>(close) == 0x7d ? close + 1 : 0;
  }
  if (letter == 0x5f || letter == 0x2d || letter == LINE_FEED) return behind + 1;
  if (letter == RETURN) return behind + 1 < end && load<u8>(behind + 1) == LINE_FEED ? behind + 2 : 0;
  const ofStyle = ofDigits(behind, 2, 6, end); // \67 with a space or without
  if (ofStyle != 0) return ofStyle < end && load<u8>(ofStyle) == 0x20 ? ofStyle + 1 : ofStyle;
  return ofOctal(behind, end);
}

/** Behind one backslash or several, which themselves can be written as `%5C`. */
function endOfBackslashes(at: usize, end: usize): usize {
  for (let count: usize = 0; count < DEEPEST && at < end; count++) {
    if (load<u8>(at) == BACKSLASH) at++;
    else if (load<u8>(at) == PERCENT && at + 2 < end && load<u8>(at + 1) == 0x35 && (load<u8>(at + 2) | 0x20) == 0x63)
      at += 3;
    else break;
  }
  return at;
}

/** Where hexadecimal digits end that stand for a character of a token; 0 if they do not, or are too few. */
function ofDigits(at: usize, least: u32, most: u32, end: usize): usize {
  let value: u32 = 0;
  let count: u32 = 0;
  for (; count < most && at < end && is(load<u8>(at), HEXADECIMAL); count++) {
    const byte = load<u8>(at++);
    value = (value << 4) | (byte < 0x40 ? byte & 15 : (byte & 15) + 9);
  }
  return count >= least && isOfToken(value) ? at : 0;
}

/** The same of octal digits: two, or three of which the first is no more than 3. */
function ofOctal(at: usize, end: usize): usize {
  const most: u32 = at < end && load<u8>(at) <= 0x33 ? 3 : 2;
  let value: u32 = 0;
  let count: u32 = 0;
  for (; count < most && at < end && (load<u8>(at) & 0xf8) == 0x30; count++)
    value = (value << 3) | (load<u8>(at++) & 7);
  return count >= 2 && isOfToken(value) ? at : 0;
}

function isOfToken(value: u32): bool {
  return value < 0x80 && is(<u8>value, TOKEN);
}
