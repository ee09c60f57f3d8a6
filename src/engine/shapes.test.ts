import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Find, testKernel } from "../../test/kernel.ts";
import { byPlace, plainStretches } from "../../test/plain-shapes.ts";
import type { Shape, Shaped } from "../model/trigger.ts";
import { kernel } from "./kernel.generated.ts";
import { beginnings, type Stretch, joined, leasts, stretchOf } from "./shapes.ts";

const slice = 65_536;

const wanted: readonly Shaped[] = [
  { shape: "card" },
  { shape: "private-address", least: 7 },
  { shape: "colon-groups", least: 5 },
  { shape: "iban", least: 15 },
  { shape: "at" },
  { shape: "token", least: 16 },
  { shape: "phone", least: 7, beside: ["tel", "phone", "hp"] },
];
const searchAll = search(wanted);

function search(shapes: readonly Shaped[], length = slice): (text: string) => Stretch[] {
  const found = testKernel(kernel);
  const { wantShapes, findShapes } = found.exports;
  found.place(beginnings(shapes), "beginningsAt");
  wantShapes?.(...leasts(shapes));
  const find: Find = (...numbers) => findShapes?.(...numbers) ?? Number.NaN;
  return (text) => {
    const emitted = found.pass(Buffer.from(text, "latin1"), find, length);
    return joined(emitted.map(([start, first, end]) => movedBy(start, stretchOf(first, end)))).toSorted(byPlace);
  };
}

function movedBy(by: number, { shape, range, size }: Stretch): Stretch {
  return { shape, range: { start: range.start + by, end: range.end + by }, size };
}

/** Without those at the beginning of a slice that the slice before may make what they are not. */
function sure(found: readonly Stretch[], plain: readonly Stretch[], length: number): Stretch[] {
  const reach: Partial<Record<Shape, number>> = { card: 1, "private-address": 1, phone: 48 };
  return found.filter(
    ({ shape, range: { start } }) =>
      start % length >= (reach[shape] ?? 0) ||
      plain.some((one) => one.shape === shape && one.range.start <= start && start < one.range.end),
  );
}

const pieces = fc.constantFrom(
  ..."1|22|333|4444|2026-11-20|.|..|10.20.0.7|1.2.3|81.2.30.41|81.20.30.41|2026/11/20 10|1999.12.31|telly|tele|Phony|:|::|fe80|a:b:c|12:34:56|aa:bb:cc|@|a@b|a@b.d|.c|é|DE89|GB29NWBK|3704 0044|X|zz|_|-|/|(0)| | – |\n|     |abcdefgh|ABCD|tel|Phone|hp|h p|+|, |0171 23|4539 1488 |0343 6467|3714-496353-|98431|45391488|03436467|5425 2334|\u202f|\xa0".split(
    "|",
  ),
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join("")).toString("latin1"));

test("stretches are found as by patterns over the whole text, wherever blocks of it meet", () => {
  fc.assert(
    fc.property(texts, fc.nat(70), (text, before) => {
      const whole = "\n".repeat(before === 0 ? 0 : slice - before) + text;
      const plain = plainStretches(whole, wanted);
      expect(sure(searchAll(whole), plain, slice)).toEqual(plain);
    }),
    { numRuns: 3000 },
  );
});

test("random bytes are searched as exactly", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..."0123456789.:@-AFaf \n\xe9"), { maxLength: 400 }), (characters) => {
      const text = characters.join("");
      expect(searchAll(text)).toEqual(plainStretches(text, wanted));
    }),
    { numRuns: 3000 },
  );
});

describe.each(wanted.map(({ shape }) => shape))("%s", (shape) => {
  test("is found alone and with every least", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 70 }), (text, least) => {
        const one: Shaped =
          shape === "at" || shape === "card"
            ? { shape }
            : { shape, least, ...(shape === "phone" && { beside: ["tel"] }) };
        expect(search([one])(text)).toEqual(plainStretches(text, [one]));
      }),
      { numRuns: 100 },
    );
  });

  test("does not fall between two slices", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 150 }), (text, length) => {
        const one = wanted.filter((other) => other.shape === shape);
        const plain = plainStretches(text, one);
        expect(sure(search(one, length)(text), plain, length)).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });
});

test("a stretch over many slices is one", () => {
  const text = `\n${"token-".repeat(40_000)}\n${"(1 ".repeat(60_000)}\n`;
  const found = searchAll(text);
  expect(found.map(({ shape, range }) => [shape, range.start, range.end])).toEqual([
    ["token", 1, 240_001],
    ["phone", 240_003, 420_001],
  ]);
});

test("more stretches than there is room for at once are all found", () => {
  expect(searchAll("a@b.c ".repeat(16_000))).toHaveLength(16_000);
});

test("what is wanted by nobody is not looked for", () => {
  expect(search([{ shape: "at" }])("10.20.0.7 deploy@host.de aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).toEqual([
    { shape: "at", range: { start: 16, end: 17 }, size: 1 },
  ]);
});
