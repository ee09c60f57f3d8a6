import type { TermKind } from "./term.ts";

/**
 * What the matcher asks, of a plain or sealed list and of a lock alike: whether a form is denied. A form is what forms.ts makes of a
 * term and the matcher of a text: words in their normal form, joined by single spaces.
 */
export interface Lookup {
  /** The most words that a form has. */
  readonly longest: number;
  /** The kind of the term whose form this is, or, for `^jane`, of one that has forms which begin with this word; undefined otherwise. */
  kindOf(form: string): TermKind | undefined;
  /**
   * The first words of all forms (`firstWordsOf`), some of them several times: what `kernelWords` makes the kernel's table of. Undefined
   * where nobody can list them, as of a lock; that is asked about each word once.
   */
  readonly firstWords?: Iterable<string>;
}
