import { clearAttributes } from "./attributes";
import { leaveForeign } from "./foreign";
import { DONE, NO_ROOM, SLICE_READ, TOKEN_READ } from "./give";
import { leaveHidden } from "./hidden";
import { endLines, leaveSlice } from "./lines";
import { SLICE, isLast, limit } from "./memory";
import { closeAll } from "./tags";
import { clearEvents, hasRoom } from "./told";
import { at, read, startSlice } from "./tokens";

/** How much of the slice is read. */
export function place(): u32 {
  return <u32>(at - SLICE);
}

/** Begins a document, whose first slice stands in memory. */
export function begin(): void {
  startSlice(true);
  leaveForeign();
  leaveHidden();
  closeAll();
  endLines(SLICE);
  clearEvents();
  clearAttributes();
}

/** Begins the next slice, which begins at the place that was read. */
export function goOn(): void {
  startSlice(false);
}

/**
 * Cuts the document into tokens, and tells what of them makes a text that does not stand so in the bytes; where all is to be told, one token.
 */
export function run(): u32 {
  clearEvents();
  while (true) {
    if (at >= limit) {
      if (!isLast) return leave();
      endLines(limit);
      return DONE;
    }
    const come = read();
    if (come == SLICE_READ) return leave();
    if (come == TOKEN_READ) return come;
    if (!hasRoom()) return NO_ROOM;
  }
}

function leave(): u32 {
  leaveSlice();
  return SLICE_READ;
}
