import { controlSequence, meaningOfSequence, writtenEscape } from "../model/control-sequence.ts";
import { behindPlaceholder } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Layer } from "./layer.ts";
import { respelled, type Spelling } from "./respelled.ts";

/**
 * What terminals, addresses and programs write for a character: control sequences of a terminal, escaped or not,
 * percent-encoding (RFC 3986), the escapes of JSON and JavaScript with those of their relatives (RFC 8259; ECMA-262, 12.9.4), also
 * where they are escaped themselves, and a backslash
 * that takes the end of its line away, or its meaning from a sign of Markdown.
 */
export const script: Spelling = {
  pattern: new RegExp(
    String.raw`(?:\x1b|\\{1,127}${writtenEscape})${controlSequence}|\\{1,8}(?:u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|x[\da-fA-F]{2}|[0-3][0-7]{2}|[0-7]{2})|` +
      String.raw`%[\da-fA-F]{2}|\\(?:\r?\n|[nrt"'\\/_-])`,
    "g",
  ),
  meaning,
};

/** The escapes of style sheets (CSS Syntax 3, 4.3.7): digits as those of numbers in octal are, with a space that belongs to them. */
const style: Spelling = { pattern: /\\(?:[\da-fA-F]{1,6}(?:\r\n|[ \t\n\r\f])?|\r?\n)/g, meaning: meaningInStyle };

/** Whether there is one that JavaScript reads otherwise. */
const isStyle = /\\0{0,4}[2-7][\da-fA-F](?![\da-fA-F])/;

/** How much is decoded around an escape, in bytes: the name before a token, and the token. */
const before = 128;
const after = 2048;

const backslash = 0x5c;

/** A region that would grow beyond this is followed by one that overlaps it. */
const largest = 65_536;

/** The text around escapes that stand before a token or in one, as who decodes it reads it. */
export const escapedText: Layer = (segment, clues) => decodedAround(segment, clues.escapes);

/** @param places where escapes stand, in order */
function* decodedAround(segment: Segment, places: Iterable<number>): Generator<Segment> {
  const { bytes } = segment;
  let region: Range | undefined;
  for (const index of places) {
    const next = {
      start: startOfWord(bytes, behindPlaceholder(bytes, Math.max(0, index - before))),
      end: endOfWord(bytes, behindPlaceholder(bytes, Math.min(bytes.length, index + after))),
    };
    const joins = region !== undefined && next.start <= region.end && next.end - region.start <= largest;
    if (region !== undefined && !joins) yield* readings(segment, region);
    region = joins && region !== undefined ? { start: region.start, end: next.end } : next;
  }
  if (region !== undefined) yield* readings(segment, region);
}

/** A word that is cut off can look like another one: longer ones are, in bytes. */
const longestWord = 512;

function startOfWord(bytes: Buffer, place: number): number {
  let start = place;
  while (start > 0 && !isBetween(bytes[start - 1])) if (--start < place - longestWord) return place;
  return start;
}

function endOfWord(bytes: Buffer, place: number): number {
  let end = place;
  while (end < bytes.length && (!isBetween(bytes[end]) || bytes[end - 1] === backslash))
    if (++end > place + longestWord) return place;
  return end;
}

/** A space, a newline or a quotation mark. */
function isBetween(byte: number = 0x20): boolean {
  return byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x60;
}

function* readings(segment: Segment, region: Range): Generator<Segment> {
  const { start, end } = region;
  const isOfStyles = isStyle.test(segment.bytes.toString("latin1", start, end));
  for (const spelling of isOfStyles ? [style, script] : [script]) {
    const read = respelled(segment, region, spelling, "escapes");
    if (read !== undefined) yield read;
  }
}

const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\n": "", "\r": "" };

/** One byte for each escape; what is beyond ASCII is no part of a token, so that any such byte will do. */
function meaning(written: string): string {
  if (written.length === 2) return named[written.charAt(1)] ?? written.charAt(1);
  if (written.startsWith("\x1b") || /..[[$(-+./-]/.test(written)) return meaningOfSequence(written);
  const at = written.lastIndexOf("\\") + 1;
  const sign = written.charAt(at);
  if (sign === "\r") return ""; // the line's end has two
  if (sign !== "u" && sign !== "x" && sign !== "%") return character(written.slice(at), 8);
  return character(written.slice(written.charAt(at + 1) === "{" ? at + 2 : at + 1), 16);
}

function meaningInStyle(written: string): string {
  const digits = /[\da-f]+/i.exec(written)?.[0];
  return digits === undefined ? "" : character(digits, 16);
}

function character(digits: string, radix: number): string {
  return String.fromCharCode(Math.min(Number.parseInt(digits, radix), 0xff));
}
