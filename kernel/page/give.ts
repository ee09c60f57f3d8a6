import { IS_ESCAPABLE, IS_SCRIPT, IS_STYLE, IS_TEXT, flagsOf } from "./elements";
import { addText } from "./lines";
import { SLICE, TOKEN, isUtf8, isXml, tellsAll } from "./memory";
import { hasBackslash, hasReference, hasTag, signsIn } from "./signs";
import { element } from "./tags";
import { COMMENT, DECLARATION, IS_LITERAL, IS_PLAIN, RAW, SCRIPT, STYLE, tell } from "./told";

// What `run` has come to: the end; the end of the slice; no room to tell more; a token that is told by itself.
export const DONE: u32 = 0;
export const SLICE_READ: u32 = 1;
export const NO_ROOM: u32 = 2;
export const TOKEN_READ: u32 = 3;
/** Nothing yet. */
export const GO_ON: u32 = 4;

// Kinds of tokens.
export const OF_TEXT: u32 = 0;
export const OF_START: u32 = 1;
export const OF_END: u32 = 2;
export const OF_COMMENT: u32 = 3;
export const OF_RAW: u32 = 4;
export const OF_CDATA: u32 = 5;
export const OF_DECLARATION: u32 = 6;
/** A tag that the document ends in, or that is longer than any that is read. */
export const OF_BROKEN: u32 = 7;

/** Tells what a token makes of texts that do not stand so in the bytes; where all is to be told, the token. Texts and tags come here only then. */
export function giveToken(kind: u32, start: usize, end: usize): u32 {
  if (tellsAll) return tellToken(kind, start, end);
  if (kind == OF_CDATA) addText(start, end, IS_LITERAL | (isUtf8 ? IS_PLAIN : 0), isBlank(start, end));
  else if (kind == OF_COMMENT) {
    signsIn(start, end);
    if (hasTag || hasReference || !isUtf8) tell(COMMENT, start, end);
  } else if (kind == OF_RAW) giveRaw(start, end);
  else if (kind == OF_DECLARATION && isXml) tell(DECLARATION, start, end);
  return GO_ON;
}

export function tellToken(kind: u32, start: usize, end: usize): u32 {
  store<u32>(TOKEN, kind);
  store<u32>(TOKEN, start - SLICE, 4);
  store<u32>(TOKEN, end - SLICE, 8);
  return TOKEN_READ;
}

function isBlank(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) > 0x20) return false;
  return true;
}

function giveRaw(start: usize, end: usize): void {
  const flags = flagsOf(element);
  if ((flags & IS_TEXT) != 0) return addText(start, end, (flags & IS_ESCAPABLE) != 0 ? 0 : IS_LITERAL, false);
  if ((flags & IS_STYLE) != 0) return tell(STYLE, start, end);
  signsIn(start, end);
  if ((flags & IS_SCRIPT) != 0) {
    if (hasTag || hasBackslash || !isUtf8) tell(SCRIPT, start, end);
  } else if (hasTag || hasReference || !isUtf8) tell(RAW, start, end);
}
