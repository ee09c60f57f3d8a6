import { AMP, LESS } from "./bytes";
import { isLast, limit } from "./memory";
import { FARTHEST } from "./raw";

/** Whether the text that was read last may have references to characters, or NULs, and whether it is nothing but space. */
export let hasSign: bool = false;
export let isBlank: bool = false;

/** Where a text ends, whose first byte is text whatever it is; its beginning where the slice ends in a reference that it begins with. */
export function endOfText(start: usize): usize {
  const isLess = load<u8>(start) == LESS;
  let at = isLess ? start + 1 : start;
  hasSign = false;
  isBlank = !isLess;
  while (true) {
    const bytes = v128.load(at);
    const stops = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(LESS)));
    const count = min<usize>(stops == 0 ? 16 : ctz(stops), limit - at);
    const before = (1 << (<u32>count)) - 1;
    const isSign = v128.or(i8x16.eq(bytes, i8x16.splat(AMP)), i8x16.eq(bytes, i8x16.splat(0)));
    if ((i8x16.bitmask(isSign) & before) != 0) hasSign = true;
    if ((i8x16.bitmask(i8x16.gt_u(bytes, i8x16.splat(0x20))) & before) != 0) isBlank = false;
    at += count;
    if (count < 16) break;
  }
  // A reference that the slice cuts in two is read with the next slice.
  return at == limit && !isLast ? beforeReference(start, at) : at;
}

/** Where the last reference begins that may go on behind the slice. */
function beforeReference(start: usize, end: usize): usize {
  for (let cut = end - 1; cut >= start && end - cut < FARTHEST; cut--) if (load<u8>(cut) == AMP) return cut;
  return end;
}
