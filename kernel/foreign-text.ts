import { sixBits } from "./six-bits";
import { isDigit } from "./written";

/** So many bytes of text in a row count: nothing shorter is decoded elsewhere. */
const LEAST: u32 = 12;

/**
 * Whether text with letters of other alphabets stands in base64, behind as many characters of something else as there may be: it is
 * decoded byte by byte, and a state tells how much UTF-8 there has been in a row.
 */
export function hasForeign(start: usize, end: usize): bool {
  for (let skip: usize = 0; skip < 4; skip++) {
    let state: u32 = 0;
    let at = start + skip;
    for (; at + 4 <= end; at += 4) {
      const three =
        (sixBits(load<u8>(at)) << 18) |
        (sixBits(load<u8>(at, 1)) << 12) |
        (sixBits(load<u8>(at, 2)) << 6) |
        sixBits(load<u8>(at, 3));
      state = read(state, three >>> 16);
      state = read(state, (three >>> 8) & 0xff);
      state = read(state, three & 0xff);
      if (isText(state)) return true;
    }
    // What is not padded ends with two or three.
    if (at + 2 <= end) state = read(state, (sixBits(load<u8>(at)) << 2) | (sixBits(load<u8>(at, 1)) >>> 4));
    if (at + 3 <= end) state = read(state, ((sixBits(load<u8>(at, 1)) & 15) << 4) | (sixBits(load<u8>(at, 2)) >>> 2));
    if (isText(state)) return true;
  }
  return false;
}

/** The same of hexadecimal digits. */
export function hasForeignDigits(start: usize, end: usize): bool {
  if (end - start < 24) return false;
  for (let skip: usize = 0; skip < 2; skip++) {
    let state: u32 = 0;
    for (let at = start + skip; at + 2 <= end; at += 2) {
      const high = digitOf(load<u8>(at));
      const low = digitOf(load<u8>(at, 1));
      state = (high | low) > 15 ? 0 : read(state, (high << 4) | low);
      if (isText(state)) return true;
    }
  }
  return false;
}

/** Sixteen or more for what is none. */
function digitOf(byte: u8): u32 {
  if (isDigit(byte)) return byte & 15;
  const letter: u32 = (<u32>byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : 16;
}

/** What has been read of a text in a row: its bytes, how many of its last character are missing and how many it has, whether one has several. */
const LENGTH: u32 = 0xff;
const MISSING: u32 = 0x100;
const WIDTH: u32 = 0x1000;
const FOREIGN: u32 = 0x10000;

function isText(state: u32): bool {
  return state >= FOREIGN && (state & LENGTH) >= LEAST;
}

/** What has been read together with a byte; 0 where a text has ended. */
function read(state: u32, byte: u32): u32 {
  const missing = (state / MISSING) & 15;
  if (byte < 0x80) {
    const isReadable = byte >= 0x20 ? byte < 0x7f : byte == 0x09 || byte == 0x0a || byte == 0x0d;
    if (!isReadable) return 0;
    return missing != 0 ? 1 : counted(state, 1);
  }
  if (byte < 0xc0) {
    if (missing == 0) return 0;
    return missing > 1 ? state - MISSING : counted(state & (FOREIGN | LENGTH), (state / WIDTH) & 15) | FOREIGN;
  }
  if (byte < 0xc2 || byte > 0xf4) return 0;
  const width: u32 = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return (missing != 0 ? 0 : state & (FOREIGN | LENGTH)) | (width * WIDTH) | ((width - 1) * MISSING);
}

/** A long text has enough. */
function counted(state: u32, more: u32): u32 {
  return (state & LENGTH) < 0xf0 ? state + more : state;
}
