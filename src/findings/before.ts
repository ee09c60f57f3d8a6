import type { Document } from "../model/document.ts";
import type { Range } from "../model/range.ts";

/**
 * Says of ranges of a document whether the change brings them: a line is new if none of the contents that stood there
 * before has it, and a range is new if one of its lines is. What stood there before is read at the first question.
 */
export function newness(document: Document): (part: "name" | "contents", range: Range) => boolean {
  const { before } = document;
  if (before === undefined) return () => true;
  let known: Set<string> | undefined;
  return (part, range) => {
    if (part === "name") return !before.name;
    known ??= new Set(before.contents().flatMap(linesOf));
    return linesOf(wholeLines(document.bytes, range)).some((line) => !known?.has(line));
  };
}

/** The lines, as Latin-1 so that any bytes can be compared, without the carriage returns that git converts. */
function linesOf(bytes: Buffer): string[] {
  return bytes.toString("latin1").split(/\r?\n/);
}

/** The bytes of all lines that a range touches. */
export function wholeLines(bytes: Buffer, { start, end }: Range): Buffer {
  const last = bytes.indexOf(newline, Math.max(start, end - 1));
  return bytes.subarray(lineStart(bytes, start), last === -1 ? bytes.length : last);
}

/** Where the line of an offset begins. */
export function lineStart(bytes: Buffer, offset: number): number {
  return offset === 0 ? 0 : bytes.lastIndexOf(newline, offset - 1) + 1;
}

const newline = 0x0a;
