import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openSplitter, shardOf } from "./shard.ts";

test("a key falls to the same shard on every machine and in every version: this is a part of the reports' format", () => {
  const keys = ["", "a.txt", "src/index.ts", "ä\xff", "0123456789abcdef0123456789abcdef01234567"];
  expect(keys.map((key) => shardOf(Buffer.from(key, "latin1"), 1000))).toEqual([924, 659, 582, 271, 250]);
});

test("every key falls to exactly one shard, and has the same place for all", () => {
  const keys = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 50 });
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 20 }), (names, count) => {
      const splitters = Array.from({ length: count }, (_, at) => openSplitter({ index: at + 1, count }));
      const shares = names.map((name) => splitters.flatMap(({ split }) => split(Buffer.from(name)) ?? []));
      expect(shares).toEqual(names.map((_, at) => [{ order: at + 1 }]));
      const [first, ...others] = splitters.map(({ listed }) => listed());
      expect(first?.documents).toBe(names.length);
      for (const other of others) expect(other).toEqual(first);
    }),
  );
});

test("names that differ little are spread evenly", () => {
  const sizes = new Map<number, number>();
  for (let number = 0; number < 30_000; number++) {
    const shard = shardOf(Buffer.from(`src/file${number}.ts`), 7);
    sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
  }
  expect([...sizes.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const size of sizes.values()) expect(Math.abs(size - 30_000 / 7)).toBeLessThan(300);
});

test("what is shared out is told apart by names and by their order", () => {
  expect(checkOf("a", "b")).toBe(checkOf("a", "b"));
  expect(checkOf("a", "b")).not.toBe(checkOf("a", "c"));
  expect(checkOf("a", "b")).not.toBe(checkOf("b", "a"));
});

function checkOf(...names: readonly string[]): string {
  const { split, listed } = openSplitter({ index: 1, count: 2 });
  for (const name of names) split(Buffer.from(name));
  return listed().check;
}
