import { BANG, DASH, GREATER, QUESTION, indexOf, isLetter, lowered } from "./bytes";
import { isXml, limit } from "./memory";

/** Where the marks begin with which something ends, and where they end; 0 where they are not there. */
export let endAt: usize = 0;
export let behindEnd: usize = 0;

function ends(at: usize, behind: usize): void {
  endAt = at;
  behindEnd = behind;
}

export function findEndOfComment(from: usize): void {
  for (let at = indexOf(DASH, from, limit); at + 2 < limit; at = indexOf(DASH, at + 1, limit)) {
    if (load<u8>(at, 1) != DASH) continue;
    if (load<u8>(at, 2) == GREATER) return ends(at, at + 3);
    if (load<u8>(at, 2) == BANG && at + 3 < limit && load<u8>(at, 3) == GREATER) return ends(at, at + 4);
  }
  ends(0, 0);
}

export function findEndOfBogus(from: usize): void {
  const at = indexOf(GREATER, from, limit);
  if (at == limit) ends(0, 0);
  else ends(at, at + 1);
}

export function findEndOfCdata(from: usize): void {
  for (let at = indexOf(0x5d, from, limit); at + 2 < limit; at = indexOf(0x5d, at + 1, limit))
    if (load<u8>(at, 1) == 0x5d && load<u8>(at, 2) == GREATER) return ends(at, at + 3);
  ends(0, 0);
}

export function findEndOfInstruction(from: usize): void {
  for (let at = indexOf(QUESTION, from, limit); at + 1 < limit; at = indexOf(QUESTION, at + 1, limit))
    if (load<u8>(at, 1) == GREATER) return ends(at, at + 2);
  ends(0, 0);
}

/** In XML a doctype can have declarations in brackets, with brackets and quotation marks in them. */
export function findEndOfDoctype(start: usize): void {
  if (!isXml) return findEndOfBogus(start);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const byte = load<u8>(at);
    if (byte == 0x22 || byte == 0x27) {
      at = indexOf(byte, at + 1, limit);
    } else if (byte == 0x5b) depth++;
    else if (byte == 0x5d) depth--;
    else if (byte == GREATER && depth <= 0) return ends(at, at + 1);
  }
  ends(0, 0);
}

const CDATA = memory.data<u8>([0x5b, 0x63, 0x64, 0x61, 0x74, 0x61, 0x5b]);
const DOCTYPE = memory.data<u8>([0x64, 0x6f, 0x63, 0x74, 0x79, 0x70, 0x65]);

export function isCdata(at: usize): bool {
  return isWord(at, CDATA);
}

export function isDoctype(at: usize): bool {
  return isWord(at, DOCTYPE);
}

/** Seven bytes in whatever case. */
function isWord(at: usize, text: usize): bool {
  if (at + 7 > limit) return false;
  for (let index = 0; index < 7; index++) if (lowered(load<u8>(at + index)) != load<u8>(text + index)) return false;
  return true;
}

export function isNameStart(byte: u8): bool {
  return isLetter(byte) || (isXml && (byte == 0x5f || byte == 0x3a || byte >= 0x80));
}
