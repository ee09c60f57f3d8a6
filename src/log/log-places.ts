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
  const places: Places = ranges.map(() => undefined);
  const lines = Map.groupBy(
    ranges.map((range, index) => ({ range, index })),
    ({ range }) => startOfLine(bytes, range.start),
  );
  for (const [start, inLine] of lines) {
    const line = Buffer.from(bytes.subarray(start, endOfLine(bytes, start)));
    const inOwn = inLine.map(({ range }) => ({ start: range.start - start, end: range.end - start }));
    const isJson = new JsonCursor(line, 0, undefined, false).isJson;
    const found = isJson ? placesInText(line, inOwn) : inOwn.map((range) => placeInLogfmt(line, range, start, shown));
    for (const [at, { index }] of inLine.entries()) places[index] = found[at];
  }
  return places;
}

function startOfLine(bytes: Bytes, place: number): number {
  const first = Math.max(0, place - longestLine);
  return first + bytes.subarray(first, place).lastIndexOf(newline) + 1;
}

function endOfLine(bytes: Bytes, start: number): number {
  const held = bytes.subarray(start, start + 2 * longestLine);
  const end = held.indexOf(newline);
  return start + (end === -1 ? held.length : end);
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
