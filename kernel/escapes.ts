import { HEXADECIMAL, ROOM, TOKEN, clear, emit, is, results, slice } from "./memory";

const PERCENT: u8 = 0x25;
const BACKSLASH: u8 = 0x5c;
const ESCAPE: u8 = 0x1b;

/** How many characters of a token must stand behind an escape. */
const LEAST: usize = 12;

/**
 * Finds the escapes right before what could be a token: its last letter looks like a part of the token. Sixteen bytes at once
 * are compared with the three that an escape can begin with. Emits where an escape begins and where the token behind it does.
 */
export function findEscapes(from: u32, to: u32, end: u32): u32 {
  clear();
  const stop = slice + to;
  const limit = slice + end;
  for (let block = slice + from; block < stop; block += 16) {
    const bytes = v128.load(block);
    const some = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(BACKSLASH)), i8x16.eq(bytes, i8x16.splat(PERCENT))),
      i8x16.eq(bytes, i8x16.splat(ESCAPE)),
    );
    for (let mask = i8x16.bitmask(some); mask != 0; mask &= mask - 1) {
      const at = block + <usize>ctz(mask);
      if (at >= stop) break;
      const behind = endOfEscape(at, limit);
      if (behind != 0 && isToken(behind, limit)) emit(<u32>(at - slice), <u32>(behind - slice));
    }
    if (results > ROOM / 2) return <u32>(block + 16 < stop ? block + 16 - slice : to);
  }
  return to;
}

/** Where the escape ends that begins here; 0 if none does. */
function endOfEscape(at: usize, limit: usize): usize {
  const first = load<u8>(at);
  if (first == PERCENT) return digits(at + 1, 2, limit);
  if (first == ESCAPE) return endOfColor(at + 1, limit);
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
  if (at >= limit || load<u8>(at) != 0x5b) return 0;
  const last = at + 21;
  for (at++; at < limit && at <= last; at++) {
    const byte = load<u8>(at);
    if (byte == 0x6d || byte == 0x4b) return at + 1;
    if (!((byte >= 0x30 && byte <= 0x39) || byte == 0x3b)) return 0;
  }
  return 0;
}

function isToken(at: usize, limit: usize): bool {
  if (at + LEAST > limit) return false;
  for (let index: usize = 0; index < LEAST; index++) if (!is(load<u8>(at + index), TOKEN)) return false;
  return true;
}
