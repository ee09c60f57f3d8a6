import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Bytes } from "../model/bytes.ts";
import { placer } from "./place.ts";

test("lines and columns are those of whoever counts character by character, in any order", () => {
  const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\n", "é", "日", "😀", "\r\n"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.boolean(), fc.array(fc.nat(60), { minLength: 2, maxLength: 8 }), (some, isWide, cuts) => {
      const characters = [...some];
      const bytesOf = (part: string): Buffer => Buffer.from(part, isWide ? "utf16le" : "utf8");
      const place = placer(bytesOf(some));
      for (const [index, cut] of cuts.slice(1).entries()) {
        const [from = 0, to = 0] = [cuts[index] ?? 0, cut]
          .map((at) => Math.min(at, characters.length))
          .toSorted((a, b) => a - b);
        const [start, end] = [from, to].map((at) => characters.slice(0, at).join(""));
        const [line, column] = counted(start ?? "", isWide);
        const [endLine, endColumn] = counted(end ?? "", isWide);
        const range = { start: bytesOf(start ?? "").length, end: bytesOf(end ?? "").length };
        expect(place(range)).toEqual({ line, column, endLine, endColumn });
      }
    }),
  );
});

test("line breaks are counted in long texts, wherever these begin in memory", () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4000 });
  fc.assert(
    fc.property(lengths, fc.nat(7), fc.boolean(), (lines, shift, isFilled) => {
      const text = Buffer.concat(
        lines.map((length) => Buffer.from(`${(isFilled ? "\xff" : "").repeat(length)}\n`, "latin1")),
      );
      const bytes = Buffer.alloc(text.length + shift).subarray(shift);
      text.copy(bytes);
      const { line, column } = placer(bytes)({ start: text.length, end: text.length });
      expect([line, column]).toEqual([lines.length + 1, 1]);
    }),
  );
});

test("ranges that begin at one place, as all do that were inflated, are not counted once for each", () => {
  const bytes = Buffer.from("one line\n".repeat(100_000));
  let read = 0;
  const counting: Bytes = Object.assign(bytes, {
    subarray: (start: number, end: number) => {
      read += end - start;
      return Buffer.prototype.subarray.call(bytes, start, end);
    },
  });
  const place = placer(counting);
  for (const end of [bytes.length, bytes.length, bytes.length - 3, bytes.length])
    expect(place({ start: 0, end })).toMatchObject({
      line: 1,
      column: 1,
      endLine: end === bytes.length ? 100_001 : 100_000,
    });
  expect(read).toBeLessThan(2.1 * bytes.length);
});

/** Where one stands behind a text. Of UTF-16 each byte counts that is neither NUL nor goes on with a character of UTF-8. */
function counted(before: string, isWide: boolean): [line: number, column: number] {
  const lines = before.split("\n");
  const last = lines.at(-1) ?? "";
  return [lines.length, 1 + (isWide ? [...Buffer.from(last, "utf16le")].filter(isCounted).length : [...last].length)];
}

function isCounted(byte: number, index: number, bytes: readonly number[]): boolean {
  return byte !== 0 && !((byte & 0xc0) === 0x80 && (bytes[index - 1] ?? 0) >= 0x80);
}
