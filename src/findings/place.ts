import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";

/** A place for people: lines and columns begin at 1, a column counts characters, the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Tells where ranges of a document's bytes stand. NULs and a byte order mark are not counted, so that UTF-16 and UTF-32 have
 * their columns. Ranges in the order of their starts cost one pass over the bytes, however many there are and however long the lines. What
 * overlaps the one before is counted from its start, and what ends where that ended or behind it from there: all that was inflated has one range.
 */
export function placer(bytes: Bytes): (range: Range) => Place {
  const beginning: Position = { offset: byteOrderMark(bytes), line: 1, column: 1 };
  let [first, last] = [beginning, beginning];
  return ({ start, end }) => {
    first = advance(bytes, [last, first].find(({ offset }) => offset <= start) ?? beginning, start);
    last = advance(bytes, last.offset > first.offset && last.offset <= end ? last : first, end);
    return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
  };
}

interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const newline = 0x0a;

function byteOrderMark(bytes: Bytes): number {
  return /^(?:\xff\xfe|(?:\0\0)?\xfe\xff|\xef\xbb\xbf)/.exec(bytes.toString("latin1", 0, 4))?.[0].length ?? 0;
}

/** In parts: a line can have megabytes. Characters are counted behind the last line break alone. */
function advance(bytes: Bytes, { offset, line, column }: Position, to: number): Position {
  for (let from = offset; from < to; from += partLength) {
    const before = Math.max(0, from - 1);
    const part = bytes.subarray(before, Math.min(to, from + partLength));
    const last = part.lastIndexOf(newline);
    let at = from - before;
    if (last >= at) {
      line += lineBreaksIn(part, at, last + 1);
      at = last + 1;
      column = 1;
    }
    column += charactersIn(part, at);
  }
  return { offset: Math.max(offset, to), line, column };
}

const partLength = 65_536;

/** Most fours of bytes are four characters, and are looked at as one number. */
function charactersIn(bytes: Buffer, start: number): number {
  const { first, fours } = foursIn(bytes, start, bytes.length);
  let parts = partsIn(bytes, start, first);
  for (let index = 0; index < fours.length; index++) {
    const four = fours[index] ?? 0;
    // Of a NUL and of what is no ASCII the uppermost bit is set here, or there.
    if (((four | (four - 0x01010101)) & 0x80808080) === 0) continue;
    const at = first + 4 * index;
    parts += partsIn(bytes, at, at + 4);
  }
  return bytes.length - start - parts - partsIn(bytes, first + 4 * fours.length, bytes.length);
}

/** NULs, and bytes that go on with a character. */
function partsIn(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0 || (byte >= 0x80 && byte < 0xc0 && (bytes[at - 1] ?? 0) >= 0x80)) count++;
  }
  return count;
}

/** Four bytes at once, each of which counts in its part of a number: one by one takes longer than reading a large file. */
function lineBreaksIn(bytes: Buffer, start: number, end: number): number {
  const { first, fours } = foursIn(bytes, start, end);
  let count = 0;
  for (let at = start; at < first; at++) if (bytes[at] === newline) count++;
  for (let from = 0; from < fours.length; from += mostInByte) {
    const to = Math.min(fours.length, from + mostInByte);
    let ofEach = 0;
    for (let at = from; at < to; at++) {
      const other = (fours[at] ?? 0) ^ 0x0a0a0a0a;
      // The uppermost bit of each byte that is no line break, moved to its lowest. V8 adds whole numbers of 32 bits where it is told.
      const sum = ((other & 0x7f7f7f7f) + 0x7f7f7f7f) | 0;
      ofEach = (ofEach + (((sum | other) >>> 7) & 0x01010101)) | 0;
    }
    const others = (ofEach & 0xff) + ((ofEach >>> 8) & 0xff) + ((ofEach >>> 16) & 0xff) + (ofEach >>> 24);
    count += 4 * (to - from) - others;
  }
  for (let at = first + 4 * fours.length; at < end; at++) if (bytes[at] === newline) count++;
  return count;
}

const mostInByte = 127;

/** The bytes from one place to another as numbers of four each, and where these begin; a few before and behind are left over. */
function foursIn(bytes: Buffer, start: number, end: number): { readonly first: number; readonly fours: Int32Array } {
  const first = Math.min(end, start + (-(bytes.byteOffset + start) & 3));
  const length = (end - first) >> 2;
  return { first, fours: length === 0 ? none : new Int32Array(bytes.buffer, bytes.byteOffset + first, length) };
}

const none = new Int32Array(0);
