import { linesAround } from "../model/bytes.ts";
import type { Document } from "../model/document.ts";
import { contains, type Range } from "../model/range.ts";

/**
 * Says of ranges of a document whether the change brings them: a line is new if none of the contents that stood there
 * before has it, and a range is new if one of its lines is. What stood there before is read at the first question.
 */
export function newness(document: Document): (part: "name" | "contents", range: Range) => boolean {
  const { before } = document;
  if (before === undefined) return () => true;
  let known: Set<string> | undefined;
  // Many findings can stand on one line of megabytes.
  let asked: { readonly line: Range; readonly isNew: boolean } | undefined;
  return (part, range) => {
    if (part === "name") return !before.name;
    if (asked !== undefined && contains(asked.line, range)) return asked.isNew;
    known ??= new Set(before.contents().flatMap(linesOf));
    const whole = linesAround(document.bytes, range);
    const lines = linesOf(document.bytes.subarray(whole.start, whole.end));
    const isNew = lines.some((line) => !known?.has(line));
    if (lines.length === 1) asked = { line: whole, isNew };
    return isNew;
  };
}

/** The lines, as Latin-1 so that any bytes can be compared, without the carriage returns that git converts. */
function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString("latin1")
    .replaceAll(/\r(?=\n|$)/g, "")
    .split("\n");
}
