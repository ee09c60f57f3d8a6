import { BASE64, FIRST_OF_FOUR, clear, emit, is, slice } from "./memory";

/**
 * Finds the runs of base64's alphabet that can hold readable text and are sixteen characters long or more: that is twelve
 * bytes, and nothing shorter holds a credential.
 *
 * Sixteen bytes at once become sixteen bits. With those of the sixteen bytes before, a run that is long enough shows as sixteen
 * ones in a row; only then its bytes are looked at.
 *
 * Of four characters the first has the upper six bits of a byte, so that few of the alphabet can stand there in text: a run
 * counts if from one of the four places where text can begin four such groups follow each other. Words and paths have no
 * such, mostly. A run that touches an edge of the slice, or that the next line may continue, counts in any case.
 *
 * Emits where a run begins and where it ends. `goesOn` has the bit 1 if other bytes stand before the slice, 2 if behind it.
 */
export function findBase64(end: u32, goesOn: u32): void {
  clear();
  const limit = slice + end;
  // No run begins before.
  let from = goesOn & 1 && is(load<u8>(slice), BASE64) ? consider(slice, limit, goesOn) : slice;
  let bits: u32 = 0;
  for (let at = from; at < limit;) {
    bits = (bits >>> 16) | (alphabetBits(at, limit) << 16);
    const long = sixteenInARow(bits);
    if (long == 0) at += 16;
    else {
      at = from = consider(at - 16 + ctz(long), limit, goesOn);
      bits = 0;
    }
  }
  if (!(goesOn & 2)) return;
  // The last run may be short, and be the beginning of a long one.
  let start = limit;
  while (start > from && is(load<u8>(start - 1), BASE64)) start--;
  if (start < limit) consider(start, limit, goesOn);
}

/** A bit for each of sixteen bytes that is of the alphabet and stands before `limit`. */
function alphabetBits(at: usize, limit: usize): u32 {
  const bytes = v128.load(at);
  // A bit for each set of lower halves, and for each upper half the sets that go with it: + - / with 2, digits with 3, A to O
  // with 4 and 6, P to Z with 5 and 7, _ with 5.
  const low = i8x16.swizzle(
    i8x16(10, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 5, 4, 5, 4, 21),
    v128.and(bytes, i8x16.splat(15)),
  );
  const high = i8x16.swizzle(i8x16(0, 0, 1, 2, 4, 24, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  const bits = <u32>i8x16.bitmask(i8x16.ne(v128.and(low, high), i8x16.splat(0)));
  const left = limit - at;
  return left >= 16 ? bits : bits & ((1 << (<u32>left)) - 1);
}

/** The bits at which sixteen ones in a row begin. */
function sixteenInARow(bits: u32): u32 {
  bits &= bits >>> 1;
  bits &= bits >>> 2;
  bits &= bits >>> 4;
  return bits & (bits >>> 8);
}

/** Emits the run that begins at a place, if it counts, and returns where it ends. */
function consider(start: usize, limit: usize, goesOn: u32): usize {
  let stop = start;
  while (stop < limit && is(load<u8>(stop), BASE64)) stop++;
  const touches = (start == slice && goesOn & 1) || (stop == limit && goesOn & 2);
  if (touches || isWrapped(stop, limit, goesOn) || canBeText(start, stop))
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

function canBeText(start: usize, stop: usize): bool {
  for (let skip: usize = 0; skip < 4; skip++) {
    let groups = 0;
    for (let at = start + skip; at < stop; at += 4) {
      groups = is(load<u8>(at), FIRST_OF_FOUR) ? groups + 1 : 0;
      if (groups == 4) return true;
    }
  }
  return false;
}
