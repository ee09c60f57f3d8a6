import type { Range } from "../model/range.ts";
import { innerSegment, type Layer } from "./layer.ts";

/**
 * RFC 4648 base64, in both alphabets, on one line or wrapped (RFC 2045, PEM, YAML blocks with their indentation).
 * Sixteen characters are twelve bytes: nothing shorter holds a credential.
 */
const run = /[\w+/-]{16,}(?:\r?\n[ \t]{0,40}[\w+/-]{4,})*/g;

/** The text that a run decodes to. A run may begin with characters of its surroundings, so each alignment is tried. */
export const base64: Layer = function* (segment) {
  const text = segment.bytes.toString("latin1");
  for (const match of text.matchAll(run)) {
    const encoded = withoutWrapping(match[0], match.index);
    for (let skip = 0; skip < 4; skip++) {
      const bytes = Buffer.from(encoded.text.slice(skip), "base64");
      if (!looksLikeText(bytes)) continue;
      // Three bytes come from four characters of six bits each.
      yield innerSegment(segment, "base64", bytes, ({ start, end }): Range => ({
        start: encoded.place(skip + Math.floor((start * 8) / 6)),
        end: encoded.place(skip + Math.ceil((end * 8) / 6) - 1) + 1,
      }));
    }
  }
};

/** A run without its line breaks and indentation, and where each of its characters stands in the segment. */
function withoutWrapping(wrapped: string, start: number): { text: string; place: (index: number) => number } {
  if (!wrapped.includes("\n")) return { text: wrapped, place: (index) => start + index };
  const lines: { first: number; at: number }[] = [];
  let text = "";
  for (const line of wrapped.matchAll(/[^\s]+/g)) {
    lines.push({ first: text.length, at: start + line.index });
    text += line[0];
  }
  const place = (index: number): number => {
    const line = lines.findLast(({ first }) => first <= index);
    return line === undefined ? start : line.at + index - line.first;
  };
  return { text, place };
}

/** Printable ASCII for the most part. UTF-16, which Windows shells encode, has a NUL beside each character. */
function looksLikeText(bytes: Buffer): boolean {
  let printable = 0;
  for (const byte of bytes) {
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x09) printable++;
  }
  return bytes.length >= 8 && printable >= bytes.length * 0.8;
}
