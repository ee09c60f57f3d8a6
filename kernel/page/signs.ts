import { AMP, BACKSLASH, LESS, SLASH, isLetter } from "./bytes";

/** Whether `signsIn` has seen a tag, a reference to a character, a backslash. */
export let hasTag: bool = false;
export let hasReference: bool = false;
export let hasBackslash: bool = false;

/** Looks through a script, a style sheet or a comment for what makes it worth reading. */
export function signsIn(start: usize, end: usize): void {
  hasTag = hasReference = hasBackslash = false;
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    const isLess = i8x16.eq(bytes, i8x16.splat(LESS));
    const isAmp = i8x16.eq(bytes, i8x16.splat(AMP));
    const isBackslash = i8x16.eq(bytes, i8x16.splat(BACKSLASH));
    let found = i8x16.bitmask(v128.or(v128.or(isLess, isAmp), isBackslash));
    if (end - at < 16) found &= (1 << (<u32>(end - at))) - 1;
    for (; found != 0; found &= found - 1) note(at + ctz(found), end);
  }
}

function note(at: usize, end: usize): void {
  const byte = load<u8>(at);
  if (byte == BACKSLASH) hasBackslash = true;
  if (byte == BACKSLASH || at + 1 == end) return;
  const next = load<u8>(at, 1);
  if (byte == LESS) {
    if (next == SLASH || isLetter(next)) hasTag = true;
  } else if (next == 0x23 || isLetter(next)) hasReference = true;
}
