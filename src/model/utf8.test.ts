import * as fc from "fast-check";
import { expect, test } from "vitest";
import { widthAt } from "./utf8.ts";

test("a character is one to those who decode", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isOne = (bytes: Uint8Array): boolean => {
    try {
      return [...decoder.decode(bytes)].length === 1;
    } catch {
      return false;
    }
  };
  const character = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 2 }).map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(character, (bytes) => {
      const wanted = [1, 2, 3, 4].find((width) => width <= bytes.length && isOne(bytes.subarray(0, width)));
      expect(widthAt(bytes, 0)).toBe(wanted ?? 0);
    }),
    { numRuns: 2000 },
  );
  for (let first = 0; first < 256; first++)
    for (let second = 0; second < 256; second++) {
      const bytes = Uint8Array.of(first, second, 0x80, 0x80);
      const wanted = [1, 2, 3, 4].find((width) => isOne(bytes.subarray(0, width)));
      expect(widthAt(bytes, 0)).toBe(wanted ?? 0);
    }
});
