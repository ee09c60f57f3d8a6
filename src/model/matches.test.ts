import * as fc from "fast-check";
import { expect, test } from "vitest";
import { matchesOf } from "./matches.ts";

test("all matches are those of String.matchAll, empty ones and of whole characters too", () => {
  const texts = fc
    .array(fc.constantFrom("a", "b", "😀", "é", "\ud83d", " "), { maxLength: 12 })
    .map((all) => all.join(""));
  const patterns = fc.constantFrom(/a*/g, /a*/gu, new RegExp("", "gu"), /[^a]/gu, /\p{L}*/gu, /b|(?=a)/g);
  fc.assert(
    fc.property(texts, patterns, (text, pattern) => {
      pattern.lastIndex = 3; // whatever was done with it before
      const found = matchesOf(text, pattern);
      pattern.lastIndex = 0;
      expect(found.map(({ 0: whole, index }) => [whole, index])).toEqual(
        [...text.matchAll(pattern)].map(({ 0: whole, index }) => [whole, index]),
      );
    }),
  );
});
