import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Hmac } from "./hmac.ts";

function hexOf(words: Int32Array): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

test("is what Node.js makes of every text, of any length and in any script", () => {
  const texts = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(texts, { minLength: 1, maxLength: 5 }), (key, all) => {
      const hmac = new Hmac(key);
      for (const text of all) expect(hexOf(hmac.of(text))).toBe(createHmac("sha256", key).update(text).digest("hex"));
    }),
    { numRuns: 500 },
  );
  for (let length = 0; length < 2000; length += length < 200 ? 1 : 97)
    expect(hexOf(new Hmac(Buffer.from("key")).of("x".repeat(length)))).toBe(
      createHmac("sha256", "key").update("x".repeat(length)).digest("hex"),
    );
});
