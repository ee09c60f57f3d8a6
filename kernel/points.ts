import { mayHideAgain } from "./entity-names";
import { ANY, JOINS, JOINS_SOMEWHERE, NONE, SEPARATOR, foldOfPoint, limit, setWidth } from "./folds";
import { isInline } from "./inline";
import { endOfSequence, isColour } from "./sequence";
import { byteAt, hexadecimal, isLetter, isLineBreak } from "./written";

/** A character that is written there and not by itself; some could be a mark then, together with what follows. */
export function meaningOfPoint(point: u32, at: usize, written: usize): u32 {
  const next = byteAt(at + written);
  let isOfMark = false;
  switch (point) {
    case 0x26: // &
      isOfMark = (isLetter(next) || next == 0x23) && mayHideAgain(at + written);
      break;
    case 0x25: // %
      isOfMark = next == 0x75 || isMarkByte(next) || canBeHexadecimal(at + written);
      break;
    case 0x1b:
      return meaningOfSequence(at, written);
    case 0x5c: // \
      isOfMark = next > 0x20;
      break;
    case 0x3c: // <
      return means(isInline(at + written) ? JOINS_SOMEWHERE : SEPARATOR, written);
    case 0x3d: // =
      isOfMark = isLineBreak(next) || isMarkByte(next) || canBeHexadecimal(at + written);
      break;
    case 0x5d: // ]
      return means(next == 0x28 || next == 0x5b ? JOINS_SOMEWHERE : SEPARATOR, written);
    case 0x2d: // - and others that are hyphens
    case 0xad:
    case 0x2010:
      if (isLineBreak(next) || isMarkByte(next)) return means(JOINS_SOMEWHERE, written);
      break;
    case 0x2a: // * ~ ` _ [
    case 0x7e:
    case 0x60:
    case 0x5f:
    case 0x5b:
      return means(JOINS, written);
  }
  return isOfMark ? any(written) : means(foldOfPoint(point), written);
}

/** Two digits, of which the second may be written otherwise. */
function canBeHexadecimal(at: usize): bool {
  return hexadecimal(at, 1, 1) != NONE && (hexadecimal(at + 1, 1, 1) != NONE || isMarkByte(byteAt(at + 1)));
}

/** What a terminal does not show, behind an escape character of so many bytes. */
export function meaningOfSequence(at: usize, written: usize): u32 {
  const end = endOfSequence(at + written, limit);
  return means(isColour ? JOINS : SEPARATOR, end != 0 ? end - at : written);
}

/** What marks begin with, and `{`, in which some of TeX stand. */
export function isMarkByte(byte: u8): bool {
  switch (byte) {
    case 0x26:
    case 0x25:
    case 0x3d:
    case 0x5c:
    case 0x7b:
    case 0x1b:
    case 0x3c:
    case 0x2d:
    case 0x2a:
    case 0x7e:
    case 0x60:
    case 0x5b:
    case 0x5d:
      return true;
  }
  return false;
}

export function means(fold: u32, written: usize): u32 {
  setWidth(written);
  return fold;
}

export function any(written: usize): u32 {
  return means(ANY, written);
}
