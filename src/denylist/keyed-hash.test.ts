import * as fc from "fast-check";
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { KeyedHash } from "./keyed-hash.ts";

test("it is what Node's own HMAC-SHA-256 is, of texts of every length and of any characters", () => {
  const key = Buffer.from("a key of some bytes, 32 at most.");
  const keyed = new KeyedHash(key);
  const expected = (text: string): string => createHmac("sha256", key).update(text).digest("hex");
  for (let length = 0; length < 600; length++) {
    const text = "ab\u00e9".repeat(length).slice(0, length);
    expect(keyed.digest(text, 32).toString("hex")).toBe(expected(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(keyed.digest(text, 32).toString("hex")).toBe(expected(text));
    }),
  );
});

test("what it gives stays when it is asked again, and is as short as was asked for", () => {
  const keyed = new KeyedHash(Buffer.alloc(32, 7));
  const first = keyed.digest("one", 11);
  const written = first.toString("hex");
  keyed.digest("another", 11);
  expect(first.toString("hex")).toBe(written);
  expect(first).toHaveLength(11);
  expect(first.equals(createHmac("sha256", Buffer.alloc(32, 7)).update("one").digest().subarray(0, 11))).toBe(true);
});
