/**
 * What the owner has denied. The kind is the rule's name, `term/person`; an `exact` one counts as a `word`, and a `secret` is a value of
 * class `secret`.
 */
export type TermKind = "person" | "customer" | "codename" | "host" | "word" | "exact" | "secret";

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
