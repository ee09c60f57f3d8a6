import { BASE64, FIRST_OF_FOUR, clear, emit, is, slice } from "./memory";

/** Sixteen characters are twelve bytes: nothing shorter holds a credential. */
const LEAST: usize = 16;

/**
 * Finds the runs of base64's alphabet that can hold readable text. A run of sixteen characters has one of every sixteenth
 * bytes, so only those are looked at where there is none.
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
  let last = slice; // no run begins before
  let at = slice;
  while (at < limit) {
    if (is(load<u8>(at), BASE64)) {
      let start = at;
      while (start > last && is(load<u8>(start - 1), BASE64)) start--;
      at = endOf(at, limit);
      consider(start, at, limit, goesOn);
      last = at;
    } else last = at + 1;
    at += LEAST;
  }
  // The last run may be short, and be the beginning of a long one.
  if (!(goesOn & 2) || last >= limit) return;
  let start = limit;
  while (start > last && is(load<u8>(start - 1), BASE64)) start--;
  if (start < limit) consider(start, limit, limit, goesOn);
}

function consider(start: usize, stop: usize, limit: usize, goesOn: u32): void {
  const touches = (start == slice && goesOn & 1) || (stop == limit && goesOn & 2);
  if (touches || (stop - start >= LEAST && (isWrapped(stop, limit, goesOn) || canBeText(start, stop))))
    emit(<u32>(start - slice), <u32>(stop - slice));
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

function endOf(at: usize, limit: usize): usize {
  while (at < limit && is(load<u8>(at), BASE64)) at++;
  return at;
}
