import { isUtf8 } from "node:buffer";
import { base64Alphabet, byteClass, byteRuns, firstOfBase64, readableBytes } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment, type Layer } from "./layer.ts";

const alphabet = byteClass(base64Alphabet);

const readable = byteClass(readableBytes);

const firstOfFour = byteClass(firstOfBase64);

/** Sixteen characters are twelve bytes: nothing shorter holds a credential. */
const leastEncoded = 16;
const leastDecoded = 12;

/**
 * The text in base64, on one line or wrapped (RFC 2045, PEM, YAML blocks with their indentation). A run may begin with
 * characters of its surroundings, so it is decoded from each of the four places where text can begin.
 */
export const base64: Layer = function* (segment, clues) {
  for (const lines of wrappedRuns(segment.bytes, clues.base64)) {
    const encoded = lines.map(({ start, end }) => segment.bytes.toString("latin1", start, end)).join("");
    for (const skip of alignments(encoded)) {
      const bytes = Buffer.from(skip === 0 ? encoded : encoded.slice(skip), "base64");
      for (const text of texts(bytes)) yield decoded(segment, lines, skip, bytes, text);
    }
  }
};

/** How many characters to skip so that at least twelve bytes in a row can be readable: most words and paths have no such. */
function alignments(encoded: string): readonly number[] {
  const found: number[] = [];
  const first = firstOfFour();
  for (let skip = 0; skip < 4; skip++) {
    let inRow = 0;
    for (let at = skip; at < encoded.length && inRow < leastDecoded / 3; at += 4) {
      inRow = first[encoded.charCodeAt(at)] === 1 ? inRow + 1 : 0;
    }
    if (inRow === leastDecoded / 3) found.push(skip);
  }
  return found;
}

/** Runs of the alphabet, each with the lines that continue it. */
function* wrappedRuns(bytes: Buffer, runs: readonly Range[]): Generator<Range[]> {
  let done = 0;
  for (const first of runs) {
    if (first.start < done || first.end - first.start < leastEncoded) continue;
    const lines = [first];
    for (let line = continuation(bytes, first.end); line !== undefined; line = continuation(bytes, done)) {
      lines.push(line);
      done = line.end;
    }
    yield lines;
  }
}

/** The run at the beginning of the next line, if the line ends here. */
function continuation(bytes: Buffer, end: number): Range | undefined {
  const newline = bytes[end] === 0x0d ? end + 1 : end;
  if (bytes[newline] !== 0x0a) return undefined;
  let start = newline + 1;
  while (bytes[start] === 0x20 || bytes[start] === 0x09) start++;
  let last = start;
  const isIn = alphabet();
  while (isIn[bytes[last] ?? 0] === 1) last++;
  return last - start >= 4 ? { start, end: last } : undefined;
}

/** All of it if it is text in UTF-8, otherwise the readable stretches between other bytes. */
function texts(bytes: Buffer): Range[] {
  const stretches = byteRuns(bytes, readable(), leastDecoded);
  return stretches.length > 0 && isUtf8(bytes) ? [{ start: 0, end: bytes.length }] : stretches;
}

function decoded(segment: Segment, lines: readonly Range[], skip: number, bytes: Buffer, text: Range): Segment {
  /** Where a character of the joined lines stands in the segment. */
  const place = (index: number): number => {
    let rest = index;
    for (const { start, end } of lines) {
      if (rest < end - start) return start + rest;
      rest -= end - start;
    }
    return lines.at(-1)?.end ?? 0;
  };
  // Three bytes come from four characters of six bits each.
  const character = (offset: number): number => skip + ((text.start + offset) * 8) / 6;
  return innerSegment(segment, "base64", bytes.subarray(text.start, text.end), ({ start, end }) => ({
    start: place(Math.floor(character(start))),
    end: place(Math.ceil(character(end)) - 1) + 1,
  }));
}
