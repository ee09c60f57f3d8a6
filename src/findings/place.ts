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
 * their columns. Ranges in their order cost one pass over the bytes, however many there are and however long the lines.
 */
export function placer(bytes: Bytes): (range: Range) => Place {
  const beginning: Position = { offset: byteOrderMark(bytes), line: 1, column: 1 };
  let known = beginning;
  const position = (offset: number): Position => {
    known = advance(bytes, offset < known.offset ? beginning : known, offset);
    return known;
  };
  return ({ start, end }) => {
    const { line, column } = position(start);
    const { line: endLine, column: endColumn } = position(end);
    return { line, column, endLine, endColumn };
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
      for (; at <= last; at++) if (part[at] === newline) line++;
      column = 1;
    }
    for (; at < part.length; at++) {
      const byte = part[at] ?? 0;
      if (byte !== 0 && !((byte & 0xc0) === 0x80 && (part[at - 1] ?? 0) >= 0x80)) column++;
    }
  }
  return { offset: Math.max(offset, to), line, column };
}

const partLength = 65_536;
