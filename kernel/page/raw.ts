import { BANG, DASH, GREATER, LESS, SLASH, indexOf } from "./bytes";
import { IS_PLAIN, IS_SCRIPT, flagsOf, isTagOf } from "./elements";
import { isLast, limit } from "./memory";

/** How deep a script is in `<!--` and `<script` in itself: "script data escaped" and "double escaped". */
let escaped: u32 = 0;

export function enterRaw(): void {
  escaped = 0;
}

/** Where what is in an element without markup ends, or where the slice has to end in front of what may be its end tag. */
export function endOfRaw(start: usize, element: u32, last: usize): usize {
  const flags = flagsOf(element);
  if ((flags & IS_PLAIN) != 0) return max(start, last);
  const isScript = (flags & IS_SCRIPT) != 0;
  let at = start;
  for (; at < last; at++) {
    if (escaped == 0) {
      at = indexOf(LESS, at, last);
      if (at >= last) break;
    }
    const byte = load<u8>(at);
    if (byte == LESS) {
      if (isScript) {
        if (escaped == 0 && load<u8>(at, 1) == BANG && load<u8>(at, 2) == DASH && load<u8>(at, 3) == DASH) {
          escaped = 1;
          at++;
          continue;
        }
        if (escaped == 1 && isTagOf(at + 1, element)) escaped = 2;
      }
      if (load<u8>(at, 1) != SLASH || !isTagOf(at + 2, element)) continue;
      if (escaped == 2) escaped = 1;
      else break;
    } else if (byte == DASH && escaped > 0 && load<u8>(at, 1) == DASH && load<u8>(at, 2) == GREATER) escaped = 0;
  }
  return at;
}

/** Behind this place no end tag can be told. */
export function lastOfRaw(): usize {
  return isLast ? limit : limit - FARTHEST;
}

/** How far ahead of a place is looked to tell what begins there: `<![CDATA[`, `</plaintext>`, the longest reference to a character. */
export const FARTHEST: usize = 48;
