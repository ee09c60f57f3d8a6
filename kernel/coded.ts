import { NONE, SEPARATOR, foldOfPoint, foldOfWindows, isPoint, moreBytes } from "./folds";
import { meaningOfPoint, means } from "./points";
import { byteAt, hexadecimal } from "./written";

// How bytes are written.
export const PERCENT: u32 = 0;
export const QUOTED: u32 = 1;
export const HEX: u32 = 2; // \xe9
export const OCTAL: u32 = 3; // \351

/** A character of UTF-8 that is written byte by byte, or one of Windows-1252. */
export function meaningOfBytes(at: usize, how: u32): u32 {
  const step: usize = how >= HEX ? 4 : 3;
  const first = writtenByte(at, how);
  if (first == NONE) return NONE;
  if (first < 0x80) return meaningOfPoint(first, at, step);
  const more = moreBytes(<u8>first);
  let point = first & (0x3f >>> <u32>more);
  for (let index: usize = 1; index <= more; index++) {
    const byte = writtenByte(at + index * step, how);
    if (byte == NONE || (byte & 0xc0) != 0x80) return means(foldOfWindows(first), step);
    point = (point << 6) | (byte & 0x3f);
  }
  if (more == 0 || !isPoint(point, more)) return means(foldOfWindows(first), step);
  return means(foldOfPoint(point), step * (more + 1));
}

export function writtenByte(at: usize, how: u32): u32 {
  const lead = byteAt(at);
  if (how == OCTAL) {
    const high = byteAt(at + 1);
    if (lead != 0x5c || (high != 0x32 && high != 0x33) || (byteAt(at + 2) & 0xf8) != 0x30) return NONE;
    return (byteAt(at + 3) & 0xf8) != 0x30
      ? NONE
      : ((high & 3) << 6) | ((byteAt(at + 2) & 7) << 3) | (byteAt(at + 3) & 7);
  }
  if (how == HEX ? lead != 0x5c || byteAt(at + 1) != 0x78 : lead != (how == QUOTED ? 0x3d : 0x25)) return NONE;
  const digits = at + (how == HEX ? 2 : 1);
  if (how == QUOTED && max(byteAt(digits), byteAt(digits + 1)) >= 0x61) return NONE;
  return hexadecimal(digits, 2, 2);
}

/** \u00e9 and %u00e9, two of them where they are the halves of a character. */
export function meaningOfUnits(at: usize, digits: usize): u32 {
  const unit = hexadecimal(at + digits, 4, 4);
  const step = digits + 4;
  if (unit == NONE) return NONE;
  if (unit >>> 10 != 0x36) return meaningOfPoint(unit, at, step);
  const isPair = load<u16>(at) == load<u16>(at + step);
  const other = isPair ? hexadecimal(at + step + digits, 4, 4) : NONE;
  if (other == NONE || other >>> 10 != 0x37) return means(SEPARATOR, step);
  return means(foldOfPoint(0x10000 + ((unit & 0x3ff) << 10) + (other & 0x3ff)), 2 * step);
}
