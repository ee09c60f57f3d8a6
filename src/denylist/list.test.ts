import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formsOf } from "./forms.ts";
import { listLookup } from "./list.ts";
import type { Term, TermKind } from "./term.ts";

const term = (text: string, kind: TermKind = "person"): Term => ({ kind, text, options: [] });

test("each form of each term is found, however many there are, and nothing else", () => {
  const terms = Array.from({ length: 3000 }, (_, number) => term(`Jane Q${number.toString(36)} McPublic${number}`));
  const { kindOf } = listLookup(terms);
  const forms = new Set(terms.flatMap(formsOf));
  expect(forms.size).toBeGreaterThan(50_000);
  expect([...forms].filter((form) => kindOf(form) !== "person")).toEqual([]);
  expect([...forms].map((form) => `${form}x`).filter((form) => !forms.has(form) && kindOf(form))).toEqual([]);
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
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom<TermKind>("person", "word"),
      (text, kind) => {
        const { kindOf, firstWords = [] } = listLookup([term(text, kind)]);
        const listed = new Set(firstWords);
        for (const form of formsOf(term(text, kind)))
          if (form.startsWith("^")) expect([kindOf(form), listed.has(form.slice(1))]).toEqual([kind, true]);
      },
    ),
  );
});
