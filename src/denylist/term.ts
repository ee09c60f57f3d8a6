/**
 * What the owner has denied. The kind is the rule's name, `term/person`; an `exact` one counts as a `word`, a `secret` is a value of
 * class `secret`, and an `asset` is of class `infrastructure`: a host, address, account, bucket or project of the owner's. Where terms share a form, the first of their kinds in this order is the answer for it: words in any spelling go before
 * those that count only as they are written. A lock holds a kind by its place in it.
 */
export const termKinds = ["person", "customer", "codename", "word", "host", "exact", "secret", "asset"] as const;

export type TermKind = (typeof termKinds)[number];

export function byKind(a: Pick<Term, "kind">, b: Pick<Term, "kind">): number {
  return termKinds.indexOf(a.kind) - termKinds.indexOf(b.kind);
}

/** One denied term, as its owner wrote it. It never leaves the process. */
export interface Term {
  readonly kind: TermKind;
  readonly text: string;
  readonly options: readonly TermOption[];
}

/**
 * - `alone`: a person's first or last name is a match without the other.
 * - `german`, `slavic`: endings and compounds of these languages count.
 */
export type TermOption = "alone" | "german" | "slavic";
