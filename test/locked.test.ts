import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deniedOf } from "../src/denied.ts";
import { kernelWords } from "../src/denylist/first-words.ts";
import { formsOf } from "../src/denylist/forms.ts";
import { listLookup } from "../src/denylist/list.ts";
import { type Lock, makeLock, openLock } from "../src/denylist/lock.ts";
import type { DenyList } from "../src/denylist/open.ts";
import { type Term, type TermKind, termKinds } from "../src/denylist/term.ts";
import { resolve } from "../src/findings/resolve.ts";
import { createGate, type Gate } from "../src/gate.ts";
import { hashOf } from "../src/model/word-hash.ts";
import { search } from "../src/search/search.ts";
import { disguises, type Named, nearMisses, people } from "./disguises.ts";

// A lock tells the kernel hashes of the words at which it has to be asked. What it finds is what is found where it is asked of every
// word, as a lock of version 1 still is.

const key = createHash("sha256").update("a key of tests").digest();

const terms: readonly Term[] = [
  ...people.map(({ first, last, isUnspaced }): Term => ({
    kind: "person",
    text: isUnspaced ? `${last} ${first}` : `${first} ${last}`,
    options: [],
  })),
  { kind: "host", text: "db-7.internal", options: [] },
  { kind: "asset", text: "10.20.0.7", options: [] },
  { kind: "exact", text: "X-42", options: [] },
  { kind: "customer", text: "Quux & Florp Ltd.", options: [] },
  { kind: "codename", text: "bluefin", options: ["german"] },
  { kind: "secret", text: "hunter2!hunter2", options: [] },
];

const lock = openLock(makeLock(terms, key, formsOf), "lock", key, formsOf);

function gateOf(locks: readonly Lock[], own: readonly Term[] = []): Gate {
  const list: DenyList = {
    terms: own.filter(({ kind }) => kind !== "secret"),
    values: own.filter(({ kind }) => kind === "secret").map(({ text }) => text),
    locks,
    count: terms.length,
    missing: [],
    notes: [],
    digest: "",
    mark: () => "",
  };
  return createGate({ detectors: [], denied: deniedOf(list) });
}

const asked = gateOf([{ ...lock, words: undefined }]);
const told = gateOf([lock]);
const beside = gateOf([lock], terms.slice(0, 5));
const both = gateOf([{ ...lock, words: undefined }, lock]);

async function foundIn(bytes: Buffer, gate: Gate): Promise<readonly string[]> {
  const document = { kind: "document", name: Buffer.from("a"), nameLeaves: false, bytes } as const;
  const { candidates, failures } = await search(document, gate);
  expect(failures).toEqual([]);
  return resolve(candidates)
    .filter(({ detector }) => detector.id !== "term/relative")
    .map(({ detector, range, surface }) => `${detector.id} ${surface} ${range.start}-${range.end}`);
}

describe("a lock finds at the words that it tells what it finds where it is asked of every word", () => {
  const all = Object.entries({ ...disguises, ...nearMisses });

  test.each(all)("%s", async (_, write) => {
    for (const person of people) {
      const bytes = Buffer.from((write(person) ?? "").replaceAll(/[«»]/g, ""));
      const expected = await foundIn(bytes, asked);
      for (const gate of [told, beside, both]) expect(await foundIn(bytes, gate)).toEqual(expected);
    }
  });

  test("in random bytes, with a name among them in any of the ways in which programs hold texts", async () => {
    const ways: readonly ((named: Named) => Buffer)[] = [
      ({ first, last }) => Buffer.from(`${first} ${last}`),
      ({ first, last }) => Buffer.from(`${first} ${last}`, "latin1"),
      ({ first, last }) => Buffer.from(`\0${first} ${last}\0`, "utf16le"),
      ({ first, last }) => Buffer.from(`\0${first} ${last}\0`, "utf16le").swap16(),
      ({ first, last }) => Buffer.from(JSON.stringify(`${first} ${last}`).replaceAll(/[^\0-\x7f]/g, escaped)),
      ({ first, last }) => Buffer.from(`${first}%20${last}`),
      ({ first, last }) => Buffer.from(`${first}${last}`),
      ({ first, last }) => Buffer.from(`${last}.${first}`.toLowerCase()),
      ({ first, last }) => Buffer.from(Buffer.from(`${first} ${last}, ok?`).toString("base64")),
      () => Buffer.from("db-7.internal"),
      () => Buffer.from('"X-42"'),
      () => Buffer.from("quux+florp"),
      () => Buffer.from("Bluefins"),
      () => Buffer.from(" hunter2!hunter2 "),
    ];
    let seen = 0;
    const noise = fc.uint8Array({ minLength: 0, maxLength: 3000, size: "max" });
    await fc.assert(
      fc.asyncProperty(
        noise,
        noise,
        fc.constantFrom(...people),
        fc.constantFrom(...ways),
        async (a, b, person, way) => {
          const bytes = Buffer.concat([a, way(person), b]);
          const expected = await foundIn(bytes, asked);
          if (expected.length > 0) seen++;
          for (const gate of [told, beside]) expect(await foundIn(bytes, gate)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

test("whatever the terms, a lock tells the hash of every word that the kernel looks for because of a list of them", () => {
  const words = fc.constantFrom(
    "Zebulon",
    "McQuux",
    "florp",
    "Anna",
    "Groß",
    "x",
    "y",
    "Ω",
    "db-7",
    "山田",
    "太郎",
    "O'Hara",
  );
  const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(" "));
  const any = fc.record({
    kind: fc.constantFrom<TermKind>(...termKinds.filter((kind) => kind !== "secret")),
    text: fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 20 })),
    options: fc.subarray<Term["options"][number]>(["alone", "german", "slavic"]),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (some) => {
      const own = some.filter((term) => formsOf(term).length > 0);
      fc.pre(own.length > 0);
      const hashes = openLock(makeLock(own, key, formsOf), "lock", key, formsOf).words ?? new Set<number>();
      const wanted = [...kernelWords(listLookup(own).firstWords)];
      expect(wanted.filter((word) => !hashes.has(hashOf(word)))).toEqual([]);
      // Those that it tells beside them are code points of initials.
      const known = new Set(wanted.map(hashOf));
      expect([...hashes].filter((hash) => hash > 0xffff && !known.has(hash))).toEqual([]);
    }),
  );
});
