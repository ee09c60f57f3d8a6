import type { Range } from "../../model/range.ts";

/** Where a value stands in its row, from 0. */
export interface Cell extends Range {
  readonly column: number;
}

/** Where the rows of a table go on behind a text. */
export interface Place {
  readonly at: number;
  /** Above 0 in the midst of a row. */
  readonly column: number;
  /** What the cell ends with that a text ends in the midst of. */
  readonly inside?: string;
  /** How many lines before it were no rows. */
  readonly missed?: number;
}

/**
 * The cells of the rows from a place on.
 * @param goesOn whether something stands behind the text
 * @returns where they go on behind it; undefined where the table ends in it
 */
export type Rows = (text: string, place: Place, goesOn: boolean) => Generator<Cell, Place | undefined>;

/** What is longer is no secret, and passed over where a text ends in it. In bytes. */
const longestCell = 4_000;

/** What is longer is read in parts, where a text ends in it. In bytes. */
const longestRow = 32_768;

/** `('a', 1), (NULL, now())`: what stands in quotation marks. A row that cannot be read is passed over. */
export function* listed(text: string, place: Place, goesOn: boolean): Generator<Cell, Place | undefined> {
  let { at, column, inside } = place;
  let row = inside === undefined && column === 0 ? at : -Infinity;
  for (;;) {
    const { value, mark, closed, end, isLast } = cellAt(
      text,
      inside === undefined && column === 0 ? at + 1 : at,
      inside,
    );
    if (end !== undefined) {
      if (value !== undefined) yield { column, ...value };
      const next = isLast ? matchAt(nextRow, text, end)?.[0].length : 0;
      if (next === undefined && !(goesOn && text.length - end < longestGap)) return undefined;
      if (next !== undefined) {
        at = end + next;
        column = isLast ? 0 : column + 1;
        inside = undefined;
        if (isLast) row = at;
        continue;
      }
    }
    if (goesOn && text.length - row < longestRow) return { at: row, column: 0 };
    if (goesOn && text.length - at < longestCell) return { at, column, ...(inside !== undefined && { inside }) };
    if (goesOn && mark !== undefined && text.length - closed < longestGap) return { at: closed, column, inside: mark };
    otherRow.lastIndex = at;
    const other = otherRow.exec(text);
    if (other === null || other.index - at > longestCell) return undefined;
    at = row = other.index + other[0].length;
    column = 0;
    inside = undefined;
  }
}

interface ListCell {
  /** What stands in its quotation marks. */
  readonly value?: Range;
  readonly mark?: string;
  /** Where its closing mark stands, or may stand behind the text. */
  readonly closed: number;
  /** Behind the comma or the bracket that ends it; undefined where neither stands there. */
  readonly end?: number;
  /** Whether it is the last one of its row. */
  readonly isLast: boolean;
}

/** @param inside the mark of the cell that the text begins in */
function cellAt(text: string, at: number, inside: string | undefined): ListCell {
  const opened = inside === undefined ? matchAt(opening, text, at) : undefined;
  const mark = inside ?? opened?.groups?.["mark"];
  const start = at + (opened?.[0].length ?? 0);
  const closed = mark === undefined ? at : closingAt(text, start, mark);
  const ended = mark === undefined ? matchAt(plain, text, at) : matchAt(ending, text, closed + mark.length);
  return {
    closed,
    isLast: ended?.groups?.["then"] === ")",
    ...(mark !== undefined && { mark }),
    ...(opened !== undefined && closed - start <= longestCell && { value: { start, end: closed } }),
    ...(ended !== undefined && { end: (mark === undefined ? at : closed + mark.length) + ended[0].length }),
  };
}

/** Longer than what may stand between two cells, or two rows. */
const longestGap = 200;

const opening = /\s{0,80}[a-z_]{0,8} ?(?<mark>\\?['"])/iy;
const ending = /(?:::\w{1,30})?\s{0,80}(?<then>[,)])/y;
/** A number, a name and a call have no marks. */
const plain = /[^,()'"]{0,400}(?:\([^()]{0,400}\)){0,2}\s{0,80}(?<then>[,)])/y;
const nextRow = /\s{0,80},\s{0,80}(?=\()/y;
const otherRow = /\)\s{0,80},\s{0,80}(?=\()/g;

/** Where a mark closes what began before: one in it is doubled, or stands behind a backslash. Where none does, about the end of the text. */
function closingAt(text: string, from: number, mark: string): number {
  const pattern = mark.endsWith("'") ? (mark === "'" ? single : escapedSingle) : mark === '"' ? double : escapedDouble;
  let passed = from;
  for (pattern.lastIndex = from; ; passed = pattern.lastIndex) {
    const found = pattern.exec(text);
    if (found === null) return Math.max(passed, text.length - 1);
    if (found[0] === mark) return found.index;
  }
}

const single = /''|'|\\[^]/g;
const double = /""|"|\\[^]/g;
const escapedSingle = /\\'\\'|\\[^]/g;
const escapedDouble = /\\"\\"|\\[^]/g;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Lines in which separators stand between values, up to one that is no row. */
export function lines(separator: string, end: RegExp): Rows {
  return function* (text, place, goesOn) {
    let { at, column, inside } = place;
    while (at < text.length) {
      const newline = text.indexOf("\n", at);
      const isWhole = newline !== -1 || !goesOn;
      const line = text.slice(at, newline === -1 ? undefined : newline);
      if (!isWhole && line.length < longestRow) return { at, column, ...(inside !== undefined && { inside }) };
      if (inside === undefined && column === 0 && end.test(line)) return undefined;
      const cells = line.split(separator);
      const cut = isWhole ? undefined : cells.pop();
      for (const cell of cells) {
        const { index, 0: value } = bare.exec(cell) ?? { index: 0, 0: "" };
        if (inside === undefined) yield { column, start: at + index, end: at + index + value.length };
        at += cell.length + separator.length;
        inside = undefined;
        column++;
      }
      if (cut !== undefined)
        return cut.length > longestCell ? { at: text.length, column, inside: separator } : { at, column };
      at = newline === -1 ? text.length : newline + 1;
      column = 0;
    }
    return goesOn ? { at, column } : undefined;
  };
}

/** What is left of a cell without the blanks and the marks of Markdown around it. */
const bare = /[^\s`*"'](?:[^\n]{0,4000}[^\s`*"'])?/;

/** Rows of HTML, up to the end of the table. */
export function* marked(text: string, { at: from }: Place, goesOn: boolean): Generator<Cell, Place | undefined> {
  const rest = text.slice(from);
  const over = rest.search(/<\/table\b/i);
  const rows = rest.slice(0, over === -1 ? undefined : over).split(/(?=<tr\b)/i);
  let at = from;
  for (const [number, row] of rows.entries()) {
    const isCut = goesOn && over === -1 && number === rows.length - 1;
    let place = at;
    for (const [column, inner] of (isCut ? row.replace(begunTag, "") : row).split(/(?=<t[hd]\b)/i).entries()) {
      const value = shownIn(inner);
      if (value !== undefined && !(isCut && !/<\/t/i.test(inner)))
        yield { column, start: place + value.start, end: place + value.end };
      place += inner.length;
    }
    // A table that nothing ends is none where no row begins any more.
    if (isCut) return row.length > longestRow ? undefined : { at, column: 0 };
    at += row.length;
  }
  return undefined;
}

const begunTag = /<[^<>]{0,400}$/;

/** The text of a cell that has tags around it and none in it. */
function shownIn(cell: string): Range | undefined {
  const start = tagsBefore.exec(cell)?.[0].length ?? 0;
  const text = start === 0 ? undefined : /^[^\s<>][^<>]{0,2000}/.exec(cell.slice(start))?.[0];
  if (text === undefined || !tagsBehind.test(cell.slice(start + text.length))) return undefined;
  return { start, end: start + text.trimEnd().length };
}

const tagsBefore = /^(?:\s{0,400}<[^<>]{0,400}>){1,20}\s{0,400}/;
const tagsBehind = /^(?:<[^<>]{0,400}>\s{0,400}){0,20}$/;
