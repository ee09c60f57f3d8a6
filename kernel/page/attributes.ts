import { AMP, BACKSLASH, EQUALS, GREATER, LESS, SLASH, isAt, isSpace, lowered } from "./bytes";
import { hides } from "./hidden";
import { ATTRIBUTES, MOST_ATTRIBUTES, SLICE, limit } from "./memory";

/** How many attributes of a tag were noted; the further ones are told as a part of the tag alone. */
export let attributes: u32 = 0;
/** Where the last value ends. */
export let lastEnd: usize = 0;
/** What some value has: a reference to a character, `<`, a backslash; the beginning of a `data:` URL. */
export let hasReference: bool = false;
export let hasMarkup: bool = false;
let hasBackslash: bool = false;
let hasData: bool = false;
let hasStyle: bool = false;
/** Whether a visitor does not see the element, by `hidden` or `style`. */
export let hidesElement: bool = false;

/** A tag begins. */
export function clearAttributes(): void {
  attributes = 0;
  lastEnd = 0;
  hasReference = hasMarkup = hasBackslash = hasData = hasStyle = hidesElement = false;
}

/** Whether something in a value is not what stands there. */
export function areOther(): bool {
  return hasReference || hasMarkup || hasData || (hasStyle && hasBackslash);
}

/** @returns where it ends; behind the slice where it is not over there. */
export function readAttribute(start: usize): usize {
  let at = start + 1;
  while (at < limit && !endsName(load<u8>(at))) at++;
  const nameEnd = at;
  while (at < limit && isSpace(load<u8>(at))) at++;
  if (at >= limit || load<u8>(at) != EQUALS) {
    note(start, nameEnd, nameEnd, nameEnd);
    return at;
  }
  at++;
  while (at < limit && isSpace(load<u8>(at))) at++;
  const quote: u8 = at < limit ? load<u8>(at) : 0;
  const isQuoted = quote == 0x22 || quote == 0x27;
  const valueStart = isQuoted ? at + 1 : at;
  at = isQuoted ? endOfQuoted(valueStart, quote) : endOfBare(valueStart);
  note(start, nameEnd, valueStart, at);
  return isQuoted ? at + 1 : at;
}

function endsName(byte: u8): bool {
  return byte <= GREATER && (byte == EQUALS || byte == GREATER || byte == SLASH || isSpace(byte));
}

function endOfQuoted(at: usize, quote: u8): usize {
  while (true) {
    const bytes = v128.load(at);
    const found = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(quote)));
    const before = found == 0 ? 0xffff : (found & -found) - 1;
    if ((i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(AMP))) & before) != 0) hasReference = true;
    if ((i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(LESS))) & before) != 0) hasMarkup = true;
    if ((i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(BACKSLASH))) & before) != 0) hasBackslash = true;
    if (found != 0) return min(at + ctz(found), limit);
    at += 16;
    if (at >= limit) return limit;
  }
}

function endOfBare(at: usize): usize {
  for (; at < limit; at++) {
    const byte = load<u8>(at);
    if (byte == AMP) hasReference = true;
    else if (byte == LESS) hasMarkup = true;
    else if (byte == BACKSLASH) hasBackslash = true;
    else if (byte == GREATER || isSpace(byte)) break;
  }
  return at;
}

const STYLE = memory.data<u8>([0x73, 0x74, 0x79, 0x6c, 0x65]);
const HIDDEN = memory.data<u8>([0x68, 0x69, 0x64, 0x64, 0x65, 0x6e]);

function note(nameStart: usize, nameEnd: usize, start: usize, end: usize): void {
  lastEnd = end;
  if (attributes == MOST_ATTRIBUTES) return;
  const place = ATTRIBUTES + ((<usize>attributes) << 4);
  store<u32>(place, nameStart - SLICE);
  store<u32>(place, nameEnd - SLICE, 4);
  store<u32>(place, start - SLICE, 8);
  store<u32>(place, end - SLICE, 12);
  attributes++;
  if (end - start > 3 && mayBeData(start)) hasData = true;
  const length = nameEnd - nameStart;
  if (length == 5 && isAt(nameStart, STYLE, 5)) {
    hasStyle = true;
    if (hides(start, end)) hidesElement = true;
  } else if (length == 6 && isAt(nameStart, HIDDEN, 6)) hidesElement = true;
}

/** Whether a value begins as a `data:` URL does, with spaces before it or without. */
function mayBeData(start: usize): bool {
  const first = lowered(load<u8>(start));
  return first <= 0x20 || (first == 0x64 && lowered(load<u8>(start, 1)) == 0x61);
}

const COLOR = memory.data<u8>([0x63, 0x6f, 0x6c, 0x6f, 0x72]);
const FACE = memory.data<u8>([0x66, 0x61, 0x63, 0x65]);
const SIZE = memory.data<u8>([0x73, 0x69, 0x7a, 0x65]);

/** Whether a `font` is one of HTML, and not of `svg`. */
export function hasFontAttribute(): bool {
  for (let index: u32 = 0; index < attributes; index++) {
    const place = ATTRIBUTES + ((<usize>index) << 4);
    const start = SLICE + load<u32>(place);
    const length = load<u32>(place, 4) - load<u32>(place);
    if (length == 5 && isAt(start, COLOR, 5)) return true;
    if (length == 4 && (isAt(start, FACE, 4) || isAt(start, SIZE, 4))) return true;
  }
  return false;
}
