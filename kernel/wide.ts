import { WIDE, emit, slice } from "./memory";

/**
 * Finds where text of two or four bytes a character can be, by the NULs beside its characters. Eight characters of two bytes
 * cover eight bytes of which every second is NUL and which begin at a multiple of eight; eight of four bytes cover sixteen, of
 * which three of four are NUL, at a multiple of sixteen. So sixteen bytes at once are compared with NUL, and the sixteen bits
 * that come of it with the few patterns that count.
 *
 * Emits where such bytes begin and end, neighbours as one. The slice begins at a multiple of sixteen in its text.
 */

/** Where the bytes begin and end that are not yet emitted; the end is 0 if there are none. */
let start: usize = 0;
let stop: usize = 0;

/** Looks at 64 bytes that have a NUL. */
export function considerWide(block: usize, limit: usize): void {
  for (let at = block; at < block + 64 && at + 8 <= limit; at += 16) {
    const nuls = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0)));
    if (nuls == 0) continue;
    const hasSecond = at + 16 <= limit;
    const first = isAlternating(nuls & 0xff) || (hasSecond && isQuarter(nuls));
    const second = hasSecond && (isAlternating(nuls >> 8) || isQuarter(nuls));
    if (!first && !second) continue;
    const from = first ? at : at + 8;
    if (from > stop || stop == 0) {
      endWide();
      start = from;
    }
    stop = second ? at + 16 : at + 8;
  }
}

export function endWide(): void {
  const end = stop;
  stop = 0;
  if (end != 0) emit(<u32>(start - slice), <u32>(end - slice) | WIDE);
}

function isAlternating(nuls: u32): bool {
  return nuls == 0x55 || nuls == 0xaa;
}

function isQuarter(nuls: u32): bool {
  return nuls == 0x7777 || nuls == 0xbbbb || nuls == 0xdddd || nuls == 0xeeee;
}
