import {
  areOther,
  attributes,
  clearAttributes,
  hasMarkup,
  hasReference,
  hidesElement,
  lastEnd,
  readAttribute,
} from "./attributes";
import { GREATER, SLASH, isSpace } from "./bytes";
import {
  IS_BREAK,
  IS_FORM,
  IS_HIDDEN,
  IS_INLINE,
  IS_OF_TABLE,
  IS_OTHER,
  IS_TABLE,
  IS_VOID,
  SEPARATES,
  UNKNOWN,
  elementBetween,
  flagsOf,
  nameEnd,
  readName,
} from "./elements";
import { endForeign, enterForeign, isForeign } from "./foreign";
import { endHidden, enterHidden } from "./hidden";
import { currentLine, endLine } from "./lines";
import { MOST_ELEMENTS, OPEN, TOKEN, SLICE, isUtf8, isXml, limit, tellsAll } from "./memory";

/** The element of the tag that was read last. */
export let element: u32 = UNKNOWN;
/** Whether what stands in it is not read as it is in HTML, because it is one of `svg` or `math`. */
export let isOfForeign: bool = false;

let isSelfClosing: bool = false;
let openTable: u32 = 0;

export function closeAll(): void {
  memory.fill(OPEN, 0, <usize>MOST_ELEMENTS * 4);
  openTable = 0;
}

/** @returns where the tag ends; 0 where it goes on behind the slice. */
export function readTag(nameStart: usize, isEnd: bool): usize {
  clearAttributes();
  element = readName(nameStart);
  const end = nameEnd;
  let at = end;
  for (;;) {
    while (at < limit && (isSpace(load<u8>(at)) || load<u8>(at) == SLASH)) at++;
    if (at >= limit) return 0;
    if (load<u8>(at) == GREATER) break;
    at = readAttribute(at);
  }
  isSelfClosing = load<u8>(at - 1) == SLASH && lastEnd != at;
  noteTag(nameStart, end);
  isOfForeign = false;
  if (isXml) return at + 1;
  if (isEnd) endForeign(element);
  else isOfForeign = enterForeign(element, isSelfClosing);
  return at + 1;
}

function noteTag(start: usize, end: usize): void {
  store<u32>(TOKEN, start - SLICE, 12);
  store<u32>(TOKEN, end - SLICE, 16);
  store<u32>(TOKEN, (hasReference ? 1 : 0) | (hasMarkup ? 2 : 0) | (isSelfClosing ? 4 : 0), 20);
  store<u32>(TOKEN, attributes, 24);
}

/** What a start tag means to the text around it. @returns whether the tag itself is to be told */
export function takeStart(start: usize, nameStart: usize, end: usize): bool {
  const flags = flagsOf(element);
  if (separates(nameStart, end, flags, false)) endLine(start, currentLine());
  const isEmpty = (flags & IS_VOID) != 0 || (isSelfClosing && (isXml || isForeign()));
  if (!isEmpty) enterHidden(nameStart, end, hidesElement || (!isXml && (flags & IS_HIDDEN) != 0));
  return tellsAll || !isUtf8 || areOther();
}

export function takeEnd(start: usize, nameStart: usize, end: usize): void {
  if (separates(nameStart, end, flagsOf(element), true)) endLine(start, currentLine());
  endHidden(nameStart, end, start);
}

/** Whether the text before a tag and behind it does not join. */
function separates(start: usize, end: usize, flags: u32, isEnd: bool): bool {
  if (isXml && (element == UNKNOWN || (flags & IS_OTHER) != 0)) return !isInline(start, end);
  if ((flags & SEPARATES) == 0) return false;
  const place = OPEN + ((<usize>element) << 2);
  const open = load<u32>(place);
  if (isEnd) {
    if (open > 0) count(place, flags, open - 1);
    // An end of what is not open is ignored, but for these two, which stand for the element.
    return open > 0 || (flags & IS_BREAK) != 0;
  }
  if ((flags & IS_OF_TABLE) != 0 && !isXml && openTable == 0) return false;
  // One form in another is ignored.
  if ((flags & IS_FORM) != 0 && open > 0) return false;
  if ((flags & IS_VOID) == 0) count(place, flags, open + 1);
  return true;
}

function count(place: usize, flags: u32, open: u32): void {
  store<u32>(place, open);
  if ((flags & IS_TABLE) != 0) openTable = open;
}

/** In XML, by what stands behind the prefix of a name. */
function isInline(start: usize, end: usize): bool {
  let at = start;
  while (at < end && isWord(load<u8>(at))) at++;
  const name = at > start && at < end && load<u8>(at) == 0x3a ? at + 1 : start;
  return (flagsOf(elementBetween(name, end)) & IS_INLINE) != 0;
}

function isWord(byte: u8): bool {
  const low = byte | 0x20;
  return (low >= 0x61 && low <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5f;
}
