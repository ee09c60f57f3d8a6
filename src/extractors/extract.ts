import type { Bytes } from "../model/bytes.ts";
import { base64Alphabet, byteClass } from "../model/byte-runs.ts";
import { type Clues, type Glance, type Look, noClues } from "../model/clues.ts";
import type { Document } from "../model/document.ts";
import type { Range } from "../model/range.ts";
import type { Left } from "../model/rest.ts";
import type { Segment } from "../model/segment.ts";
import { base64 } from "./base64.ts";
import { dump } from "./dump.ts";
import { escapedText } from "./escapes.ts";
import { foreignText } from "./foreign.ts";
import type { Failure, Part } from "./format.ts";
import { GzipTooLarge, inflated, isGzip, type Room, wholeRoom } from "./gzip.ts";
import { hexadecimal } from "./hexadecimal.ts";
import { type Layer, waysBack } from "./layer.ts";
import { endOfRun, startOfRun } from "./lines.ts";
import { framedText } from "./frames/framed.ts";
import { isWide, wideText } from "./wide-text.ts";

const layers: readonly Layer[] = [wideText, base64, hexadecimal, foreignText, dump, escapedText, framedText];

/** Base64 of base64 of UTF-16 is as deep as people write by accident. */
const deepest = 3;

/** A piece of a large segment is cut out with so much of its neighbours on both sides, in bytes. */
const margin = 65_536;

/** A part of a document that was read. */
export interface Seen {
  readonly part: Segment["part"];
  /** Undefined where its bytes show nothing to look closer at. */
  readonly shown?: { readonly segment: Segment; readonly clues: Clues; readonly left?: Left };
  /** Whether a suppression comment may stand in the bytes of the document. */
  readonly isMarked: boolean;
  /** Whether it is a further piece of what was seen just before. */
  readonly isFurther: boolean;
}

/** A document that was found in an encoding. It was searched as the bytes that it is, and may be of a format. */
export interface Opened {
  readonly opened: Part;
}

/** What a reader could see in a document: its name, and its bytes as they stand. */
export function partsOf(document: Document): Part[] {
  const { name, nameLeaves, isKnown } = document;
  const parts: Part[] = [];
  if (nameLeaves) parts.push({ part: "name", surface: "file name", bytes: name, toDocument: itself });
  if (!isKnown) parts.push(wholeOf(document));
  return parts;
}

/** The contents of a document as they stand. */
export function wholeOf({ name, bytes, isText }: Pick<Document, "name" | "bytes" | "isText">): Part {
  const part: Part = { part: "contents", surface: "text", bytes, toDocument: itself };
  return isText === true ? part : { ...part, name };
}

/** A part, and what the first look at it has shown. */
export interface Glimpse {
  readonly of: Part;
  readonly glance: Glance;
}

export function glimpse(of: Part, look: Look): Glimpse {
  return { of, glance: look(of.part, of.bytes, 0) };
}

/** Whether all of it was seen, and nothing in it has to be looked at more closely: so it is with most. */
export function isQuiet({ glance }: Glimpse): boolean {
  return glance.clues === undefined && glance.isLast;
}

/**
 * A part as it stands, and what is encoded in it. What is large is read piece by piece.
 * @param depth how deep in other encodings it stands
 * @param room for what is inflated
 */
export function* extract(
  { of, glance: first }: Glimpse,
  look: Look,
  depth: number = 0,
  room: Room = wholeRoom(),
): Generator<Seen | Failure | Opened> {
  let beginning: Buffer | undefined;
  let glance = first;
  const left: Left = { start: 0, rests: new Map() };
  for (let start = 0; ;) {
    yield* extractPiece({ of, start, glance, beginning, left }, look, depth, room);
    const { clues, end, isLast } = glance;
    if (isLast) return;
    if (start === 0 && clues !== undefined) beginning = wideBeginning(of.bytes);
    start = end;
    glance = look(of.part, of.bytes, start);
  }
}

/** The first bytes, where they say that characters have several bytes. */
export function wideBeginning(bytes: Bytes): Buffer | undefined {
  const first = Buffer.from(bytes.subarray(0, 4));
  return isWide(first) ? first : undefined;
}

/** A piece of a part, from an offset on, and what a look at it has shown. */
export interface Piece extends Glimpse {
  readonly start: number;
  /** Missing where the bytes of the part are read as they stand. */
  readonly beginning?: Buffer | undefined;
  /** What was left of the pieces before, and then of this one. */
  readonly left?: Left;
}

/** A piece as it stands, and what is encoded in it. */
export function* extractPiece(
  { of, start, glance: { clues, isMarked, end, isLast }, beginning, left }: Piece,
  look: Look,
  depth: number,
  room: Room,
): Generator<Seen | Failure | Opened> {
  const seen = { part: of.part, isMarked: isMarked && depth === 0, isFurther: start > 0 };
  if (clues === undefined && beginning === undefined && (left === undefined || left.rests.size === 0)) {
    yield seen;
    return;
  }
  const from = Math.max(0, start - margin);
  const piece = cutOut(of, { start: from, end: isLast ? end : endOfCut(of.bytes, end, clues) });
  const segment = beginning === undefined ? piece : { ...piece, beginning };
  const own = clues === undefined ? noClues : cluesIn(segment.bytes, clues, { start: from, end }, start - from);
  yield { ...seen, shown: { segment, clues: own, ...(left && { left: { ...left, start: left.start + from } }) } };
  const isOfGzip = start === 0 && isGzip(segment.bytes);
  if (depth === deepest) {
    if (isOfGzip && isWholeStream(of)) yield { part: of.part, reason: tooDeep };
    return;
  }
  if (mayHide(segment, own))
    for (const layer of layers)
      for (const inner of layer(segment, own)) yield* extract(glimpse(inner, look), look, depth + 1, room);
  if (isOfGzip) yield* extractGzip(of, look, depth + 1, room);
}

/** Most segments hide nothing: they are looked at for what detectors look for. */
function mayHide(
  { bytes, beginning = bytes }: Segment,
  { sightings, base64: runs, wide, escapes, hexadecimal: digits, gzip, foreign, apart }: Clues,
): boolean {
  const coded = runs.length + wide.length + escapes.length + digits.length + gzip.length;
  return (
    coded + foreign.length + apart.length > 0 || sightings.some(({ isFramed = false }) => isFramed) || isWide(beginning)
  );
}

const tooDeep = `gzip in it was not searched, because it stands in more than ${deepest} others`;

/** Whether it is all that was inflated: what a layer makes of that may begin like gzip by chance. */
function isWholeStream({ bytes, stream }: Part): boolean {
  return stream !== undefined && stream.of === bytes;
}

function* extractGzip(of: Part, look: Look, depth: number, room: Room): Generator<Seen | Failure | Opened> {
  try {
    const inner = inflated(of, room);
    if (inner === undefined) return;
    yield { opened: { ...inner, name: unpackedName(of.name, inner.bytes) } };
    yield* extract(glimpse(inner, look), look, depth, room);
  } catch (error) {
    if (!(error instanceof GzipTooLarge)) throw error;
    yield { part: of.part, reason: error.message };
  }
}

/** What a file was called before it was compressed: `.tgz` stands for `.tar.gz`, `.svgz` for `.svg.gz`. A tape archive is known by its first header as well. */
export function unpackedName(name: Buffer | undefined, bytes: Buffer): Buffer {
  if (bytes.toString("latin1", 257, 262) === "ustar") return Buffer.from(".tar");
  const before = name?.toString("latin1").replace(/\.(?:gz|br|zst|z|zz|zlib)$/i, "");
  return Buffer.from(before?.replace(/\.t(?:gz|zst)$/i, ".tar").replace(/\.svgz$/i, ".svg") ?? "", "latin1");
}

/** Where the bytes end that a piece is cut out with: behind its margin, or where gzip in base64 or digits no longer goes on. */
function endOfCut(bytes: Bytes, end: number, clues: Clues | undefined): number {
  let last = end + margin;
  if (clues === undefined || clues.gzip.length === 0) return last;
  while (last - end < mostGzip && isEncoded(bytes.subarray(last - margin, last))) last += margin;
  return last;
}

/** More is not inflated, even of what is in hexadecimal digits: see gzip.ts. */
const mostGzip = 1 << 28;

const inLines = byteClass(() => `${base64Alphabet()} \t\r\n`);

function isEncoded(bytes: Buffer): boolean {
  return bytes.length === margin && bytes.every((byte) => inLines()[byte] === 1);
}

function cutOut(whole: Part, { start, end }: Range): Segment {
  const bytes = whole.bytes.subarray(start, end);
  const goesOn = end < whole.bytes.length || whole.goesOn === true;
  if (start === 0) return { ...whole, bytes, goesOn };
  return { ...whole, bytes, goesOn, ...waysBack(whole, (range) => shifted(range, start)) };
}

function shifted(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

/**
 * The clues of a piece, counted from where its bytes begin. A run of base64 goes on behind the end of the piece, and has begun before its own part.
 * @param own where its own part begins, in these bytes
 */
function cluesIn(bytes: Buffer, clues: Clues, { start, end }: Range, own: number): Clues {
  const goesOn = clues.base64.at(-1)?.end === end && end - start < bytes.length;
  if (start === 0 && !goesOn) return clues;
  const moved = (range: Range): Range => shifted(range, -start);
  const runs = clues.base64.map(moved);
  const [first] = runs;
  if (own > 0 && first?.start === own) runs[0] = { start: startOfRun(bytes, own, 0, alphabet()), end: first.end };
  const last = runs.at(-1);
  if (goesOn && last !== undefined)
    runs[runs.length - 1] = { start: last.start, end: endOfRun(bytes, last.end, alphabet()) };
  if (start === 0) return { ...clues, base64: runs };
  return {
    sightings: clues.sightings.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
    words: clues.words.map((at) => at - start),
    base64: runs,
    wide: clues.wide.map(moved),
    escapes: clues.escapes.map((at) => at - start),
    hexadecimal: clues.hexadecimal.map((at) => at - start),
    gzip: clues.gzip.map((at) => at - start),
    foreign: clues.foreign.map(moved),
    apart: clues.apart.map((at) => at - start),
  };
}

const alphabet = byteClass(base64Alphabet);

function itself(range: Range): Range {
  return range;
}
