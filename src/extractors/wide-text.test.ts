import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import { createEngine } from "../engine/engine.ts";
import type { Range } from "../model/range.ts";
import { wideText } from "./wide-text.ts";

const engine = createEngine([]);

const encoders = {
  "UTF-16LE": (text: string) => Buffer.from(text, "utf16le"),
  "UTF-16BE": (text: string) => Buffer.from(text, "utf16le").swap16(),
  "UTF-32LE": (text: string) => Buffer.concat(Array.from(text, (character) => unit(character))),
  "UTF-32BE": (text: string) => Buffer.concat(Array.from(text, (character) => unit(character).swap32())),
};

const encodings = Object.keys(encoders) as (keyof typeof encoders)[]; // the keys of the record
const printable = fc.string({ unit: fc.constantFrom(..."abcXYZ 019_-+ßé\n"), minLength: 8, maxLength: 60 });
const between = fc.uint8Array({ maxLength: 9 });

/** Between bytes that fit as well, big-endian text can also be read as little-endian: its characters are then a byte off. */
test("text of wide characters is found anywhere between other bytes, and leads back to its own", () => {
  fc.assert(
    fc.property(fc.constantFrom(...encodings), printable, between, between, (encoding, text, before, after) => {
      const encoded = encoders[encoding](text);
      const bytes = Buffer.concat([before, encoded, after]);
      const found = segments(bytes).flatMap(({ bytes: decoded, toDocument }) => {
        const start = decoded.indexOf(text);
        return start === -1 ? [] : [toDocument({ start, end: start + Buffer.byteLength(text) })];
      });
      const offsets = found.map(({ start, end }) => [start - before.length, end - before.length - encoded.length]);
      const width = encoding.startsWith("UTF-16") ? 2 : 4;
      expect(offsets.some(([start, end]) => start === end && Math.abs(start ?? NaN) < width)).toBe(true);
    }),
  );
});

test("a document with a byte order mark is one text, of any characters", () => {
  const any = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(fc.constantFrom(...encodings), any, any, (encoding, before, text) => {
      const [segment] = segments(encoders[encoding](`\uFEFF${before}${text}`));
      expect(segment?.bytes.toString()).toBe(before + text);
      const start = Buffer.byteLength(before);
      const range = segment?.toDocument({ start, end: start + Buffer.byteLength(text) });
      const skipped = encoders[encoding](`\uFEFF${before}`).length;
      expect(range).toEqual({ start: skipped, end: skipped + encoders[encoding](text).length });
    }),
  );
});

test("of a document with a byte order mark no line with colours is read once more, a byte off", () => {
  for (const encoding of encodings)
    expect(segments(encoders[encoding]("\uFEFF\x1B[1mnothing at all\x1B[0m\r\nand a line more\r\n"))).toHaveLength(1);
});

test("places in a long text lead back in whatever order they are asked for", () => {
  const text = "aß€😀\n".repeat(600);
  const starts = Array.from(text, (_, index) => [...text].slice(0, index).join("")).filter(
    (_, index) => index % 7 === 0,
  );
  for (const encoding of encodings) {
    const [segment] = segments(encoders[encoding](`\uFEFF${text}`));
    for (const before of [...starts.toReversed(), ...starts]) {
      const start = Buffer.byteLength(before);
      expect(segment?.toDocument({ start, end: start }).start).toBe(encoders[encoding](`\uFEFF${before}`).length);
    }
  }
});

test("a stretch of 40 MB is found, and 100 MB of zeros are none", () => {
  expect(segments(Buffer.from("text ".repeat(4e6), "utf16le")).map(({ bytes }) => bytes.length)).toEqual([2e7]);
  expect(segments(Buffer.alloc(1e8))).toEqual([]);
});

function segments(bytes: Buffer) {
  const segment = { part: "contents", surface: "text", bytes, toDocument: (range: Range) => range } as const;
  return [...wideText(segment, cluesIn(engine.look, "contents", bytes))];
}

function unit(character: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
  return bytes;
}
