import { BANG, DASH, GREATER, LESS, QUESTION, SLASH } from "./bytes";
import { IS_RAW, flagsOf } from "./elements";
import {
  behindEnd,
  endAt,
  findEndOfBogus,
  findEndOfCdata,
  findEndOfComment,
  findEndOfDoctype,
  findEndOfInstruction,
  isCdata,
  isDoctype,
  isNameStart,
} from "./endings";
import { isForeign } from "./foreign";
import {
  GO_ON,
  OF_BROKEN,
  OF_CDATA,
  OF_COMMENT,
  OF_DECLARATION,
  OF_END,
  OF_RAW,
  OF_START,
  OF_TEXT,
  SLICE_READ,
  giveToken,
  tellToken,
} from "./give";
import { addText } from "./lines";
import { SLICE, TOKEN, isLast, isUtf8, isXml, limit, tellsAll } from "./memory";
import { FARTHEST, endOfRaw, enterRaw, lastOfRaw } from "./raw";
import { element, isOfForeign, readTag, takeEnd, takeStart } from "./tags";
import { endOfText, hasSign, isBlank } from "./text";
import { IS_PLAIN } from "./told";

// What the place that is read stands in.
const IN_MARKUP: u32 = 0;
const IN_RAW: u32 = 1;
const IN_COMMENT: u32 = 2;
const IN_BOGUS: u32 = 3;
const IN_CDATA: u32 = 4;
const IN_INSTRUCTION: u32 = 5;
let within: u32 = IN_MARKUP;

/** A tag that is longer is not read as one. */
const LONGEST_TAG: usize = 1 << 24;

/** The place that is read. */
export let at: usize = SLICE;

/** Reads from the beginning of a slice on: of one that goes on, or of a document. */
export function startSlice(isFirst: bool): void {
  at = SLICE;
  if (isFirst) within = IN_MARKUP;
}

/**
 * Reads one token of a document, or a part of a long one, as WHATWG HTML 13.2.5 tells it. Of how elements stand in each other it knows only what
 * changes how the next token is read.
 */
export function read(): u32 {
  if (within == IN_MARKUP) return readMarkup();
  if (within == IN_RAW) return readRaw();
  if (within == IN_COMMENT) findEndOfComment(at);
  else if (within == IN_BOGUS) findEndOfBogus(at);
  else if (within == IN_CDATA) findEndOfCdata(at);
  else findEndOfInstruction(at);
  return readUntil(within == IN_CDATA ? OF_CDATA : OF_COMMENT);
}

function give(kind: u32, start: usize, end: usize, behind: usize): u32 {
  at = behind;
  return giveToken(kind, start, end);
}

function readMarkup(): u32 {
  const start = at;
  const isLess = load<u8>(start) == LESS;
  if (isLess) {
    if (start + FARTHEST > limit && !isLast) return SLICE_READ;
    if (isMarkup(start)) return readTagOrComment(start);
  }
  const end = endOfText(start);
  if (end == start) return SLICE_READ;
  at = end;
  if (tellsAll) return tellToken(OF_TEXT, start, end);
  addText(start, end, isUtf8 && !hasSign ? IS_PLAIN : 0, isBlank);
  return GO_ON;
}

function isMarkup(start: usize): bool {
  if (start + 1 >= limit) return false;
  const next = load<u8>(start, 1);
  if (next == SLASH) return start + 2 < limit;
  return next == BANG || next == QUESTION || isNameStart(next);
}

function readTagOrComment(start: usize): u32 {
  const next = load<u8>(start, 1);
  if (next == BANG) return readDeclaration(start);
  if (next == QUESTION) return enter(isXml ? IN_INSTRUCTION : IN_BOGUS, start + (isXml ? 2 : 1));
  if (next != SLASH) return readStart(start);
  const behind = load<u8>(start, 2);
  if (isNameStart(behind)) return readEnd(start);
  if (behind != GREATER) return enter(IN_BOGUS, start + 2);
  at = start + 3;
  return GO_ON;
}

function readStart(start: usize): u32 {
  const end = readTag(start + 1, false);
  if (end == 0) return leaveUnfinished(start);
  if (!isXml && !isOfForeign && (flagsOf(element) & IS_RAW) != 0) {
    within = IN_RAW;
    enterRaw();
  }
  at = end;
  if (!takeStart(start, start + 1, SLICE + load<u32>(TOKEN, 16))) return GO_ON;
  return tellToken(OF_START, start, end);
}

function readEnd(start: usize): u32 {
  const end = readTag(start + 2, true);
  if (end == 0) return leaveUnfinished(start);
  at = end;
  if (tellsAll) return tellToken(OF_END, start, end);
  takeEnd(start, start + 2, SLICE + load<u32>(TOKEN, 16));
  return GO_ON;
}

/** A tag or a declaration that goes on behind the slice. */
function leaveUnfinished(start: usize): u32 {
  at = start;
  return !isLast && limit - start < LONGEST_TAG ? SLICE_READ : give(OF_BROKEN, start, limit, limit);
}

function readDeclaration(start: usize): u32 {
  const head = start + 2;
  if (head + 1 < limit && load<u8>(head) == DASH && load<u8>(head, 1) == DASH) {
    if (!isXml && head + 2 < limit) {
      if (load<u8>(head, 2) == GREATER) return give(OF_COMMENT, head + 2, head + 2, head + 3);
      const isShort = load<u8>(head, 2) == DASH && head + 3 < limit && load<u8>(head, 3) == GREATER;
      if (isShort) return give(OF_COMMENT, head + 2, head + 2, head + 4);
    }
    return enter(IN_COMMENT, head + 2);
  }
  if (isCdata(head) && (isXml || isForeign())) return enter(IN_CDATA, head + 7);
  if (!isDoctype(head)) return enter(IN_BOGUS, head);
  findEndOfDoctype(start);
  return behindEnd == 0 ? leaveUnfinished(start) : give(OF_DECLARATION, start, behindEnd, behindEnd);
}

function enter(what: u32, start: usize): u32 {
  within = what;
  at = start;
  return GO_ON;
}

/** Gives what there is of something that ends with marks, and leaves it where they stand. */
function readUntil(kind: u32): u32 {
  const start = at;
  if (behindEnd != 0) {
    within = IN_MARKUP;
    return give(kind, start, endAt, behindEnd);
  }
  if (isLast) {
    within = IN_MARKUP;
    return give(kind, start, limit, limit);
  }
  const end = limit - 4;
  return end > start ? give(kind, start, end, end) : SLICE_READ;
}

function readRaw(): u32 {
  const start = at;
  const last = lastOfRaw();
  const end = endOfRaw(start, element, last);
  if (end < last || (isLast && end >= limit)) within = IN_MARKUP;
  if (end > start) return give(OF_RAW, start, end, end);
  return within == IN_MARKUP ? GO_ON : SLICE_READ;
}
