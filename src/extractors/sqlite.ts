import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import { type Format, type Part, Unparsed } from "./format.ts";
import type { Room } from "./gzip.ts";
import { Written } from "./html/written.ts";
import { take } from "./inflate.ts";
import { surfaceIn } from "./inner.ts";
import { copied } from "./slice.ts";

/**
 * Rows of a database of SQLite, whose cells stand one right behind the other in its bytes: a line for each text, and an empty one between
 * rows. https://www.sqlite.org/fileformat2.html
 */
export const sqlite: Format = {
  *texts(of, room) {
    const database = databaseIn(of, room);
    if (database === undefined) return;
    const written = new Written();
    for (let start = 0; start < of.bytes.length; start += database.size) {
      writeRows(database, start, written);
      if (written.length >= most) yield written.part(of, surfaceIn(of, "SQLite row"));
    }
    if (written.length > 0) yield written.part(of, surfaceIn(of, "SQLite row"));
  },
};

/** So much of its text is in memory at once, and what else stands on a page. */
const most = 1 << 20;

interface Database {
  readonly bytes: Bytes;
  /** Of a page, and of what of it is used. */
  readonly size: number;
  readonly usable: number;
  /** What its texts are in UTF-8; missing where they are. */
  readonly decode: ((text: Buffer) => string) | undefined;
  readonly room: Room;
  /** No more than the file's own length stands in its rows, unless they share their bytes. */
  left: number;
}

const headerLength = 100;
const encodings: readonly (string | undefined)[] = ["utf-8", "utf-8", "utf-16le", "utf-16be"];

function databaseIn({ bytes }: Part, room: Room): Database | undefined {
  const header = copied(bytes, 0, headerLength);
  if (header.length < headerLength || header.toString("latin1", 0, 16) !== "SQLite format 3\0") return undefined;
  const written = header.readUInt16BE(16);
  const size = written === 1 ? 65_536 : written;
  const usable = size - (header[20] ?? 0);
  const encoding = encodings[header.readUInt32BE(56)];
  if (usable < leastPage || encoding === undefined) throw new Unparsed("a damaged database");
  const decoder = new TextDecoder(encoding);
  const decode = encoding === "utf-8" ? undefined : (text: Buffer): string => decoder.decode(text);
  return { bytes, size, usable, decode, room, left: bytes.length };
}

const leastPage = 480;

/** Kinds of pages with rows: leaves of tables, leaves and nodes of indexes. */
const [tableLeaf, indexLeaf, indexNode] = [13, 10, 2];

/** @param start where a page begins. What is no page with rows has none */
function writeRows(database: Database, start: number, written: Written): void {
  const page = copied(database.bytes, start, start + database.size);
  const header = start === 0 ? headerLength : 0;
  const kind = page[header];
  if (kind !== tableLeaf && kind !== indexLeaf && kind !== indexNode) return;
  const cells = header + (kind === indexNode ? 12 : 8);
  if (page.length < cells) return;
  const end = Math.min(page.length - 1, cells + 2 * page.readUInt16BE(header + 3));
  for (let at = cells; at < end; at += 2) {
    const cell = page.readUInt16BE(at);
    const length = numberAt(page, cell + (kind === indexNode ? 4 : 0));
    const from = kind === tableLeaf ? numberAt(page, length.end).end : length.end;
    if (length.value > database.bytes.length) continue;
    const stored = { start, from, length: length.value, isOfTable: kind === tableLeaf };
    writeTexts(recordAt(database, page, stored), database, written);
  }
}

interface Stored {
  /** Where the page begins in the file, and the record on the page. */
  readonly start: number;
  readonly from: number;
  readonly length: number;
  readonly isOfTable: boolean;
}

/** What a cell holds, of which the rest may stand on pages of its own, each of which begins with the number of the next. */
function recordAt(database: Database, page: Buffer, { start, from, length, isOfTable }: Stored): Written {
  const { bytes, size, usable, room } = database;
  database.left -= length;
  if (database.left < 0) {
    take(room, -database.left);
    database.left = 0;
  }
  const mostHere = isOfTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const here = length <= mostHere ? length : fitting <= mostHere ? fitting : least;
  const record = new Written();
  record.copy(page, from, Math.min(page.length, from + here), start + from);
  let next = length === here || from + here + 4 > page.length ? 0 : page.readUInt32BE(from + here);
  for (let rest = length - here; rest > 0 && next > 0; rest -= usable - 4) {
    const at = (next - 1) * size;
    const further = copied(bytes, at, at + Math.min(usable, 4 + rest));
    if (further.length < 4) break;
    record.copy(further, 4, further.length, at + 4);
    next = further.readUInt32BE(0);
  }
  return record;
}

/** A record is the length of its header, the type of each column, and the values. Odd types from 13 on are texts. */
function writeTexts(record: Written, { decode }: Database, written: Written): void {
  const bytes = record.since(0);
  const header = numberAt(bytes, 0);
  const before = written.length;
  let start = header.value;
  for (let at = header.end; at < Math.min(header.value, bytes.length);) {
    const type = numberAt(bytes, at);
    at = type.end;
    const end = start + (type.value < 12 ? (lengths[type.value] ?? 0) : Math.floor((type.value - 12) / 2));
    if (type.value > 12 && type.value % 2 === 1 && start < bytes.length) {
      writeText(record, { start, end: Math.min(bytes.length, end) }, decode, written);
    }
    start = end;
  }
  if (written.length > before) written.put(newline, 0, 1);
}

function writeText(record: Written, { start, end }: Range, decode: Database["decode"], written: Written): void {
  if (decode === undefined) written.append(record, start, end);
  else {
    const made = new Written();
    let at = start;
    // Each letter leads to its own bytes, or what stands beside each other in a text would seem to overlap.
    for (const letter of decode(record.since(start).subarray(0, end - start))) {
      made.put(Buffer.from(letter), at, at + 2 * letter.length);
      at += 2 * letter.length;
    }
    written.appendMade(made, record);
  }
  written.put(newline, 0, 1);
}

const newline = Buffer.from("\n");

/** Of numbers, by their types. */
const lengths: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** A number of up to nine bytes, of seven bits each, and eight in the last. Those that are longer than what can be read are not told apart. */
function numberAt(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start; at < start + 9; at++) {
    const byte = bytes[at] ?? 0;
    if (at === start + 8) return { value: value * 256 + byte, end: at + 1 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + 1 };
  }
  return { value, end: start + 9 };
}
