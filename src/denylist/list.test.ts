import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf } from "./forms.ts";
import { listLookup } from "./list.ts";
import type { Term, TermKind } from "./term.ts";

const term = (text: string, kind: TermKind = "person"): Term => ({ kind, text, options: [] });

test("each form of each term is found, however many there are, and nothing else", () => {
  const terms = Array.from({ length: 3000 }, (_, number) => term(`Jane Q${number.toString(36)} McPublic${number}`));
  const list = listLookup(terms);
  const forms = new Set(terms.flatMap(formsOf));
  expect(forms.size).toBeGreaterThan(50_000);
  expect([...forms].filter((form) => list.kindOf(form) !== "person")).toEqual([]);
  expect([...forms].map((form) => `${form}x`).filter((form) => !forms.has(form) && list.kindOf(form))).toEqual([]);
});

test("of terms with the same form the first one counts, but none that has to be written as it is before one that has not", () => {
  expect(listLookup([term("X-42", "exact"), term("x 42", "word"), term("X 42", "codename")]).kindOf("x 42")).toBe(
    "word",
  );
  expect(listLookup([term("x 42", "codename"), term("db-7", "host"), term("X 42", "word")]).kindOf("x 42")).toBe(
    "codename",
  );
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
