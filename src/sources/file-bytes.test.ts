import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { createFolder } from "../../test/repository.ts";
import { FileBytes } from "./file-bytes.ts";

/** A little over three of the parts that are read at once. */
const text = Buffer.from(Array.from({ length: 20_000 }, (_, line) => `line ${line}\n`).join("")).subarray(0, 200_001);
const place = fc.nat(text.length + 10);
const length = fc.oneof(fc.nat(20), fc.nat(150_000));

test("they are read as those of a buffer are, in whatever order they are asked for", () => {
  const bytes = opened(text);
  const asked = fc.oneof(
    fc.record({ method: fc.constant("subarray" as const), start: place, length }),
    fc.record({ method: fc.constantFrom("indexOf" as const, "lastIndexOf" as const), start: place }),
    fc.record({ method: fc.constant("indexOfText" as const), start: place, line: fc.nat(20_000) }),
    fc.record({ method: fc.constant("copy" as const), start: fc.nat(text.length), length }),
  );
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 10 }), (questions) => {
      for (const one of questions) {
        const answers = [bytes, text].map((of) => {
          switch (one.method) {
            case "subarray":
              return of.subarray(one.start, one.start + one.length).toString("latin1");
            case "indexOfText":
              return of.indexOf(`line ${one.line}\n`, one.start);
            case "copy": {
              const target = Buffer.alloc(one.length);
              return [of.copy(target, 0, one.start, one.start + one.length), target.toString("latin1")];
            }
            default:
              return of[one.method](0x0a, one.start);
          }
        });
        expect(answers[0]).toEqual(answers[1]);
      }
    }),
    { numRuns: 300 },
  );
});

test("what ends before it begins is nothing", () => {
  const bytes = opened(text);
  for (const start of [100, 50]) expect(bytes.toString("latin1", start, 20)).toBe("");
});

test("what was asked for of one file stays, also when another is read", () => {
  const [first, second] = [opened(text), opened(Buffer.from(text.toString("latin1").toUpperCase(), "latin1"))];
  const kept = first.subarray(5, 4000);
  for (const [start, end] of [
    [0, 3000],
    [70_000, 150_000],
    [10, 20],
  ] as const) {
    expect(second.toString("latin1", start, end)).toBe(text.toString("latin1", start, end).toUpperCase());
    expect(first.toString("latin1", start, end)).toBe(text.toString("latin1", start, end));
  }
  expect(kept.equals(text.subarray(5, 4000))).toBe(true);
});

test("they know their length when they were read to their end, and before", () => {
  expect(opened(text).length).toBe(text.length);
  const bytes = opened(text);
  expect(bytes.copy(Buffer.alloc(text.length + 5), 0, 0, text.length + 5)).toBe(text.length);
  expect(bytes.length).toBe(text.length);
  expect(opened(Buffer.alloc(0)).indexOf(0x0a, 0)).toBe(-1);
});

function opened(contents: Buffer): FileBytes {
  const path = join(createFolder().path, "file");
  writeFileSync(path, contents);
  const file = openSync(path, "r");
  onTestFinished(() => closeSync(file));
  return new FileBytes(file);
}
