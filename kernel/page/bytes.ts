// Bytes of markup.

export const AMP: u8 = 0x26;
export const DASH: u8 = 0x2d;
export const SLASH: u8 = 0x2f;
export const LESS: u8 = 0x3c;
export const EQUALS: u8 = 0x3d;
export const GREATER: u8 = 0x3e;
export const QUESTION: u8 = 0x3f;
export const BANG: u8 = 0x21;
export const BACKSLASH: u8 = 0x5c;

export function isSpace(byte: u8): bool {
  return byte == 0x20 || (byte <= 0x0d && byte >= 0x09 && byte != 0x0b);
}

export function isLetter(byte: u8): bool {
  const low = byte | 0x20;
  return low >= 0x61 && low <= 0x7a;
}

export function lowered(byte: u8): u8 {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** What ends a tag's name. */
export function endsTagName(byte: u8): bool {
  return byte == SLASH || byte == GREATER || isSpace(byte);
}

/** A bit for each of sixteen bytes that ends a tag's name. */
export function endsOfTagName(bytes: v128): u32 {
  const isControl = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(9)), i8x16.splat(5));
  const isBreak = v128.andnot(isControl, i8x16.eq(bytes, i8x16.splat(0x0b)));
  const isBlank = v128.or(isBreak, i8x16.eq(bytes, i8x16.splat(0x20)));
  const isMark = v128.or(i8x16.eq(bytes, i8x16.splat(SLASH)), i8x16.eq(bytes, i8x16.splat(GREATER)));
  return i8x16.bitmask(v128.or(isBlank, isMark));
}

/** Letters of ASCII in lower case. */
export function loweredAll(bytes: v128): v128 {
  const isCapital = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x41)), i8x16.splat(26));
  return v128.or(bytes, v128.and(isCapital, i8x16.splat(0x20)));
}

/** Where a byte stands next, at the end where it does not. */
export function indexOf(wanted: u8, at: usize, end: usize): usize {
  for (; at < end; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(wanted)));
    if (found != 0) return min(at + ctz(found), end);
  }
  return end;
}

/** Whether some bytes stand there, in whatever case. @param text in lower case */
export function isAt(at: usize, text: usize, length: u32): bool {
  for (let index: u32 = 0; index < length; index++)
    if (lowered(load<u8>(at + index)) != load<u8>(text + index)) return false;
  return true;
}
