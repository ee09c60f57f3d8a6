import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { formsOf } from "./forms.ts";
import { findKin, firstNamesOf, kinWordsOf } from "./kinship.ts";
import { findTerms } from "./matcher.ts";
import type { Term, TermKind } from "./term.ts";

const kinds: readonly TermKind[] = ["person", "customer", "codename", "host", "word", "exact", "secret", "asset"];
const text = fc.string({ unit: "binary", maxLength: 60 });
const term: fc.Arbitrary<Term> = fc.record({
  kind: fc.constantFrom(...kinds),
  text: fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 60 })),
  options: fc.subarray(["alone", "german", "slavic"] as const),
});

test("whatever is denied and whatever the text, nothing is thrown that could tell either", () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 3 }), text, (terms, around) => {
      const bytes = Buffer.from(`${around} ${terms.map((one) => one.text).join(around)}`);
      const locked = terms.filter((one) => formsOf(one).length > 0); // a lock refuses the others
      const search = (): number =>
        findTerms(bytes, lookupOf(terms)).length +
        (locked.length === 0 ? 0 : findTerms(bytes, lockOf(locked)).length) +
        findKin(bytes, firstNamesOf(terms), kinWordsOf([around])).length;
      expect(search).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test("a failing lookup's error passes through as it is", () => {
  const broken = new Error("broken");
  const lookup = {
    longest: 3,
    kindOf: () => {
      throw broken;
    },
  };
  expect(() => findTerms(Buffer.from("Jane Public"), lookup)).toThrow(broken);
});

test("neither the matcher nor what it is made of makes an error or prints", () => {
  const files = new Map<string, string>();
  for (const file of ["matcher.ts", "kinship.ts", "list.ts"]) read(file, files);
  const telling = [...files].filter(([, source]) =>
    /\bthrow (?:new|\w+;)|\bnew \w*Error\b|\bconsole\.\w|\bprocess\.\w/.test(source),
  );
  expect(files.size).toBeGreaterThan(15);
  expect(telling.map(([file]) => file)).toEqual([]);
});

/** A file of this folder and all that it imports from there. */
function read(file: string, files: Map<string, string>): void {
  if (files.has(file)) return;
  const source = readFileSync(join(import.meta.dirname, file), "utf8");
  files.set(file, source);
  for (const [, other = ""] of source.matchAll(/ from "\.\/([^"]+)"/g)) read(other, files);
}
