import * as fc from "fast-check";
import { expect, test } from "vitest";
import { disguises, people } from "../test/disguises.ts";
import { findTerms } from "./denylist/matcher.ts";
import type { Term, TermKind } from "./denylist/term.ts";
import type { Kept } from "./model/kept.ts";
import { termTables } from "./term-tables.ts";

const kinds: readonly TermKind[] = ["person", "customer", "codename", "host", "word", "exact", "asset"];

const own: readonly Term[] = [
  ...people.map(({ first, last }): Term => ({ kind: "person", text: `${first} ${last}`, options: ["german"] })),
  { kind: "host", text: "db-7.internal", options: [] },
  { kind: "asset", text: "10.20.0.7", options: [] },
];

/** What is kept, in memory. */
function keptHere(): Kept & { readonly all: Buffer[] } {
  const all: Buffer[] = [];
  return { all, read: () => all.at(-1), keep: (bytes) => void all.push(Buffer.from(bytes)) };
}

test("what was kept finds what the terms find, and is made once", () => {
  const kept = keptHere();
  const made = termTables(own, kept);
  const read = termTables([], kept); // whatever the terms, it is what was kept
  expect(kept.all).toHaveLength(1);
  expect([...read.names]).toEqual([...made.names]);
  const { filter, beginnings, ...words } = made.words;
  expect(read.words).toEqual({ ...words, filter: Buffer.from(filter), beginnings: Buffer.from(beginnings) });
  for (const write of Object.values(disguises))
    for (const person of people) {
      const bytes = Buffer.from((write(person) ?? "").replaceAll(/[«»]/g, ""));
      expect(findTerms(bytes, read.lookup)).toEqual(findTerms(bytes, made.lookup));
    }
});

test("so does that of any list, from a buffer that begins anywhere", () => {
  const term = fc.record({ kind: fc.constantFrom(...kinds), text: fc.string({ unit: "grapheme", maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 9 }), fc.nat(7), (texts, before) => {
      const terms = texts.map((one): Term => ({ ...one, options: [] }));
      const kept = keptHere();
      const made = termTables(terms, kept);
      const moved = Buffer.concat([Buffer.alloc(before), kept.read() ?? Buffer.alloc(0)]).subarray(before);
      const read = termTables([], { ...kept, read: () => moved });
      const bytes = Buffer.from(texts.map(({ text }) => text).join(", "));
      expect(findTerms(bytes, read.lookup)).toEqual(findTerms(bytes, made.lookup));
      expect([...read.names]).toEqual([...made.names]);
    }),
  );
});

test("where nothing is kept they are made", () => {
  const { lookup } = termTables(own, { read: () => undefined, keep: () => {} });
  expect(findTerms(Buffer.from("at db-7.internal"), lookup)).toHaveLength(1);
});
