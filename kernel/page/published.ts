import { GREATER, LESS, SLASH, BACKSLASH, indexOf, isAt, isLetter, isSpace, lowered } from "./bytes";
import { SLICE, limit } from "./memory";

/** What src/extractors/published/ reads pages for: documents in base64, scripts that may put something together, zlib in base64, diagrams, markup in `data:` URLs. */
export const HAS_BASE64: u32 = 1;
export const HAS_JOINED: u32 = 2;
export const HAS_ZLIB: u32 = 4;
export const HAS_DIAGRAM: u32 = 8;
export const HAS_WRITTEN: u32 = 16;

const BASE64 = memory.data<u8>([0x3b, 0x62, 0x61, 0x73, 0x65, 0x36, 0x34, 0x2c]);
const DIAGRAM = memory.data<u8>([0x6d, 0x78, 0x66, 0x69, 0x6c, 0x65]);
const DRAWING = memory.data<u8>([0x64, 0x61, 0x74, 0x61, 0x3a, 0x69, 0x6d, 0x61, 0x67, 0x65, 0x2f, 0x73, 0x76, 0x67]); // data:image/svg
const PAGE = memory.data<u8>([0x64, 0x61, 0x74, 0x61, 0x3a, 0x74, 0x65, 0x78, 0x74, 0x2f, 0x68, 0x74, 0x6d, 0x6c]); // data:text/html
const SCRIPT = memory.data<u8>([0x73, 0x63, 0x72, 0x69, 0x70, 0x74]);

/** Looks through the slice. What it sees may be less than it takes it for, and never more: most pages have nothing of it. */
export function publishedSigns(): u32 {
  let signs: u32 = 0;
  // In a script nothing else is a script.
  let behind = SLICE;
  for (let at = SLICE; at < limit; at += 16) {
    const bytes = v128.load(at);
    const second = v128.load(at, 1);
    const isSmall = i8x16.eq(v128.or(second, i8x16.splat(0x20)), i8x16.splat(0x73));
    const isNext = i8x16.eq(v128.or(v128.load(at, 2), i8x16.splat(0x20)), i8x16.splat(0x63));
    const isTag = v128.and(i8x16.eq(bytes, i8x16.splat(LESS)), v128.and(isSmall, isNext));
    const isComma = i8x16.eq(v128.load(at, 7), i8x16.splat(0x2c));
    const isHeader = v128.and(i8x16.eq(bytes, i8x16.splat(0x3b)), isComma);
    // eA eF eJ eN are told apart below.
    const isLevel = i8x16.eq(v128.and(second, i8x16.splat(-16)), i8x16.splat(0x40));
    const isZlib = v128.and(i8x16.eq(bytes, i8x16.splat(0x65)), isLevel);
    const isDiagram = v128.and(i8x16.eq(bytes, i8x16.splat(0x6d)), i8x16.eq(second, i8x16.splat(0x78)));
    const isColon = i8x16.eq(v128.load(at, 4), i8x16.splat(0x3a));
    const isData = v128.and(i8x16.eq(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x64)), isColon);
    const isAny = v128.or(v128.or(v128.or(isTag, isHeader), v128.or(isZlib, isDiagram)), isData);
    for (let found = i8x16.bitmask(isAny); found != 0; found &= found - 1) {
      const place = at + ctz(found);
      const byte = load<u8>(place);
      if (byte == 0x3b) {
        if (isAt(place, BASE64, 8)) signs |= HAS_BASE64;
      } else if (byte == 0x6d) {
        if (isAt(place, DIAGRAM, 6)) signs |= HAS_DIAGRAM;
      } else if (byte == 0x65) {
        if (beginsZlib(place)) signs |= HAS_ZLIB;
      } else if (lowered(byte) == 0x64) {
        if (isAt(place, DRAWING, 14) || isAt(place, PAGE, 14)) signs |= HAS_WRITTEN;
      } else if (place >= behind && isAt(place + 1, SCRIPT, 6)) {
        const start = min(indexOf(GREATER, place, limit) + 1, limit);
        behind = endOfScript(start);
        if (mayJoin(start, behind)) signs |= HAS_JOINED;
      }
    }
  }
  return signs;
}

/** Whether zlib may begin there in base64, behind no letter, as src/extractors/published/carried.ts has it. */
function beginsZlib(at: usize): bool {
  const before = at > SLICE ? load<u8>(at - 1) : 0;
  if (isLetter(before) || isOfName(before) || before == 0x2b) return false;
  const second = load<u8>(at, 1);
  const third = load<u8>(at, 2);
  if (second == 0x4a) return third >= 0x77 && third <= 0x7a;
  if (second == 0x4e) return third >= 0x6f && third <= 0x72;
  return (second == 0x41 && third == 0x45) || (second == 0x46 && third == 0x34);
}

function endOfScript(start: usize): usize {
  for (let at = indexOf(LESS, start, limit); at < limit; at = indexOf(LESS, at + 1, limit))
    if (load<u8>(at, 1) == SLASH && isAt(at + 2, SCRIPT, 6)) return at;
  return limit;
}

/** Whether a script may be one of those that `mayJoin` in src/extractors/code/joined.ts tells, or has a row of React's flight. */
function mayJoin(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    let signs = v128.or(i8x16.eq(bytes, i8x16.splat(0x2b)), i8x16.eq(bytes, i8x16.splat(0x24))); // + $
    signs = v128.or(signs, i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x5b)), i8x16.splat(3))); // [ ] and a backslash
    signs = v128.or(signs, i8x16.eq(bytes, i8x16.splat(0x28))); // (
    signs = v128.or(signs, i8x16.eq(bytes, i8x16.splat(0x43))); // C
    signs = v128.or(signs, i8x16.eq(bytes, i8x16.splat(SLASH)));
    signs = v128.or(signs, i8x16.eq(bytes, i8x16.splat(LESS)));
    let found = i8x16.bitmask(signs);
    if (end - at < 16) found &= (1 << (<u32>(end - at))) - 1;
    for (; found != 0; found &= found - 1) if (isSign(at + ctz(found))) return true;
  }
  return false;
}

function isSign(at: usize): bool {
  const next = load<u8>(at, 1);
  switch (load<u8>(at)) {
    case 0x2b: {
      const behind = load<u8>(endOf(at + 1, 0x28));
      return isQuote(behind) || behind == SLASH;
    }
    case 0x24: {
      if (next != 0x7b) return false;
      const behind = load<u8>(endOf(at + 2, 0x20));
      return isQuote(behind) || behind == 0x28;
    }
    case 0x5d:
      return load<u8>(endOf(at + 1, 0x2e)) == 0x6a; // ].join
    case 0x5b:
      return next == 0x31 && load<u8>(at, 2) == 0x2c && load<u8>(at, 3) == 0x22; // [1,"
    case 0x28: {
      const before = load<u16>(at - 2);
      return before == 0x7461 || before == 0x626f || before == 0x7961; // concat( atob( Array(
    }
    case 0x43:
      return load<u8>(at - 1) == 0x6d; // fromC
    case SLASH:
      return next == 0x2a;
    case BACKSLASH:
      if (next == 0x75) return load<u16>(at, 2) == 0x3030 && load<u8>(at, 4) == 0x33;
      if (next == 0x78) return load<u8>(at, 2) == 0x33;
      return (next >= 0x31 && next <= 0x37) || next == 0x0a || next == 0x0d;
    case LESS:
      return next == SLASH || isTag(at + 1);
  }
  return false;
}

/** A tag's name, and behind it the end of the tag or a space. */
function isTag(start: usize): bool {
  if (!isLetter(load<u8>(start))) return false;
  let at = start;
  while (at < limit && (isLetter(load<u8>(at)) || isOfName(load<u8>(at)))) at++;
  return load<u8>(at) == GREATER || isBlank(load<u8>(at));
}

function isOfName(byte: u8): bool {
  return (byte >= 0x30 && byte <= 0x39) || byte == 0x2d || byte == 0x5f;
}

function isQuote(byte: u8): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60;
}

/** Where spaces and one other byte end. */
function endOf(at: usize, other: u8): usize {
  while (at < limit && (load<u8>(at) == other || isBlank(load<u8>(at)))) at++;
  return at;
}

/** Spaces of Latin-1 among them. */
function isBlank(byte: u8): bool {
  return isSpace(byte) || byte == 0x0b || byte == 0xa0;
}
