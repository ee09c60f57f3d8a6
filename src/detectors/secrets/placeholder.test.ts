import { describe, expect, test } from "vitest";
import { isPlaceholder } from "./placeholder.ts";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

describe("of a million random values, not one is taken for a placeholder because a word stands in it by chance", () => {
  test.each([
    ["letters and digits", base62],
    ["base64url", `${base62}-_`],
    ["small letters and digits", "0123456789abcdefghijklmnopqrstuvwxyz"],
    ["hexadecimal digits", "0123456789abcdef"],
  ])("%s", { timeout: 60_000 }, (_, alphabet) => {
    const random = generator(20_261);
    let text = "";
    while (text.length < 1_000_040) text += alphabet.charAt(Math.floor(random() * alphabet.length));
    const taken: string[] = [];
    for (let at = 0; at < 1_000_000; at++) {
      const value = text.slice(at, at + 40);
      if (isPlaceholder(value)) taken.push(value);
    }
    expect(taken).toEqual([]);
  });
});

describe("a person's placeholder stays one", () => {
  test.each([
    "your-api-key-goes-here-and-nowhere-else",
    "YOUR_API_KEY_GOES_HERE_1234567890",
    "EXAMPLEq8Zr2VtLp0Xw7Ns4Kd9Fh3Jm6Bc1Ty5G",
    "q8Zr2VtLp0Xw7Ns4Kd9Fh3Jm6Bc1Ty5Gxxxxxxx",
    "abcdef1234567890abcdef1234567890abcdef12",
    "fake_token_that_is_only_here_to_be_read",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "thisisafaketokenforthetestsandnothingelse",
    "sample-sample-sample-sample",
    "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "c0ffee11c0ffee11c0ffee11",
  ])("%s", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each([
    "Winter24!Winter24!Winter24!",
    "q8Zr2VtLp0Xw7Ns4fakeKd9Fh3Jm6Bc1Ty5GuE2",
    "q8Zr2VtLp0Xw7Ns4Kd9Fh3xxxxJm6Bc1Ty5GuE2",
  ])("%s is none", (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});

/** mulberry32: repeatable. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
