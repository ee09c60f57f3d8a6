import { wordKernel as code } from "../src/engine/word-kernel.generated.ts";
import { wordTable } from "../src/engine/words.ts";
import { type Emitted, testKernel } from "./kernel.ts";

export type Pass = "findWords" | "findMarked";

/** What passes over bytes emit that look for the words of a list. */
export function wordKernel(
  words: Iterable<string>,
  folds: Uint8Array,
): (pass: Pass, bytes: Uint8Array, length?: number) => Emitted[] {
  const kernel = testKernel(code);
  const { placeFolds, placeBeginnings, placeFilter, placeHashes, findWords, findMarked } = kernel.exports;
  const passes = { findWords, findMarked };
  const { beginnings, beginningsShift, filter, shift, hashes } = wordTable(words);
  placeFolds?.(kernel.put(folds));
  placeBeginnings?.(kernel.put(beginnings), beginningsShift);
  placeFilter?.(kernel.put(filter), shift);
  placeHashes?.(kernel.put(new Uint8Array(hashes.buffer)), hashes.length);
  return (pass, bytes, length) => kernel.pass(bytes, (...numbers) => passes[pass]?.(...numbers) ?? Number.NaN, length);
}

/** Where the passes see words of a list, as the engine tells it. */
export function placesIn(words: Iterable<string>, folds: Uint8Array): (bytes: Uint8Array, length?: number) => number[] {
  const kernel = wordKernel(words, folds);
  return (bytes, length) =>
    (["findWords", "findMarked"] as const).flatMap((pass) =>
      kernel(pass, bytes, length).map(([start, place]) => start + place),
    );
}
