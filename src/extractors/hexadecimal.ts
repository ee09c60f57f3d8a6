import { byteClass } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { isGzip } from "./gzip.ts";
import { innerSegment, type Layer } from "./layer.ts";
import {
  endOfRun,
  gzipRuns,
  leastDecoded,
  linesBefore,
  linesFrom,
  placeIn,
  startOfRun,
  textOf,
  textsIn,
} from "./lines.ts";

const digits = byteClass(() => "0123456789abcdefABCDEF");

/**
 * The text in hexadecimal digits, and the gzip in it. Each run is read by itself, since lines of digits need not belong together, and once more
 * with the lines around it, as `xxd -p` writes them.
 */
export const hexadecimal: Layer = function* (segment, clues) {
  const { bytes } = segment;
  let done = 0;
  let doneLines = 0;
  for (const place of clues.hexadecimal) {
    if (place < done) continue;
    const run = { start: startOfRun(bytes, place, done, digits()), end: endOfRun(bytes, place, digits()) };
    done = run.end;
    yield* textsOf(segment, [run]);
    if (place < doneLines) continue;
    const first = linesBefore(bytes, run, doneLines, digits()).at(-1) ?? run;
    const lines = linesFrom(bytes, first, digits());
    doneLines = lines.at(-1)?.end ?? done;
    if (lines.length > 1) yield* textsOf(segment, lines);
  }
  for (const lines of gzipRuns(bytes, clues.gzip, digits())) {
    const inner = Buffer.from(textOf(segment, lines), "hex");
    if (isGzip(inner)) yield fromDigits(segment, lines, 0, inner, { start: 0, end: inner.length });
  }
};

/** The run may begin with a digit of its surroundings: its bytes are tried from its first digit and from its second. */
function* textsOf(segment: Segment, lines: readonly Range[]): Generator<Segment> {
  const written = textOf(segment, lines);
  for (const skip of [0, 1]) {
    const inner = Buffer.from(skip === 0 ? written : written.slice(skip), "hex");
    for (const text of textsIn(inner)) if (isText(inner, text)) yield fromDigits(segment, lines, skip, inner, text);
  }
}

/** Of twelve bytes in a row three are no NUL: a row of zeros is no text, and UTF-32 has so many. */
function isText(bytes: Buffer, { start, end }: Range): boolean {
  let written = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== 0) written++;
    if (at - start >= leastDecoded && bytes[at - leastDecoded] !== 0) written--;
    if (written >= 3) return true;
  }
  return false;
}

export function fromDigits(
  segment: Segment,
  lines: readonly Range[],
  skip: number,
  bytes: Buffer,
  text: Range,
): Segment {
  const digit = (offset: number): number => skip + (text.start + offset) * 2;
  return innerSegment(segment, "hexadecimal", bytes.subarray(text.start, text.end), ({ start, end }) => ({
    start: placeIn(lines, digit(start)),
    end: placeIn(lines, Math.max(digit(start), digit(end) - 1)) + 1,
  }));
}
