import type { Range } from "../model/range.ts";
import { nameKindOf, type NameFields } from "./field-names.ts";

/** A row, and the line that names the columns, is no longer, in bytes. */
const longestRow = 4096;

/**
 * The cells of the first and the last name in the row where a place is, of CSV or of a table in Markdown whose first line names such columns.
 * Places come in order.
 */
export function columnsIn(bytes: Buffer): (place: number) => NameFields | undefined {
  let lines: Lines = { start: 0, end: 0, columns: undefined };
  let line = { end: -1, isRow: false };
  const nextBlank = nextOf(bytes, "\n\n");
  return (place) => {
    if (place < lines.end && lines.columns === undefined) return undefined;
    if (place >= line.end) line = lineAt(bytes, place);
    if (!line.isRow) return undefined;
    if (place >= lines.end) {
      const start = beginningOf(bytes, lines.end, place);
      const end = nextBlank(place);
      const other = bytes.subarray(place, end).indexOf("\n\r\n");
      lines = { start, end: other < 0 ? end : place + other + 1, columns: columnsAt(bytes, start) };
    }
    const { columns } = lines;
    if (columns === undefined || place < columns.end) return undefined;
    const row = cellsIn(bytes, place, columns.separator);
    const [first, last] = [row[columns.first], row[columns.last]];
    return first !== undefined && last !== undefined && [first, last].some(({ start }) => start === place)
      ? { first, last }
      : undefined;
  };
}

/** Whether the line of a place is written like the one above it, of prose and code few are; and where the line ends. */
function lineAt(bytes: Buffer, place: number): { readonly end: number; readonly isRow: boolean } {
  const next = bytes.subarray(place, place + longestRow).indexOf(0x0a);
  const end = next < 0 ? Math.min(bytes.length, place + longestRow) : place + next;
  const before = bytes.subarray(Math.max(0, place - longestRow), place);
  const start = before.lastIndexOf(0x0a);
  if (start < 0) return { end, isRow: false };
  const last = before.toString("latin1", before.subarray(0, start).lastIndexOf(0x0a) + 1, start);
  const row = bytes.toString("latin1", place - before.length + start + 1, end);
  const isRow = separators.some((one) => {
    const count = row.split(one).length;
    return count > 1 && (count === last.split(one).length || (row + last).includes('"'));
  });
  return { end, isRow };
}

/** Where something stands next from places on that come in order, or the end. */
function nextOf(bytes: Buffer, text: string): (place: number) => number {
  let next = -1;
  return (place) => {
    if (next < place) next = bytes.indexOf(text, place);
    if (next < 0) next = bytes.length;
    return next;
  };
}

/** Where the lines begin that a place stands in, behind those of another. */
function beginningOf(bytes: Buffer, from: number, place: number): number {
  const before = bytes.subarray(from, place);
  const blank = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf("\n\r\n"));
  return blank < 0 ? from : from + blank + 2;
}

/** Lines without a blank one between them. */
interface Lines {
  readonly start: number;
  readonly end: number;
  readonly columns: Columns | undefined;
}

interface Columns {
  readonly separator: string;
  readonly first: number;
  readonly last: number;
  /** Where the rows begin. */
  readonly end: number;
}

/** What the line that begins at a place names. */
function columnsAt(bytes: Buffer, start: number): Columns | undefined {
  const at = bytes[start] === 0x0d || bytes[start] === 0x0a ? start + 1 : start;
  const end = bytes.subarray(at, at + longestRow).indexOf("\n");
  if (end < 0) return undefined;
  const line = bytes.toString("utf8", at, at + end);
  const separator = separators.find((one) => line.includes(one));
  if (separator === undefined) return undefined;
  const kinds = line.split(separator).map((name) => (name.length > longestName ? undefined : nameKindOf(name)));
  const [first, last] = [kinds.indexOf("first"), kinds.indexOf("last")];
  return first < 0 || last < 0 ? undefined : { separator, first, last, end: at + end + 1 };
}

const separators = ["\t", ";", "|", ","] as const;

const longestName = 40;

function cellsIn(bytes: Buffer, place: number, separator: string): Range[] {
  const from = Math.max(0, place - longestRow);
  const start = from + bytes.subarray(from, place).lastIndexOf("\n") + 1;
  const [line = ""] = bytes.toString("latin1", start, start + longestRow).split(/\r?\n/, 1);
  const cells: Range[] = [];
  for (let at = 0; at <= line.length;) {
    const marked = line.startsWith('"', at) ? /"(?:[^"]|"")*"/y : undefined;
    if (marked !== undefined) marked.lastIndex = at;
    const closed = marked?.test(line) === true ? marked.lastIndex : at;
    const next = line.indexOf(separator, closed);
    const end = next < 0 ? line.length : next;
    const cell = line.slice(at, end);
    const [before = ""] = /^[\s"*_`]*/.exec(cell) ?? [];
    const value = cell.slice(before.length).replace(/(?<![\s"*_`])[\s"*_`]+$/, "");
    cells.push({ start: start + at + before.length, end: start + at + before.length + value.length });
    at = end + 1;
  }
  return cells;
}
