import * as fc from "fast-check";
import { expect, test } from "vitest";
import { logTexts } from "./log-texts.ts";

function textsIn(text: string): string[] {
  return [...logTexts(Buffer.from(text))].map(({ bytes }) => bytes.toString("latin1"));
}

test("a text that is written as a list of bytes is read, however the list is laid out", () => {
  const list = [...Buffer.from("a password")];
  for (const written of [
    JSON.stringify({ MESSAGE: list }),
    JSON.stringify({ data: list }, undefined, 2),
    JSON.stringify({ log: JSON.stringify({ data: list }, undefined, 1) }),
    `<${JSON.stringify(list).replaceAll(",", ", ")}>`,
    JSON.stringify([[[list]]]),
    `{Body:[${list.join(" ")}]}`,
  ])
    expect(textsIn(written)).toEqual(["a password\n"]);
});

test("what is no list of bytes is not", () => {
  for (const text of [
    "[1,2,3]",
    "[1,2,3,4,5,6,7,256,1]",
    "[1.5,2,3,4,5,6,7,8,9]",
    "[1 2 3]",
    "[1 2 3 4 5 6 7 and 8 9]",
    "[",
    "[[[[",
    "[2026-07-01T10:20:30,123] a",
    "",
  ])
    expect(textsIn(text)).toEqual([]);
});

test("what has colours is read in whole lines, and all of them, however many pieces there are", () => {
  const plain = Array.from({ length: 60_000 }, (_, number) => `${number} a line with colours in it`);
  const read = textsIn(plain.join("\n").replaceAll("colours", "\x1B[1mcolours\x1B[0m"));
  expect(read.length).toBeGreaterThan(2);
  expect(new Set(read.flatMap((text) => text.split("\n")))).toEqual(new Set(plain));
});

test("the way back leads to the numbers, over pieces as well", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 60 }),
      fc.constantFrom(0, 5, 1_048_500, 1_048_576, 2_000_000),
      (bytes, before) => {
        const list = [...bytes];
        const text = Buffer.from(`${"x".repeat(before)}{"a":[${list.join(",")}]}`);
        const seen = [...logTexts(text)].flatMap(({ bytes: own, toDocument }) =>
          [...own.subarray(0, -1)].map((value, at) => {
            const { start, end } = toDocument({ start: at, end: at + 1 });
            expect(text.toString("latin1", start, end)).toBe(String(value));
            return value;
          }),
        );
        expect(seen.slice(0, list.length)).toEqual(list);
      },
    ),
    { numRuns: 40 },
  );
});

/** A key of one line, as it stands in a log. */
const key = ["-----BEGIN PRIVATE KEY-----", "B".repeat(64), "-----END PRIVATE KEY-----"];

test("a key that was logged line by line goes on in no line in which another one begins", () => {
  const [mark = "", ...rest] = key;
  const log = [mark, ...key, `${mark} ${mark}`, ...rest].map((line) => `12:00 ${line}\n`).join("");
  expect(textsIn(log)).toEqual([key.join("\n"), key.join("\n")]);
});
