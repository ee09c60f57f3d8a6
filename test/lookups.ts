import { lookupOf } from "../src/denylist/list.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import type { Term } from "../src/denylist/term.ts";

export { lookupOf };

/** A lookup without the words that a lock does not tell. */
export function lockOf(terms: readonly Term[]): Lookup {
  const list = lookupOf(terms);
  return { longest: list.longest, kindOf: (form) => list.kindOf(form) };
}
