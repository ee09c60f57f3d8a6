import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { endOfNumber, type Lists, mayBeList, readList } from "./byte-lists.ts";
import { decodedAround } from "./escapes.ts";

/** A log is read in pieces of so many bytes, each with so much of its neighbours. */
const pieceLength = 1 << 20;
const margin = 65_536;

/** So far before a piece a list is read that goes on in it: a private key in base64 fits. */
const overlap = 32_768;

/** How the surface of a text begins that is written as a list of bytes. */
export const byteList = "list of bytes";

/**
 * What only logs hide. Lists of bytes: `journalctl -o json` writes so what has colours or several lines, and JSON what was a Buffer
 * (`"data":[103,104,112]`); all of a piece are one text, with a line for each. And colours of a terminal that are escaped themselves and stand
 * before a token: `\u001b[1m`.
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
  const { lists, colors } = hiddenIn(held, { start: Math.max(0, own.start - overlap), end: own.end });
  if (lists.bytes.length > 0) yield textOf(lists, from);
  if (colors.length > 0) yield* decodedAround(pieceOf(held, from), colors);
}

interface Hidden {
  readonly lists: Lists;
  /** Where escaped colours stand. */
  readonly colors: number[];
}

const opening = 0x5b;

/** All of it stands behind a bracket; where the first one stands a list may have begun before. */
function hiddenIn(held: Buffer, { start, end }: Range): Hidden {
  const lists: Lists = { bytes: [], places: [], ends: [] };
  const colors: number[] = [];
  let done = start > 0 ? readList(held, endOfNumber(held, start) + 1, lists) : 0;
  const own = held.subarray(0, end);
  for (let at = own.indexOf(opening, done); at !== -1; at = own.indexOf(opening, Math.max(done, at + 1))) {
    if (mayBeColor(held[at - 1]) && isColor(held, at)) colors.push(at);
    if (mayBeList(held[at + 1])) done = readList(held, at + 1, lists);
  }
  return { lists, colors };
}

/** The last of `\u001b`, `\x1B`, `\033`, `\e`. */
function mayBeColor(byte: number = 0): boolean {
  return (byte | 0x20) === 0x62 || byte === 0x65 || byte === 0x33;
}

function isColor(held: Buffer, at: number): boolean {
  const text = held.toString("latin1", Math.max(0, at - 6), at + 40);
  return /\\(?:u001[bB]|x1[bB]|033|e)\[[\d;]{0,20}[mK][\w.~+/=-]{12}/.test(text);
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

/** A copy: what was read is read over while its texts are searched. */
function pieceOf(held: Buffer, from: number): Segment {
  return {
    part: "contents",
    surface: "text",
    bytes: Buffer.from(held),
    toDocument: ({ start, end }) => ({ start: start + from, end: end + from }),
  };
}
