import { isUtf8 } from "node:buffer";
import { type ByteClass, byteClass, byteRuns, readableBytes } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/** In characters: a shorter line does not continue what stands before it. */
const leastOnLine = 4;

/** A run with the lines that continue it (RFC 2045, PEM, YAML blocks with their indentation, `xxd -p`). */
export function linesFrom(bytes: Buffer, first: Range, alphabet: ByteClass): Range[] {
  const lines = [first];
  for (let line = nextLine(bytes, first.end, alphabet); line !== undefined; line = nextLine(bytes, line.end, alphabet))
    lines.push(line);
  return lines;
}

/** The lines that a run continues, the nearest first. @param least where the first of them may begin */
export function linesBefore(bytes: Buffer, run: Range, least: number, alphabet: ByteClass): Range[] {
  const lines: Range[] = [];
  for (
    let line = lineBefore(bytes, run.start, least, alphabet);
    line !== undefined;
    line = lineBefore(bytes, line.start, least, alphabet)
  )
    lines.push(line);
  return lines;
}

/** The run that ends the line before, if nothing but white space is between. */
function lineBefore(bytes: Buffer, start: number, least: number, alphabet: ByteClass): Range | undefined {
  let at = start;
  while (bytes[at - 1] === 0x20 || bytes[at - 1] === 0x09) at--;
  if (bytes[at - 1] !== 0x0a) return undefined;
  const end = bytes[at - 2] === 0x0d ? at - 2 : at - 1;
  const line = { start: startOfRun(bytes, end, least, alphabet), end };
  return end - line.start >= leastOnLine ? line : undefined;
}

export function startOfRun(bytes: Buffer, from: number, least: number, alphabet: ByteClass): number {
  let start = from;
  while (start > least && alphabet[bytes[start - 1] ?? 0] === 1) start--;
  return start;
}

/** The run at the beginning of the next line, if the line ends here. */
function nextLine(bytes: Buffer, end: number, alphabet: ByteClass): Range | undefined {
  const newline = bytes[end] === 0x0d ? end + 1 : end;
  if (bytes[newline] !== 0x0a) return undefined;
  let start = newline + 1;
  while (bytes[start] === 0x20 || bytes[start] === 0x09) start++;
  const last = endOfRun(bytes, start, alphabet);
  return last - start >= leastOnLine ? { start, end: last } : undefined;
}

export function endOfRun(bytes: Buffer, from: number, alphabet: ByteClass): number {
  let end = from;
  while (end < bytes.length && alphabet[bytes[end] ?? 0] === 1) end++;
  return end;
}

/** The runs in which gzip begins, from there on, each with the lines that continue it. Of one run only the first is tried. */
export function* gzipRuns(bytes: Buffer, places: readonly number[], alphabet: ByteClass): Generator<Range[]> {
  let done = 0;
  for (const start of places) {
    if (start < done) continue;
    const lines = linesFrom(bytes, { start, end: endOfRun(bytes, start, alphabet) }, alphabet);
    done = lines.at(-1)?.end ?? start;
    yield lines;
  }
}

export function textOf({ bytes }: Segment, lines: readonly Range[]): string {
  return lines.map(({ start, end }) => bytes.toString("latin1", start, end)).join("");
}

/** Where a character of the joined lines stands in the segment. */
export function placeIn(lines: readonly Range[], index: number): number {
  let rest = index;
  for (const { start, end } of lines) {
    if (rest < end - start) return start + rest;
    rest -= end - start;
  }
  return lines.at(-1)?.end ?? 0;
}

/** In bytes: nothing shorter holds a credential. */
export const leastDecoded = 12;

const readable = byteClass(readableBytes);

/** What of decoded bytes is text: all of them if they are UTF-8, otherwise the readable stretches between others. */
export function textsIn(bytes: Buffer): Range[] {
  const stretches = byteRuns(bytes, readable(), leastDecoded);
  return stretches.length > 0 && isUtf8(bytes) ? [{ start: 0, end: bytes.length }] : stretches;
}
