import { type Layout, isRow } from "./csv-rows.ts";

/** The names of a table's columns, and how its lines are written. */
export interface Header {
  readonly names: readonly string[];
  readonly layout: Layout;
  /** Where the rows begin. */
  readonly end: number;
}

/** A line in which names stand is no longer, in bytes. */
export const longestHeader = 4_000;

/**
 * The line around a place, where it is a list of names alone. A line that looks so in the midst of a table is a row of it: what is written of columns
 * (`password,string,required`), and the names that are written once more.
 * @param isBeginning whether the text begins a line
 */
export function headerAt(text: string, at: number, isBeginning: boolean): Header | undefined {
  const before = text.lastIndexOf("\n", at - 1);
  const end = text.indexOf("\n", at);
  if (end === -1 || end - before > longestHeader || (before === -1 && !isBeginning)) return undefined;
  const line = text.slice(before + 1, text.charAt(end - 1) === "\r" ? end - 1 : end).replace(byteOrderMark, "");
  const names = namesIn(line) ?? namesBehindPrefix(line);
  if (names === undefined) return undefined;
  const last = text.slice(text.lastIndexOf("\n", before - 1) + 1, Math.max(0, before)).replace(/\r$/, "");
  return before > 0 && isRow(last, names.layout) ? undefined : { ...names, end: end + 1 };
}

/** In Latin-1. */
const byteOrderMark = /^\xef\xbb\xbf/;

type Names = Omit<Header, "end">;

function namesIn(line: string): Names | undefined {
  const separator = separators.find((one) => line.includes(one));
  if (separator === undefined) return undefined;
  const cells = line.split(separator);
  const isSpaced = cells.slice(1).every((cell) => cell.startsWith(" "));
  if (isSpaced && separator === "|") return undefined; // drawn, with a rule below
  const names = cells.map((cell) => unquoted(isSpaced ? cell.trim() : cell));
  const pattern = isSpaced ? shortName : name;
  // What has no name is the number of the row. Where lines are indented by tabs it is the indent.
  const isNumbered = names[0] === "" && separator !== "\t";
  if (!names.every((one, column) => pattern.test(one) || (isNumbered && column === 0))) return undefined;
  return { names, layout: { separator, count: names.length, isSpaced } };
}

const separators = ["\t", ";", "|", ","] as const;

function unquoted(cell: string): string {
  return /^"(?<inner>[^"]{0,80})"$/.exec(cell)?.groups?.["inner"] ?? cell;
}

/** Some words, and in brackets what is told of them: `Email Address [Required]`. */
const name =
  /^(?=.{0,40}[A-Za-z\x80-\xff])[\w$.\x80-\xff-]{1,40}(?:[ /#][\w$.\x80-\xff-]{1,40}){0,4}(?: ?[[(][\w /-]{1,30}[\])])?$/;
/** In a sentence blanks stand behind commas as well. */
const shortName = /^(?=.{0,40}[a-z\x80-\xff])[\w$.\x80-\xff-]{1,40}(?: (?:key|token|secret|id|name))?$/i;

/** Behind the time or the name of a program, which stands before the rows as well. */
function namesBehindPrefix(line: string): Names | undefined {
  const at = line.lastIndexOf(" ") + 1;
  if (at === 0 || at > 200) return undefined;
  const names = namesIn(line.slice(at));
  return names && { ...names, layout: { ...names.layout, prefix: line.slice(0, at) } };
}
