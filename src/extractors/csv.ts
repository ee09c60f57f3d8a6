import type { Format, Part } from "./format.ts";
import { Written } from "./html/written.ts";

/** So much is read at once, in bytes; a row that is longer is read as rows of their own. */
const pieceLength = 1 << 20;

/** A row is longer in no table whose columns have names. */
const longestHeader = 65_536;

/**
 * Tables of text (RFC 4180, and what spreadsheets write with semicolons, tabs and bars): a cell under a column whose name tells what it is, such as
 * `password`, as it would stand beside that name.
 */
export const csv: Format = { texts: (of) => toldCells(of) };

/** The cells of a table that a column's name tells of. */
export function* toldCells(of: Part): Generator<Part> {
  const header = headerOf(of);
  if (header === undefined) return;
  const written = new Written();
  for (let start = header.end; start < of.bytes.length;) {
    const piece = of.bytes.subarray(start, start + pieceLength);
    const rest = start + piece.length < of.bytes.length ? piece.lastIndexOf(newline) + 1 : 0;
    const end = rest > 0 ? rest : piece.length;
    writeCells(piece.subarray(0, end), start, header, written);
    if (written.length > 0) yield written.part(of);
    start += end;
  }
}

interface Header {
  readonly separator: number;
  /** What is written in front of the cells of each column; nothing where its name tells nothing. */
  readonly names: readonly (Buffer | undefined)[];
  /** Where it ends. */
  readonly end: number;
}

/** The first line, where it is of names, of which one tells what stands below it. */
function headerOf({ bytes }: Part): Header | undefined {
  const beginning = bytes.subarray(0, longestHeader);
  const end = beginning.indexOf(newline);
  if (end === -1) return undefined;
  const line = beginning.toString("latin1", beginning.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0, end);
  const separator = separators.find((one) => line.includes(one));
  if (separator === undefined) return undefined;
  const names = line.split(separator).map(tellingName);
  if (names.every((name) => name === undefined)) return undefined;
  return {
    separator: separator.charCodeAt(0),
    names: names.map((name) => (name === undefined ? undefined : Buffer.from(`${name}: "`, "latin1"))),
    end: end + 1,
  };
}

/** A name that tells what stands below it or beside it, as names in settings are written; undefined where it tells nothing. */
export function tellingName(cell: string): string | undefined {
  const name = cell.trim().replaceAll('"', "").replaceAll(" ", "_");
  return telling.test(name) ? name : undefined;
}

const separators = ["\t", ";", "|", ","] as const;

/** What somebody could read of a person or a machine in the cells of such a column. */
const telling =
  /^[\w.-]{0,60}(?:pass|pwd|kennwort|secret|token|key|cred|birth|geburt|naissance|dob|home.?addr|residential.?addr|privatad|wohnad)[\w.-]{0,60}$/i;

const byteOrderMark = Buffer.from("\uFEFF");
const newline = 0x0a;
const mark = 0x22;
const closing = Buffer.from('"\n');

/** A cell in quotation marks may hold whatever separates others. */
function writeCells(rows: Buffer, place: number, { separator, names }: Header, written: Written): void {
  let column = 0;
  for (let at = 0; at < rows.length;) {
    const isMarked = rows[at] === mark;
    const start = isMarked ? at + 1 : at;
    const end = isMarked ? endOfMarked(rows, start) : endOfPlain(rows, start, separator);
    const name = names[column];
    if (name !== undefined && end > start) {
      written.put(name, place + start, place + start + 1);
      written.copy(rows, start, end, place + start);
      written.put(closing, place + end - 1, place + end);
    }
    at = isMarked ? endOfPlain(rows, end, separator) : end;
    column = rows[at] === newline ? 0 : column + 1;
    at++;
  }
}

/** Where a cell ends: a mark in it is doubled. */
function endOfMarked(rows: Buffer, start: number): number {
  let end = rows.indexOf(mark, start);
  while (end !== -1 && rows[end + 1] === mark) end = rows.indexOf(mark, end + 2);
  return end === -1 ? rows.length : end;
}

function endOfPlain(rows: Buffer, start: number, separator: number): number {
  let end = start;
  while (end < rows.length && rows[end] !== separator && rows[end] !== newline) end++;
  return end > start && end < rows.length && rows[end] === newline && rows[end - 1] === 0x0d ? end - 1 : end;
}
