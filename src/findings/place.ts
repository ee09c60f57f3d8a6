import type { Range } from "../model/range.ts";

/** A place for people: lines and columns begin at 1, a column counts characters, the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const newline = 0x0a;

/** Where a range of a document's bytes stands. UTF-16 and UTF-32 are counted without their NULs and their mark. */
export function placeOf(bytes: Buffer, range: Range): Place {
  const start = position(bytes, range.start);
  const end = position(bytes, range.end);
  return { ...start, endLine: end.line, endColumn: end.column };
}

function position(bytes: Buffer, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(newline); at !== -1 && at < offset; at = bytes.indexOf(newline, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  const before = bytes
    .toString("latin1", lineStart, offset)
    .replaceAll("\0", "")
    .replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, "");
  return { line, column: [...Buffer.from(before, "latin1").toString("utf8")].length + 1 };
}
