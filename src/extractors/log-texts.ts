import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { endOfNumber, type Lists, mayBeList, readList } from "./byte-lists.ts";
import { keysIn } from "./log-keys.ts";
import { seamsIn } from "./log-seams.ts";
import { hasEscapes, isColor, readText } from "./log-read.ts";

/** A log is read in pieces of so many bytes, each with so much of its neighbours. */
const pieceLength = 1 << 20;
const margin = 65_536;

/** So far before a piece a list is read that goes on in it: a private key in base64 fits. */
const overlap = 32_768;

/** How the surface of a text begins that is written as a list of bytes. */
export const byteList = "list of bytes";

/**
 * What only logs hide. Lists of bytes: `journalctl -o json` writes so what has colours or several lines, and JSON what was a Buffer
 * (`"data":[103,104,112]`); all of a piece are one text, with a line for each. Values with colours of a terminal in front or inside, escaped or not, and
 * addresses whose slashes are escaped: see `readText`. Private keys of which each line has the beginning that all lines have: see `keysIn`. Lines that
 * the runtime of a container has split: see `seamsIn`.
 */
export function* logTexts(whole: Bytes): Generator<Segment> {
  for (let start = 0; ; start += pieceLength) {
    const from = Math.max(0, start - margin);
    const held = whole.subarray(from, start + pieceLength + margin);
    const isLast = from + held.length < start + pieceLength + margin;
    yield* logTextsIn(held, { start: start - from, end: isLast ? held.length : start - from + pieceLength }, from);
    if (isLast) return;
  }
}

/**
 * The same of a piece.
 * @param held the piece and what is there of its neighbours
 * @param own where the piece stands in it
 * @param from where it stands in the log
 */
export function* logTextsIn(held: Buffer, own: Range, from: number): Generator<Segment> {
  const { lists, hasColors } = hiddenIn(held, { start: Math.max(0, own.start - overlap), end: own.end });
  if (lists.bytes.length > 0) yield textOf(lists, from);
  if (hasColors || hasEscapes(held, own)) yield readText(held, own, from);
  yield* keysIn(held, own, from);
  yield* seamsIn(held, own, from);
}

interface Hidden {
  readonly lists: Lists;
  readonly hasColors: boolean;
}

const opening = 0x5b;

/** All of it stands behind a bracket; where the first one stands a list may have begun before. */
function hiddenIn(held: Buffer, { start, end }: Range): Hidden {
  const lists: Lists = { bytes: [], places: [], ends: [] };
  let hasColors = false;
  let done = start > 0 ? readList(held, endOfNumber(held, start) + 1, lists) : 0;
  const own = held.subarray(0, end);
  for (let at = own.indexOf(opening, done); at !== -1; at = own.indexOf(opening, Math.max(done, at + 1))) {
    hasColors ||= mayBeColor(held[at - 1]) && isColor(held, at);
    if (mayBeList(held[at + 1])) done = readList(held, at + 1, lists);
  }
  return { lists, hasColors };
}

/** The last of `\u001b`, `\x1B`, `\033`, `\e`, `\u{1b}`, or the escape itself. */
function mayBeColor(byte: number = 0): boolean {
  return byte === 0x1b || (byte | 0x20) === 0x62 || byte === 0x65 || byte === 0x33 || byte === 0x7d;
}

function textOf({ bytes, places, ends }: Lists, from: number): Segment {
  return {
    part: "contents",
    surface: `${byteList} in text`,
    bytes: Buffer.from(bytes),
    toDocument: ({ start, end }) => ({
      start: from + (places[start] ?? 0),
      end: from + (ends[Math.max(start, end - 1)] ?? 0),
    }),
  };
}
