import { expect, test } from "vitest";
import { letters, unspacedLetters } from "./letters.ts";

const plane = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => !/[\p{Cn}\p{Cs}\p{Co}]/u.test(character),
);

test("letters and marks are those of Unicode", () => {
  const ofLetters = new RegExp(`[${letters}]`);
  expect(plane.filter((character) => ofLetters.test(character) !== /[\p{L}\p{M}]/u.test(character))).toEqual([]);
});

test("letters without spaces between words are those of their scripts, with what they share", () => {
  const unspaced = plane.filter((character) => new RegExp(`(?=[${letters}])[${unspacedLetters}]`).test(character));
  const scripts = "Han|Hiragana|Katakana|Bopomofo|Hangul|Thai|Lao|Khmer|Myanmar".split("|");
  const own = new RegExp(scripts.map((script) => String.raw`(?=[\p{L}\p{M}])\p{Script=${script}}`).join("|"), "u");
  const shared = new RegExp(scripts.map((script) => String.raw`\p{scx=${script}}`).join("|"), "u");
  expect(plane.filter((character) => own.test(character) && !unspaced.includes(character))).toEqual([]);
  expect(unspaced.filter((character) => !shared.test(character))).toEqual([]);
});
