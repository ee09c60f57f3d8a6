import { firstWordsOf, formsOf, wordsIn } from "../src/denylist/forms.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import type { Term, TermKind } from "../src/denylist/term.ts";

/** A lookup in a plain list. */
export function lookupOf(terms: readonly Term[]): Lookup {
  const kinds = new Map<string, TermKind>();
  const firstWords = new Set<string>();
  let longest = 0;
  for (const term of terms) {
    for (const form of formsOf(term)) {
      const kind = kinds.get(form);
      if (kind === undefined || kind === "exact" || kind === "host") kinds.set(form, term.kind);
      for (const word of form.startsWith("^") ? [form.slice(1)] : firstWordsOf(form)) firstWords.add(word);
      longest = Math.max(longest, wordsIn(form));
    }
  }
  return { longest, kindOf: (form) => kinds.get(form), firstWords };
}

/** The same without the words that a lock does not tell. */
export function lockOf(terms: readonly Term[]): Lookup {
  const list = lookupOf(terms);
  return { longest: list.longest, kindOf: (form) => list.kindOf(form) };
}
