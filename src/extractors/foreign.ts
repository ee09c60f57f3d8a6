import { byteClass, readableBytes } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { widthAt } from "../model/utf8.ts";
import { fromBase64, wrappedRuns } from "./base64.ts";
import { fromDigits } from "./hexadecimal.ts";
import type { Layer } from "./layer.ts";
import { leastDecoded, textOf } from "./lines.ts";

/**
 * Text in base64 or in hexadecimal digits with other letters than those of ASCII: names are so short that no twelve bytes of ASCII may stand
 * beside them. It is looked for where a list is.
 */
export const foreignText: Layer = function* (segment, clues) {
  for (const lines of wrappedRuns(segment.bytes, clues.foreign)) {
    const written = textOf(segment, lines);
    for (let skip = 0; skip < 4; skip++) {
      const bytes = Buffer.from(written.slice(skip), "base64");
      for (const text of foreignIn(bytes)) yield fromBase64(segment, lines, skip, bytes, text);
    }
    yield* inDigits(segment, lines, written);
  }
};

/** Digits may stand in the midst of a run: `0x4ac3`. */
function* inDigits(segment: Segment, lines: readonly Range[], written: string): Generator<Segment> {
  for (const { 0: digits, index } of written.matchAll(/[\da-f]{24,}/gi))
    for (const odd of [0, 1]) {
      const bytes = Buffer.from(digits.slice(odd), "hex");
      for (const text of foreignIn(bytes)) yield fromDigits(segment, lines, index + odd, bytes, text);
    }
}

const readable = byteClass(readableBytes);

/** Stretches of UTF-8 of twelve bytes or more, in which a character has several bytes. */
export function foreignIn(bytes: Buffer): Range[] {
  const ascii = readable();
  const found: Range[] = [];
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length;) {
    const byte = bytes[at] ?? 0;
    const width = byte >= 0x80 ? widthAt(bytes, at) : byte > 0 && ascii[byte] === 1 ? 1 : 0;
    if (width > 1) isForeign = true;
    if (width > 0) {
      at += width;
      continue;
    }
    if (isForeign && at - start >= leastDecoded) found.push({ start, end: at });
    at++;
    start = at;
    isForeign = false;
  }
  return found;
}
