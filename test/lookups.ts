import { formsOf, wordsIn } from "../src/denylist/forms.ts";
import { listLookup } from "../src/denylist/list.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import type { Term, TermKind } from "../src/denylist/term.ts";

/** A lookup in a plain list. */
export function lookupOf(terms: readonly Term[]): Lookup {
  return listLookup(terms);
}

/** As a lock answers: all forms by their text, and nothing that could be listed. */
export function lockOf(terms: readonly Term[]): Lookup {
  const kinds = new Map<string, TermKind>();
  for (const term of terms) {
    for (const form of formsOf(term)) {
      const kind = kinds.get(form);
      if (kind === undefined || kind === "exact" || kind === "host") kinds.set(form, term.kind);
    }
  }
  return { longest: Math.max(0, ...[...kinds.keys()].map(wordsIn)), kindOf: (form) => kinds.get(form) };
}
