import * as fc from "fast-check";
import { expect, test } from "vitest";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { formsOf } from "./forms.ts";
import { listLookup } from "./list.ts";
import { type Term, type TermKind, termKinds } from "./term.ts";

const term = (text: string, kind: TermKind = "person"): Term => ({ kind, text, options: [] });

test("each form of each term is found, however many there are, and nothing else", () => {
  const terms = Array.from({ length: 3000 }, (_, number) => term(`Jane Q${number.toString(36)} McPublic${number}`));
  const list = listLookup(terms);
  const forms = new Set(terms.flatMap(formsOf));
  expect(forms.size).toBeGreaterThan(50_000);
  expect([...forms].filter((form) => list.kindOf(form) !== "person")).toEqual([]);
  expect([...forms].map((form) => `${form}x`).filter((form) => !forms.has(form) && list.kindOf(form))).toEqual([]);
});

test("whatever the term, its first words are listed and asked for", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  const property = fc.property(text, fc.constantFrom<TermKind>("person", "word"), (written, kind) => {
    const list = listLookup([term(written, kind)]);
    const listed = new Set(list.firstWords);
    const beginnings = formsOf(term(written, kind)).filter((form) => form.startsWith("^"));
    return beginnings.every((form) => list.kindOf(form) === kind && listed.has(form.slice(1)));
  });
  expect(fc.check(property).counterexample).toBeNull();
});

const kinds = termKinds.filter((kind) => kind !== "secret");

test("where terms share a form, the first of their kinds answers, whatever the order of the list", () => {
  const terms = kinds.map((kind): Term => ({ kind, text: "zebulon quux", options: [] }));
  fc.assert(
    fc.property(fc.shuffledSubarray(terms, { minLength: 1 }), (some) => {
      const first = kinds.find((kind) => some.some((one) => one.kind === kind));
      for (const lookup of [lookupOf(some), lockOf(some)]) expect(lookup.kindOf("zebulon quux")).toBe(first);
    }),
  );
});

test("a lock tells of every form what the list tells of which it was made", () => {
  const words = fc.constantFrom("zebulon", "quux", "florp", "anna", "groß", "x", "db-7", "山田");
  const any = fc.record({
    kind: fc.constantFrom(...kinds),
    text: fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
    options: fc.constant([]),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (terms) => {
      const [list, lock] = [lookupOf(terms), lockOf(terms)];
      for (const form of terms.flatMap((one) => formsOf(one))) expect(lock.kindOf(form)).toBe(list.kindOf(form));
      expect(lock.longest).toBe(list.longest);
    }),
    { numRuns: 50 },
  );
});
