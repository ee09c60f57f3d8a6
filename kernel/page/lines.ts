import { LESS, indexOf } from "./bytes";
import { isXml } from "./memory";
import { END, IS_HIDDEN, IS_PLAIN, SPACE, TEXT, tell } from "./told";

/** Of the line that is visible and of the one that is hidden: what is known of it, its only text, and where there is space behind that. */
const LINES = memory.data(64);
const VISIBLE: u32 = 0;

// A line of which nothing was told: it is empty, or has one text, which stands there as it is read. A line of which all was told.
const EMPTY: u32 = 0;
const HELD: u32 = 1;
const TOLD: u32 = 2;

/** To which of the two text goes: 0, or `IS_HIDDEN`. */
let current: u32 = VISIBLE;

export function currentLine(): u32 {
  return current;
}

export function chooseLine(which: u32): void {
  current = which;
}

function lineOf(which: u32): usize {
  return LINES + (which == IS_HIDDEN ? 32 : 0);
}

/**
 * Adds text to the line. A line that ends while it has but one plain text is found where it stands, and nothing is told of it.
 * @param flags of the text, as they are told @param isBlank whether it is nothing but space
 */
export function addText(start: usize, end: usize, flags: u32, isBlank: bool): void {
  const line = lineOf(current);
  const state = load<u32>(line);
  const isPlain = (flags & IS_PLAIN) != 0;
  if (isPlain && isBlank) {
    if (state == TOLD) tell(SPACE | current, start, start + 1);
    else if (state == HELD && load<usize>(line, 12) == 0) store<usize>(line, start, 12);
    return;
  }
  if (isPlain && state == EMPTY) {
    store<u32>(line, HELD);
    store<usize>(line, start, 4);
    store<usize>(line, end, 8);
    store<usize>(line, 0, 12);
    return;
  }
  if (state == HELD) tellHeld(line, current);
  store<u32>(line, TOLD);
  tell(TEXT | flags | current, start, end);
}

function tellHeld(line: usize, which: u32): void {
  tell(TEXT | IS_PLAIN | which, load<usize>(line, 4), load<usize>(line, 8));
  const space = load<usize>(line, 12);
  if (space != 0) tell(SPACE | which, space, space + 1);
  store<u32>(line, TOLD);
}

/** In XML a text with a `<` in it may be markup. */
export function endLine(place: usize, which: u32): void {
  const line = lineOf(which);
  if (isXml && load<u32>(line) == HELD) {
    const end = load<usize>(line, 8);
    if (indexOf(LESS, load<usize>(line, 4), end) != end) tellHeld(line, which);
  }
  if (load<u32>(line) == TOLD) tell(END | which, place, place + 1);
  store<u32>(line, EMPTY);
}

/** Before the slice is another one. */
export function leaveSlice(): void {
  if (load<u32>(lineOf(VISIBLE)) == HELD) tellHeld(lineOf(VISIBLE), VISIBLE);
  if (load<u32>(lineOf(IS_HIDDEN)) == HELD) tellHeld(lineOf(IS_HIDDEN), IS_HIDDEN);
}

export function endLines(place: usize): void {
  endLine(place, VISIBLE);
  endLine(place, IS_HIDDEN);
  current = VISIBLE;
}
