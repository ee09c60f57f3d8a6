import type { Range } from "../model/range.ts";
import { readings } from "./escapes.ts";
import type { Layer } from "./layer.ts";

const [newline, quotationMark, apostrophe, backslash, letterN] = [0x0a, 0x22, 0x27, 0x5c, 0x6e];

/** So much of a longer string is read on both sides of what was seen in it, in bytes. */
const around = 512;

/**
 * Strings that hold lines or quotation marks, where there is something in them that detectors look for: a file in a value of JSON, a cell of a
 * notebook, a script in a setting. What a detector knows a value by, the line's end and the marks around it, is escaped there.
 */
export const quotedText: Layer = function* (segment, { sightings }) {
  const { bytes } = segment;
  let end = 0;
  let escape = -1;
  for (const { start } of sightings) {
    if (start < end) continue;
    if (escape < start - around) escape = escapeFrom(bytes, start - around);
    if (escape > start + around) continue;
    const string = stringAround(bytes, start, quotationMark) ?? stringAround(bytes, start, apostrophe);
    if (string === undefined || escapeFrom(bytes, string.start) >= string.end) continue;
    ({ end } = string);
    yield* readings(segment, string);
  }
};

/** Where the next newline or quotation mark is escaped, or infinitely far. */
function escapeFrom(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(backslash, Math.max(0, from)); at !== -1; at = bytes.indexOf(backslash, at + 1)) {
    const next = bytes[at + 1];
    if (next === letterN || next === quotationMark || next === apostrophe) return at;
  }
  return Infinity;
}

/** The string around a place, without its quotation marks. */
function stringAround(bytes: Buffer, place: number, quote: number): Range | undefined {
  const start = startOfString(bytes, place, quote);
  const end = start === undefined ? undefined : endOfString(bytes, place, quote);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Of a string that begins far before, the beginning of a line in it. */
function startOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const first = place - around;
  for (let at = place - 1; at >= Math.max(0, first); at--) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at + 1;
  }
  const line = first < 0 ? -1 : bytes.subarray(first, place).indexOf(escapedNewline);
  return line === -1 ? undefined : first + line + escapedNewline.length;
}

/** Of a string that ends far behind, the end of a line in it. */
function endOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const last = place + around;
  for (let at = place; at < Math.min(bytes.length, last); at++) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at;
  }
  const line = last > bytes.length ? -1 : bytes.subarray(place, last).lastIndexOf(escapedNewline);
  if (line === -1) return undefined;
  let end = place + line;
  while (bytes[end - 1] === backslash) end--;
  return end;
}

const escapedNewline = String.raw`\n`;

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === backslash) before--;
  return (at - before) % 2 === 1;
}
