import { tellingName } from "../csv.ts";
import type { Room } from "../gzip.ts";
import { take } from "../inflate.ts";
import { decoded, localName, type XmlPiece, xmlPieces } from "../xml.ts";

/** What a table, its rows and their cells are called: in SpreadsheetML; in WordprocessingML and DrawingML; in OpenDocument. */
const tables = new Set(["sheetData", "tbl", "table"]);
const rows = new Set(["row", "tr", "table-row"]);
const cells = new Set(["c", "tc", "table-cell", "covered-table-cell"]);

/** Inside of a cell no line is its own: what begins one is a space. */
const lines = new Set(["p", "br", "cr", "tab", "s", "line-break"]);

/** A cell that is further to the right stands behind the last of so many. */
const mostColumns = 256;

/** Whether a document in XML may have a table: most are none. */
export function mayHaveTables(xml: string): boolean {
  return /<(?:\w{1,20}:)?(?:row|tr|table-row)[\s>]/.test(xml);
}

/**
 * The tables of an office document as spreadsheets write them to a file: rows in lines, a tab between cells. Between rows is an empty line, since no name
 * goes on from one to the next. A row in front that has one cell alone is a title. Rows of a name and its value, such as `Password` and what it is, are
 * a text of their own besides, as settings are written.
 * @param shared the texts that cells name by their numbers; many can name one, so that what they come to beyond the document takes room
 */
export function* tablesIn(xml: string, shared: () => readonly string[], room: Room): Generator<string> {
  const open: Table[] = [];
  let free = xml.length;
  let within = "";
  for (const piece of xmlPieces(xml)) {
    const table = open.at(-1);
    const local = localName(piece.name);
    if (piece.kind === "open") {
      within = local;
      if (tables.has(local)) open.push({ rows: [], settings: [], row: [], cell: undefined });
      else if (table !== undefined) begin(table, local);
    } else if (piece.kind === "close") {
      if (tables.has(local) && table !== undefined) {
        open.pop();
        for (const text of [table.rows, table.settings]) if (text.length > 0) yield `${text.join("\n\n")}\n`;
      } else if (table !== undefined && cells.has(local)) {
        const text = endCell(table, shared);
        free -= text.length;
        if (free < 0) take(room, -free);
        free = Math.max(0, free);
      } else if (table !== undefined && rows.has(local)) endRow(table);
    } else if (table?.cell !== undefined) addTo(table.cell, piece, local, within, xml);
  }
}

interface Table {
  readonly rows: string[];
  readonly settings: string[];
  row: string[];
  cell: Cell | undefined;
}

interface Cell {
  text: string;
  /** Whether its text is the number of a shared one. */
  isShared: boolean;
  /** How many cells stand in the row up to it, where it says so. */
  column: number;
  repeated: number;
}

function begin(table: Table, local: string): void {
  if (rows.has(local)) table.row = [];
  else if (cells.has(local)) table.cell = { text: "", isShared: false, column: 0, repeated: 1 };
  else if (table.cell !== undefined && lines.has(local)) table.cell.text += " ";
}

/** An attribute of the cell, or a text in it; formulas are none that a reader sees. */
function addTo(cell: Cell, { kind, start, end }: XmlPiece, local: string, within: string, xml: string): void {
  if (kind === "text") {
    if (within !== "f") cell.text += decoded(xml.slice(start, end));
    return;
  }
  if (kind !== "attribute" || !cells.has(within)) return;
  const value = xml.slice(start, end);
  if (local === "t") cell.isShared = value === "s";
  else if (local === "r") cell.column = columnOf(value);
  else if (local === "number-columns-repeated") cell.repeated = Number(value) || 1;
}

/** Of a cell's name such as `C7`, counted from 1. */
function columnOf(name: string): number {
  const letters = /^[A-Z]{1,3}/.exec(name)?.[0] ?? "";
  return [...letters].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 0x40, 0);
}

/** @returns what stands in it */
function endCell(table: Table, shared: () => readonly string[]): string {
  const { row, cell } = table;
  table.cell = undefined;
  if (cell === undefined) return "";
  while (row.length + 1 < Math.min(cell.column, mostColumns)) row.push("");
  const text = cell.isShared ? (shared()[Number(cell.text)] ?? "") : inOneLine(cell.text);
  for (let count = 0; count < cell.repeated && (count === 0 || row.length < mostColumns); count++) row.push(text);
  return text;
}

/** A quotation mark in front would take what stands behind for its text. */
function inOneLine(text: string): string {
  return text
    .replaceAll(/\s{1,1000}/g, " ")
    .trim()
    .replace(/^"{1,1000}/, "");
}

function endRow(table: Table): void {
  const filled = table.row.filter((text) => text !== "");
  if (filled.length > 1 || (filled.length > 0 && table.rows.length > 0))
    table.rows.push(table.row.join("\t").trimEnd());
  const [name = "", value] = filled;
  const told = filled.length === 2 ? tellingName(name.replace(/:$/, "")) : undefined;
  if (told !== undefined) table.settings.push(`${told}: "${value}"`);
  table.row = [];
}

/** The texts that the cells of a workbook share, in their order: runs of one are joined, and what is said of how it is spoken is left out. */
export function sharedTextsIn(xml: string): string[] {
  const texts: string[] = [];
  let text: string | undefined;
  let isSpoken = false;
  for (const { kind, name, start, end } of xmlPieces(xml)) {
    const local = localName(name);
    if (kind === "open" && local === "si") text = "";
    else if (kind === "close" && local === "si") texts.push(inOneLine(text ?? ""));
    else if (local === "rPh") isSpoken = kind === "open";
    else if (kind === "text" && text !== undefined && !isSpoken) text += decoded(xml.slice(start, end));
  }
  return texts;
}
