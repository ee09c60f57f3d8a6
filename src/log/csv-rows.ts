import type { Rows } from "../detectors/secrets/column-rows.ts";
import type { Range } from "../model/range.ts";

/** How the lines of a table are written (RFC 4180, and what spreadsheets and programs write). */
export interface Layout {
  readonly separator: "\t" | ";" | "|" | ",";
  /** How many columns it has. */
  readonly count: number;
  /** Whether a blank stands behind each separator. */
  readonly isSpaced: boolean;
  /** What another program puts before each line, but for the numbers in it. */
  readonly prefix?: string;
}

/** A row that is longer is read as none: a mark can stand where nothing is quoted. In bytes, and two of them fit in a window. */
const longestRow = 32_768;

/**
 * The cells of rows that have as many as there are columns. A line that is no such row is passed over, as one can be damaged or come from another program; the
 * table ends where two of them follow each other, and right behind the names of its columns where the first line is none.
 */
export function csvRows(layout: Layout): Rows {
  return function* (text, place, goesOn) {
    let { at, missed = 1 } = place;
    if (place.inside !== undefined) at = endOf(restOfLine, text, at);
    while (at < text.length) {
      const row = rowAt(text, at, layout, goesOn);
      if (row === "open") return { at, column: 0, missed };
      missed = row.cells === undefined ? missed + 1 : 0;
      if (missed > 1) return undefined;
      for (const [column, cell] of (row.cells ?? []).entries()) yield { column, ...cell };
      at = row.end;
    }
    if (!goesOn) return undefined;
    return { at, column: 0, missed, ...(text.charAt(at - 1) !== "\n" && { inside: "\n" }) };
  };
}

/** Whether a line is a row of a table of that layout. */
export function isRow(line: string, layout: Layout): boolean {
  const row = rowAt(line, 0, layout, false);
  return row !== "open" && row.cells !== undefined;
}

interface Row {
  /** Undefined where the line is no row. */
  readonly cells: readonly Range[] | undefined;
  /** Where the next line begins. */
  readonly end: number;
}

/** @returns "open" where more has to be read to know it */
function rowAt(text: string, start: number, layout: Layout, goesOn: boolean): Row | "open" {
  const newline = text.indexOf("\n", start);
  const none: Row = { cells: undefined, end: newline === -1 ? text.length : newline + 1 };
  const open = goesOn && text.length - start < longestRow ? "open" : none;
  if (newline === -1 && goesOn) return open;
  const first = layout.prefix === undefined ? beginning(text, start) : behindPrefix(layout.prefix, text, start);
  if (first === -1) return none;
  const cells: Range[] = [];
  let blanks = 0;
  for (let at = first; ;) {
    if (cells.length > 0 && text.charAt(at) === " ") blanks++;
    if (layout.isSpaced) at = endOf(space, text, at);
    const cell = cellAt(text, at, layout.separator, goesOn);
    if (cell === undefined) return open;
    cells.push(cell);
    const behind = layout.isSpaced ? endOf(space, text, cell.behind) : cell.behind;
    if (text.charAt(behind) === layout.separator) {
      at = behind + 1;
      if (cells.length === layout.count) return none;
      continue;
    }
    const end = endOf(endOfLine, text, behind);
    if (goesOn && end === text.length && text.charAt(end - 1) !== "\n") return open;
    const isCut = cell.behind === text.length && cells.length > 1;
    if (end === -1 || end - start > longestRow || !(cells.length === layout.count || isCut)) return none;
    // A sentence has its blanks behind commas, and most tables have none.
    return (blanks === cells.length - 1) === layout.isSpaced ? { cells, end } : none;
  }
}

/** -1 where a line begins as those of programs do that write a comma behind the seconds. */
function beginning(text: string, start: number): number {
  return /^[^,;\t|]{0,20}\d\d:\d\d:\d\d,\d{3}(?![,\d])/.test(text.slice(start, start + 40)) ? -1 : start;
}

/** Where it ends at a place of a text that may have other numbers; -1 where it does not stand there. */
function behindPrefix(prefix: string, text: string, start: number): number {
  let at = start;
  for (let index = 0; index < prefix.length; index++) {
    if (isDigit(prefix, index) && isDigit(text, at)) {
      while (isDigit(prefix, index + 1)) index++;
      while (isDigit(text, at)) at++;
    } else if (prefix.charAt(index) === text.charAt(at)) at++;
    else return -1;
  }
  return at;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

interface Cell extends Range {
  /** Where it ends with its marks. */
  readonly behind: number;
}

/** What stands between separators, or in quotation marks; undefined where these may be closed behind the text. */
function cellAt(text: string, at: number, separator: Layout["separator"], goesOn: boolean): Cell | undefined {
  if (text.charAt(at) !== '"') {
    const behind = endOf(plain[separator], text, at);
    return { start: at, end: behind, behind };
  }
  const start = at + 1;
  let end = text.indexOf('"', start);
  while (end !== -1 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  if (end === -1 || end + 1 === text.length) {
    if (goesOn) return undefined;
    // A table that was cut off.
    return { start, end: end === -1 ? text.length : end, behind: text.length };
  }
  return { start, end, behind: end + 1 };
}

const plain = {
  "\t": /[^\t\r\n]{0,32768}/y,
  ";": /[^;\r\n]{0,32768}/y,
  "|": /[^|\r\n]{0,32768}/y,
  ",": /[^,\r\n]{0,32768}/y,
} satisfies Record<Layout["separator"], RegExp>;
const space = / {0,80}/y;
const restOfLine = /[^\n]*\n?/y;
const endOfLine = /\r?(?:\n|$)/y;

/** -1 where it does not stand there. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
