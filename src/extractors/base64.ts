import { base64Alphabet, byteClass, firstOfBase64 } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { isGzip } from "./gzip.ts";
import { innerSegment, type Layer } from "./layer.ts";
import { gzipRuns, leastDecoded, linesBefore, linesFrom, placeIn, textOf, textsIn } from "./lines.ts";
import { Spare } from "./spare.ts";

const alphabet = byteClass(base64Alphabet);

const firstOfFour = byteClass(firstOfBase64);

/** Sixteen characters are twelve bytes: nothing shorter holds a credential. */
const leastEncoded = 16;

/**
 * The text in base64, on one line or wrapped, and the gzip in it. A run may begin with
 * characters of its surroundings, so it is decoded from each of the four places where text can begin.
 */
export const base64: Layer = function* (segment, clues) {
  for (const lines of wrappedRuns(segment.bytes, clues.base64)) {
    const encoded = textOf(segment, lines);
    for (const skip of alignments(encoded)) {
      const room = roomFor(encoded.length);
      const bytes = room.subarray(0, room.write(skip === 0 ? encoded : encoded.slice(skip), "base64"));
      for (const text of textsIn(bytes)) yield fromBase64(segment, lines, skip, bytes, text);
      spare.giveBack(room);
    }
  }
  for (const lines of gzipRuns(segment.bytes, clues.gzip, alphabet())) {
    const bytes = Buffer.from(textOf(segment, lines), "base64");
    if (isGzip(bytes)) yield fromBase64(segment, lines, 0, bytes, { start: 0, end: bytes.length });
  }
};

/** What is shorter than the one is not worth to be shared, and what is longer than the other not to be kept, in bytes. */
const [leastShared, mostShared] = [1 << 14, 1 << 20];

const spare = new Spare(mostShared);

/** Room for what a run decodes to. */
function roomFor(characters: number): Buffer {
  const length = Math.ceil((characters * 3) / 4);
  return length < leastShared || length > mostShared ? Buffer.allocUnsafe(length) : spare.take();
}

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

/** Runs of the alphabet, each with the lines around it, and where these may be texts of their own each by itself. */
export function* wrappedRuns(bytes: Buffer, runs: readonly Range[]): Generator<Range[]> {
  let done = 0;
  for (const run of runs) {
    if (run.start < done) continue;
    const first = [run, ...linesBefore(bytes, run, done, alphabet())].findLast(isLong);
    if (first === undefined) continue;
    const lines = linesFrom(bytes, first, alphabet());
    done = lines.at(-1)?.end ?? 0;
    yield lines;
    if (lines.length > 1 && mayBeApart(lines)) for (const line of lines) if (isLong(line)) yield [line];
  }
}

function isLong({ start, end }: Range): boolean {
  return end - start >= leastEncoded;
}

/** What was wrapped has lines of one length, but for the last. */
function mayBeApart(lines: readonly Range[]): boolean {
  const [first] = lines;
  if (first === undefined || lines.length <= fewLines) return true;
  return lines.slice(1, -1).some(({ start, end }) => end - start !== first.end - first.start);
}

/** So many are read twice, whatever their length. */
const fewLines = 16;

export function fromBase64(
  segment: Segment,
  lines: readonly Range[],
  skip: number,
  bytes: Buffer,
  text: Range,
): Segment {
  // Three bytes come from four characters of six bits each.
  const character = (offset: number): number => skip + ((text.start + offset) * 8) / 6;
  return innerSegment(segment, "base64", bytes.subarray(text.start, text.end), ({ start, end }) => ({
    start: placeIn(lines, Math.floor(character(start))),
    end: placeIn(lines, Math.ceil(character(end)) - 1) + 1,
  }));
}
