import type { Bytes } from "../model/bytes.ts";
import { base64Alphabet, byteClass } from "../model/byte-runs.ts";
import { type Clues, type Glance, type Look, noClues } from "../model/clues.ts";
import type { Document } from "../model/document.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { base64 } from "./base64.ts";
import { escapedText } from "./escapes.ts";
import type { Layer } from "./layer.ts";
import { isWide, wideText } from "./wide-text.ts";

const layers: readonly Layer[] = [wideText, base64, escapedText];

/** Base64 of base64 of UTF-16 is as deep as people write by accident. */
const deepest = 3;

/** A piece of a large segment is cut out with so much of its neighbours on both sides, in bytes. */
const margin = 65_536;

/** A part of a document that was read. */
export interface Seen {
  readonly part: Segment["part"];
  /** Undefined where its bytes show nothing to look closer at. */
  readonly shown?: { readonly segment: Segment; readonly clues: Clues };
  /** Whether a suppression comment may stand in the bytes of the document. */
  readonly isMarked: boolean;
  /** Whether it is a further piece of what was seen just before. */
  readonly isFurther: boolean;
}

/** A part of a document: a segment whose bytes need not be in memory. */
export interface Part extends Omit<Segment, "bytes"> {
  readonly bytes: Bytes;
}

/** What a reader could see in a document: its name, and its bytes as they stand. */
export function partsOf({ name, nameLeaves, bytes, isKnown }: Document): Part[] {
  const parts: Part[] = [];
  if (nameLeaves) parts.push({ part: "name", surface: "file name", bytes: name, toDocument: itself });
  if (!isKnown) parts.push({ part: "contents", surface: "text", bytes, toDocument: itself });
  return parts;
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
 */
export function* extract({ of, glance: first }: Glimpse, look: Look, depth: number = 0): Generator<Seen> {
  const { part } = of;
  let beginning: Buffer | undefined;
  let glance = first;
  for (let start = 0; ;) {
    const { clues, isMarked, end, isLast } = glance;
    const seen = { part, isMarked: isMarked && depth === 0, isFurther: start > 0 };
    if (clues === undefined && beginning === undefined) yield seen;
    else {
      const from = Math.max(0, start - margin);
      const piece = cutOut(of, { start: from, end: isLast ? end : end + margin });
      const segment = beginning === undefined ? piece : { ...piece, beginning };
      const own = clues === undefined ? noClues : cluesIn(segment.bytes, clues, { start: from, end });
      yield { ...seen, shown: { segment, clues: own } };
      if (depth < deepest)
        for (const layer of layers)
          for (const inner of layer(segment, own)) yield* extract(glimpse(inner, look), look, depth + 1);
      if (start === 0 && !isLast && isWide(segment.bytes)) beginning = Buffer.from(segment.bytes.subarray(0, 4));
    }
    if (isLast) return;
    start = end;
    glance = look(part, of.bytes, start);
  }
}

function cutOut(whole: Part, { start, end }: Range): Segment {
  const bytes = whole.bytes.subarray(start, end);
  if (start === 0) return { ...whole, bytes };
  const { toDocument } = whole;
  return { ...whole, bytes, toDocument: (range) => toDocument({ start: start + range.start, end: start + range.end }) };
}

/** The clues of a piece, counted from where its bytes begin. A run of base64 goes on behind the end of the piece. */
function cluesIn(bytes: Buffer, clues: Clues, { start, end }: Range): Clues {
  const last = clues.base64.at(-1);
  const goesOn = last?.end === end && end - start < bytes.length;
  if (start === 0 && !goesOn) return clues;
  const shifted = (range: Range): Range => ({ start: range.start - start, end: range.end - start });
  const base64Runs = clues.base64.map(shifted);
  if (goesOn) base64Runs.push({ start: last.start - start, end: endOfRun(bytes, end - start) });
  return {
    sightings: clues.sightings.map((sighting) => ({ ...sighting, ...shifted(sighting) })),
    words: clues.words.map((at) => at - start),
    base64: goesOn ? base64Runs.toSpliced(-2, 1) : base64Runs,
    wide: clues.wide.map(shifted),
    escapes: clues.escapes.map((at) => at - start),
  };
}

const alphabet = byteClass(base64Alphabet);

function endOfRun(bytes: Buffer, from: number): number {
  let end = from;
  while (end < bytes.length && alphabet()[bytes[end] ?? 0] === 1) end++;
  return end;
}

function itself(range: Range): Range {
  return range;
}
