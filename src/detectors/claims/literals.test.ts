import * as fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { literalsOfPattern } from "./literals.ts";

test.each([
  ["ISO ?27001", ["27001"]],
  [String.raw`certified\s+(data|cloud) engineer`, ["certified"]],
  ["(?:member|fellow) of the (?:bar|board)", ["member", "fellow"]],
  ["an open door", ["open"]],
  ["(?:member|fellow)", ["member", "fellow"]],
  ["abc+d", ["abc"]],
  ["x{2,}yz", ["yz"]],
  ["a?b*", undefined],
  ["(?:doctor|.)", undefined],
  ["(?i:doctor)", undefined],
  [String.raw`\QDr.\E`, undefined],
  ["[doctor", undefined],
  ["kiss", undefined],
  ["", undefined],
])("%s", (pattern, literals) => {
  expect(literalsOfPattern(pattern)).toEqual(literals);
});

const atom = fc.oneof(
  fc.constantFrom("abc", "d", "x7", " ", String.raw`\.`, "[a-d]", String.raw`\d`, ".", "k", "of the"),
  fc.constantFrom("a?", "bc+", "d*", "e{2}", "f{0,2}", "(?:gh)?", "(?:ij|lm)", "(no|p)+", "[^]x]"),
);
const patterns = fc.array(fc.array(atom, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

test("every match has one of the literals in it", () => {
  fc.assert(
    fc.property(patterns, fc.string({ unit: fc.constantFrom(..."abcdefghijlmnopx7. kKſ") }), (parts, text) => {
      const pattern = parts.map((sequence) => sequence.join("")).join("|");
      const literals = literalsOfPattern(pattern);
      if (literals === undefined) return;
      const matcher = RE2JS.compile(`(?i)${pattern}`).matcher(text);
      while (matcher.find()) {
        const match = text.slice(matcher.start(), matcher.end()).toLowerCase();
        expect(literals.some((literal) => match.includes(literal.toLowerCase()))).toBe(true);
        if (match === "") break;
      }
    }),
    { numRuns: 5000 },
  );
});
