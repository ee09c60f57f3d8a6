import { firstWordsOf, formsOf, wordsIn } from "./forms.ts";
import type { Lookup } from "./lookup.ts";
import type { Term, TermKind } from "./term.ts";

/** A lookup in a plain list. Where terms share a form, one that counts only as it is written gives way to another one. */
export function lookupOf(terms: readonly Term[]): Lookup & { readonly firstWords: ReadonlySet<string> } {
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
