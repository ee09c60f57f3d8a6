import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment, type Layer } from "./layer.ts";

/**
 * What terminals, addresses and programs write for a character: colours of a terminal (ECMA-48, which stand for nothing, escaped or not),
 * percent-encoding (RFC 3986), and the escapes of JSON and its relatives (RFC 8259).
 */
const escapes = new RegExp(
  String.raw`(?:\x1b|\\{1,127}(?:u001[bB]|x1[bB]|033|e))\[[\d;]{0,20}[mK]|%[\da-fA-F]{2}|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrt"'\\/])`,
  "g",
);

/** How much is decoded around an escape, in bytes: the name before a token, and the token. */
const before = 128;
const after = 2048;

/** A region that would grow beyond this is followed by one that overlaps it. */
const largest = 65_536;

/** The text around escapes that stand before a token, as who decodes it reads it. */
export const escapedText: Layer = (segment, clues) => decodedAround(segment, clues.escapes);

/** @param places where escapes stand, in order */
export function* decodedAround(segment: Segment, places: Iterable<number>): Generator<Segment> {
  const { bytes } = segment;
  let region: Range | undefined;
  for (const index of places) {
    const next = { start: Math.max(0, index - before), end: Math.min(bytes.length, index + after) };
    const joins = region !== undefined && next.start <= region.end && next.end - region.start <= largest;
    if (region !== undefined && !joins) yield decode(segment, region);
    region = joins && region !== undefined ? { start: region.start, end: next.end } : next;
  }
  if (region !== undefined) yield decode(segment, region);
}

function decode(segment: Segment, { start: first, end: last }: Range): Segment {
  const text = segment.bytes.toString("latin1", first, last);
  const bytes = Buffer.from(text.replaceAll(escapes, meaning), "latin1");
  // What most regions hold is nothing, and then nobody asks for places.
  const place = (offset: number): Range => {
    const { start, end } = placeIn(text, offset);
    return { start: first + start, end: first + end };
  };
  return innerSegment(segment, "escapes", bytes, ({ start, end }) => ({
    start: place(start).start,
    end: place(Math.max(start, end - 1)).end,
  }));
}

/** Where a byte of the decoded text comes from. */
function placeIn(text: string, offset: number): Range {
  let at = offset;
  for (const { 0: written, index } of text.matchAll(escapes)) {
    if (index > at) break;
    const length = meaning(written).length;
    if (index === at && length > 0) return { start: at, end: at + written.length };
    at += written.length - length;
  }
  return { start: at, end: at + 1 };
}

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** One byte for each escape; what is beyond ASCII is no part of a token, so that any such byte will do. */
function meaning(written: string): string {
  if (written.startsWith("\x1b") || written.includes("[")) return "";
  const kind = written.charAt(1);
  const digits = written.startsWith("%")
    ? written.slice(1)
    : kind === "u" || kind === "x"
      ? written.slice(2)
      : undefined;
  if (digits === undefined) return named[kind] ?? kind;
  const code = Number.parseInt(digits, 16);
  return String.fromCharCode(Math.min(code, 0xff));
}
