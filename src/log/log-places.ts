import { placesInJson, placesInText } from "../extractors/code/json-places.ts";
import { isName, type Shown, shownOf } from "../extractors/shown.ts";
import type { Bytes } from "../model/bytes.ts";
import type { PlaceInDocument } from "../model/document.ts";
import type { Range } from "../model/range.ts";
import { isJournal } from "./journal.ts";
import { batchesOf } from "./journal-texts.ts";
import { isDocument, JsonCursor } from "./json-line.ts";

type Places = (PlaceInDocument | undefined)[];

/** Where a line ends is looked for so far, in bytes: in what is longer nobody is helped by a path. */
const longestLine = 65_536;

/** Most lines are short, and what is near has been read. */
const reaches = [2048, longestLine];

const newline = 0x0a;

/**
 * In which field of a log some ranges of its bytes begin: of a journal, of JSON in one line or in several, of logfmt.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export async function placesInLog(bytes: Bytes, ranges: readonly Range[]): Promise<Places> {
  if (isJournal(bytes.subarray(0, 32)) === true) return placesInJournal(bytes, ranges);
  if (isDocument(Buffer.from(bytes.subarray(0, longestLine)))) return [...placesInJson(bytes, ranges)];
  return placesInLines(bytes, ranges);
}

function placesInJournal(bytes: Bytes, ranges: readonly Range[]): Places {
  const shown = shownOf(ranges);
  const places: Places = ranges.map(() => undefined);
  const waiting = ranges.map(({ start }, index) => ({ start, index })).toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (const { held, from, fields } of batchesOf(bytes))
    for (const { name, end } of fields) {
      for (let one = waiting[next]; one !== undefined && one.start < from + end; one = waiting[++next]) {
        const own = { start: name.start + from, end: name.end + from };
        const text = held.toString("latin1", name.start, name.end);
        places[one.index] = { surface: "journal field", ...(isName(text) && shown(own) && { element: text }) };
      }
      if (next === waiting.length) return places;
    }
  return places;
}

function placesInLines(bytes: Bytes, ranges: readonly Range[]): Places {
  const shown = shownOf(ranges);
  const places: Places = [];
  while (places.length < ranges.length) {
    const start = startOfLine(bytes, ranges[places.length]?.start ?? 0);
    const line = Buffer.from(bytes.subarray(start, endOfLine(bytes, start)));
    const inLine = [...inOneLine(ranges, places.length, start, line.length)];
    const isJson = new JsonCursor(line, 0, undefined, false).isJson;
    const found = isJson ? placesInText(line, inLine) : inLine.map((range) => placeInLogfmt(line, range, start, shown));
    for (const place of found) places.push(place);
  }
  return places;
}

/** One range or more of those that follow each other, as they stand in the line. */
function* inOneLine(ranges: readonly Range[], first: number, start: number, length: number): Generator<Range> {
  for (let index = first; index < ranges.length; index++) {
    const range = ranges[index];
    if (range === undefined || (index > first && (range.start < start || range.start > start + length))) return;
    yield { start: range.start - start, end: range.end - start };
  }
}

function startOfLine(bytes: Bytes, place: number): number {
  for (const reach of reaches) {
    const first = Math.max(0, place - reach);
    const last = bytes.subarray(first, place).lastIndexOf(newline);
    if (last !== -1 || first === 0) return first + last + 1;
  }
  return Math.max(0, place - longestLine);
}

function endOfLine(bytes: Bytes, start: number): number {
  for (const reach of reaches) {
    const held = bytes.subarray(start, start + 2 * reach);
    const end = held.indexOf(newline);
    if (end !== -1 || held.length < 2 * reach) return start + (end === -1 ? held.length : end);
  }
  return start + 2 * longestLine;
}

/** `key=value` or `key="a value"`: https://brandur.org/logfmt */
function placeInLogfmt(line: Buffer, { start }: Range, base: number, shown: Shown): PlaceInDocument | undefined {
  const before = line.toString("latin1", Math.max(0, start - 4096), start);
  const key = /(?:^|\s)(?<key>[A-Za-z_][\w.-]{0,39})=(?:"(?:[^"\\]|\\.)*|[^\s"]*)$/.exec(before);
  const name = key?.groups?.["key"];
  if (name === undefined || key === null) return undefined;
  const first = base + start - before.length + key.index + key[0].indexOf(name);
  const isShown = isName(name.replaceAll(".", "_")) && shown({ start: first, end: first + name.length });
  return { surface: "logfmt value", ...(isShown && { element: name }) };
}
