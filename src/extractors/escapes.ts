import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment, type Layer } from "./layer.ts";

/**
 * What terminals, addresses and programs write for a character: colours of a terminal (ECMA-48, which stand for nothing),
 * percent-encoding (RFC 3986), and the escapes of JSON and its relatives (RFC 8259).
 */
const escapes = new RegExp(
  String.raw`\x1b\[[\d;]{0,20}[mK]|%[\da-fA-F]{2}|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrt"'\\/])`,
  "g",
);

/** How much is decoded around an escape, in bytes: the name before a token, and the token. */
const before = 128;
const after = 2048;

/** A region that would grow beyond this is followed by one that overlaps it. */
const largest = 65_536;

/** The text around escapes that stand before a token, as who decodes it reads it. */
export const escapedText: Layer = function* (segment, clues) {
  const { bytes } = segment;
  let region: Range | undefined;
  for (const index of clues.escapes) {
    const next = { start: Math.max(0, index - before), end: Math.min(bytes.length, index + after) };
    const joins = region !== undefined && next.start <= region.end && next.end - region.start <= largest;
    if (region !== undefined && !joins) yield decode(segment, region);
    region = joins && region !== undefined ? { start: region.start, end: next.end } : next;
  }
  if (region !== undefined) yield decode(segment, region);
};

function decode(segment: Segment, range: Range): Segment {
  const text = segment.bytes.toString("latin1", range.start, range.end);
  /** Where each decoded piece begins, and what it comes from: text, whose length stays, or an escape of some length. */
  const pieces: { readonly at: number; readonly from: number; readonly escape: number | null }[] = [];
  let decoded = "";
  let last = 0;
  for (const { 0: written, index } of text.matchAll(escapes)) {
    pieces.push({ at: decoded.length, from: last, escape: null });
    decoded += text.slice(last, index);
    pieces.push({ at: decoded.length, from: index, escape: written.length });
    decoded += meaning(written);
    last = index + written.length;
  }
  pieces.push({ at: decoded.length, from: last, escape: null });
  decoded += text.slice(last);
  /** The bytes of the segment that a decoded byte comes from. */
  const place = (offset: number): Range => {
    const {
      at,
      from,
      escape: length,
    } = pieces.findLast((piece) => piece.at <= offset) ?? { at: 0, from: 0, escape: null };
    const start = range.start + from + (length === null ? offset - at : 0);
    return { start, end: start + (length ?? 1) };
  };
  return innerSegment(segment, "escapes", Buffer.from(decoded, "latin1"), ({ start, end }) => ({
    start: place(start).start,
    end: place(Math.max(start, end - 1)).end,
  }));
}

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** One byte for each escape; what is beyond ASCII is no part of a token, so that any such byte will do. */
function meaning(written: string): string {
  if (written.startsWith("\x1b")) return "";
  const digits = written.startsWith("%") ? written.slice(1) : /^\\[ux]/.test(written) ? written.slice(2) : undefined;
  if (digits === undefined) return named[written.slice(1)] ?? written.slice(1);
  const code = Number.parseInt(digits, 16);
  return String.fromCharCode(Math.min(code, 0xff));
}
