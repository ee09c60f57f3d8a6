import { createHmac, createSecretKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFolds } from "../src/denylist/kernel-folds.ts";
import { kernelWords } from "../src/denylist/first-words.ts";
import { findTerms } from "../src/denylist/matcher.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import { lookupOf } from "../test/lookups.ts";
import { placesIn } from "../test/word-kernel.ts";
import { cleanCorpusBench, frequentTerms } from "./clean-corpus.ts";
import { makeInputs, megabyte } from "./inputs.ts";
import { namesOf } from "./names.ts";

/** The matcher over text in memory, with the kernel's pass over words before it, and without it over what a lock denies. */
export function denylistBench(rounds: number): void {
  const { source, html } = makeInputs(false, (text) => console.error(text));
  const ascii = asciiOf(readFileSync(join(source.folder, "source.txt")).subarray(0, 20 * megabyte));
  const foreign = withMarks(ascii.subarray(0, 10 * megabyte));
  const page = readFileSync(join(html.folder, "0.html"));
  for (const count of [10, 1000, 100_000]) {
    const terms = namesOf(count);
    const started = performance.now();
    const lookup = lookupOf(terms);
    const built = performance.now() - started;
    const tableStarted = performance.now();
    const places = kernelOf(lookup);
    console.log(
      `${count} terms: forms ${built.toFixed(0)} ms, tables ${(performance.now() - tableStarted).toFixed(0)} ms, longest ${lookup.longest}`,
    );
    const search = (bytes: Buffer): number => findTerms(bytes, lookup, places(bytes)).length;
    tell(
      `  ASCII (${search(ascii)} found)`,
      median(rounds, () => search(ascii)),
      ascii.length,
    );
    tell(
      `  half of the words with other letters (${search(foreign)} found)`,
      median(rounds, () => search(foreign)),
      foreign.length,
    );
    tell(
      "  a page of HTML",
      median(rounds, () => search(page)),
      page.length,
    );
    tell(
      "  4 kB",
      median(rounds, () => search(ascii.subarray(0, 4096))),
      4096,
    );
    tell(
      "  ASCII, the kernel alone",
      median(rounds, () => places(ascii).length),
      ascii.length,
    );
    tell(
      "  1 MB of ASCII without the kernel",
      median(rounds, () => findTerms(ascii.subarray(0, megabyte), lookup).length),
      megabyte,
    );
  }
  const frequent = lookupOf(frequentTerms());
  const places = kernelOf(frequent);
  tell(
    "1,000 frequent names and 200 words, ASCII",
    median(rounds, () => findTerms(ascii, frequent, places(ascii)).length),
    ascii.length,
  );
  cleanCorpusBench(kernelOf);
  const list = lookupOf(namesOf(1000));
  for (const bytes of [page, ascii.subarray(0, megabyte), ascii.subarray(0, 4096)])
    tell(
      `lock, ${bytes.length} bytes, the first time`,
      median(rounds, () => findTerms(bytes, lockStandIn(list)).length),
      bytes.length,
    );
}

function tell(name: string, milliseconds: number, bytes: number): void {
  console.log(`${name}: ${milliseconds.toFixed(1)} ms, ${(bytes / milliseconds / 1000).toFixed(1)} MB/s`);
}

/** One HMAC of Node.js for each form, as a lock has it. */
function lockStandIn(list: Lookup): Lookup {
  const key = createSecretKey(Buffer.from("key"));
  return {
    longest: list.longest,
    kindOf: (form) => (createHmac("sha256", key).update(form).digest()[0] === 256 ? undefined : list.kindOf(form)),
  };
}

function median(rounds: number, run: () => number): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
}

function kernelOf({ firstWords = [] }: Lookup): (bytes: Buffer) => number[] {
  return placesIn(kernelWords(firstWords), readFolds());
}

function asciiOf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.filter((byte) => byte < 0x80));
}

/** An umlaut in every second word. */
function withMarks(bytes: Buffer): Buffer {
  let count = 0;
  return Buffer.from(
    bytes
      .toString("latin1")
      .replaceAll(/[a-z]{3,}/gi, (word) => (count++ % 2 === 0 ? `${word.slice(0, 2)}ü${word.slice(3)}` : word)),
  );
}
