import { BASE64, FIRST_OF_FOUR, READABLE, clear, emit, is, slice } from "./memory";

/**
 * Finds the runs of base64's alphabet that can hold readable text and are sixteen characters long or more: that is twelve
 * bytes, and nothing shorter holds a credential.
 *
 * Of four characters the first has the upper six bits of a byte, so that few of the alphabet can stand there in text: words and
 * paths have no four groups in a row that begin with such, mostly. A run counts if it does and readable bytes come of it;
 * or if it touches an edge of the slice, or ends its line and the next one may continue it.
 *
 * Sixteen bytes at once become sixteen bits. With those of the sixteen bytes before, a run that is long enough shows as thirteen ones
 * in a row, the last three groups and the first character of a fourth; only then the bits are made that tell the first of four.
 *
 * Emits where a run begins and where it ends. `goesOn` has the bit 1 if other bytes stand before the slice, 2 if behind it.
 */
export function findBase64(end: u32, goesOn: u32): void {
  clear();
  const limit = slice + end;
  // No run begins before.
  let from = goesOn & 1 && is(load<u8>(slice), BASE64) ? consider(slice, limit, goesOn) : slice;
  let runs: u32 = 0;
  for (let at = from; at < limit + 16;) {
    runs = (runs >>> 16) | (before(limit, at, alphabetBits(v128.load(at))) << 16);
    const long = thirteenInARow(runs) & 0xffff;
    const worth = long == 0 ? 0 : long & (fourInARow(firstBits(at)) | (lineBits(at) >>> 13));
    if (worth == 0) at += 16;
    else {
      at = from = consider(beginning(at - 16 + ctz(worth), from), limit, goesOn);
      runs = 0;
    }
  }
  if (!(goesOn & 2)) return;
  // The last run may be short, and be the beginning of a long one.
  const start = beginning(limit, from);
  if (start < limit) consider(start, limit, goesOn);
}

/** Twelve bytes in base64. */
const LEAST: usize = 16;

/** A bit for each of sixteen bytes that is of the alphabet. */
function alphabetBits(bytes: v128): u32 {
  // A bit for each set of lower halves, and for each upper half the sets that go with it: + - / with 2, digits with 3, A to O
  // with 4 and 6, P to Z with 5 and 7, _ with 5.
  const low = i8x16.swizzle(
    i8x16(10, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 5, 4, 5, 4, 21),
    v128.and(bytes, i8x16.splat(15)),
  );
  const high = i8x16.swizzle(i8x16(0, 0, 1, 2, 4, 24, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  return 0xffff ^ <u32>i8x16.bitmask(i8x16.eq(v128.and(low, high), i8x16.splat(0)));
}

/** Of the bits of sixteen bytes those that stand before `limit`. */
function before(limit: usize, at: usize, bits: u32): u32 {
  if (at + 16 <= limit) return bits;
  return at < limit ? bits & ((1 << (<u32>(limit - at))) - 1) : 0;
}

/** A bit for each of the thirty-two bytes around a place that can be the first of four. */
function firstBits(at: usize): u32 {
  return firstBitsOf(v128.load(at - 16)) | (firstBitsOf(v128.load(at)) << 16);
}

function firstBitsOf(bytes: v128): u32 {
  // With an upper half of 4: A, C, D, I to O; with 5: P to Z; with 6: a to f.
  const low = i8x16.swizzle(i8x16(2, 7, 6, 7, 7, 6, 6, 2, 2, 3, 3, 1, 1, 1, 1, 1), v128.and(bytes, i8x16.splat(15)));
  const high = i8x16.swizzle(i8x16(0, 0, 0, 0, 1, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  return 0xffff ^ <u32>i8x16.bitmask(i8x16.eq(v128.and(low, high), i8x16.splat(0)));
}

/** A bit for each of the thirty-two bytes around a place that ends a line. */
function lineBits(at: usize): u32 {
  return lineBitsOf(v128.load(at - 16)) | (lineBitsOf(v128.load(at)) << 16);
}

function lineBitsOf(bytes: v128): u32 {
  return <u32>i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(0x0a)), i8x16.eq(bytes, i8x16.splat(0x0d))));
}

/** The bits at which thirteen ones in a row begin: three groups and the first character of the fourth. */
function thirteenInARow(bits: u32): u32 {
  bits &= bits >>> 1;
  bits &= bits >>> 2;
  bits &= bits >>> 4;
  return bits & (bits >>> 5);
}

/** The bits from which on every fourth one is set, four times. */
function fourInARow(bits: u32): u32 {
  bits &= bits >>> 4;
  return bits & (bits >>> 8);
}

/** Where the run begins that stands before a place. */
function beginning(at: usize, from: usize): usize {
  while (at > from && is(load<u8>(at - 1), BASE64)) at--;
  return at;
}

/** Emits the run that begins at a place, if it counts, and returns where it ends. */
function consider(start: usize, limit: usize, goesOn: u32): usize {
  let stop = start;
  while (stop < limit && is(load<u8>(stop), BASE64)) stop++;
  const touches = (start == slice && goesOn & 1) || (stop == limit && goesOn & 2);
  if (touches || (stop - start >= LEAST && (isWrapped(stop, limit, goesOn) || canBeText(start, stop))))
    emit(<u32>(start - slice), <u32>(stop - slice));
  return stop;
}

/** Whether the run ends its line, and the next line begins with more of it. */
function isWrapped(stop: usize, limit: usize, goesOn: u32): bool {
  let at = stop;
  if (at < limit && load<u8>(at) == 0x0d) at++;
  if (at < limit && load<u8>(at) != 0x0a) return false;
  do at++;
  while (at < limit && (load<u8>(at) == 0x20 || load<u8>(at) == 0x09));
  return at < limit ? is(load<u8>(at), BASE64) : (goesOn & 2) != 0;
}

/** Whether from one of the four places three groups in a row are readable, as in any twelve readable bytes. */
function canBeText(start: usize, stop: usize): bool {
  for (let skip: usize = 0; skip < 4; skip++) {
    let groups = 0;
    for (let at = start + skip; at + 4 <= stop; at += 4) {
      groups = is(load<u8>(at), FIRST_OF_FOUR) && isReadable(at) ? groups + 1 : 0;
      if (groups == 3) return true;
    }
  }
  return false;
}

/** Whether the second and the third byte of a group can be read. */
function isReadable(at: usize): bool {
  const second = sixBits(load<u8>(at, 1));
  const third = sixBits(load<u8>(at, 2));
  return (
    is(<u8>((second << 4) | (third >> 2)), READABLE) && is(<u8>((third << 6) | sixBits(load<u8>(at, 3))), READABLE)
  );
}

function sixBits(byte: u8): u32 {
  if (byte >= 97) return byte - 71;
  if (byte == 0x5f) return 63;
  if (byte >= 65) return byte - 65;
  if (byte >= 48) return byte + 4;
  return byte == 0x2f ? 63 : 62;
}
