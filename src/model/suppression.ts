/** What is done with suppressions that the change itself brings. */
export const newSuppressions = ["allow", "ask", "deny"] as const;

export type NewSuppressions = (typeof newSuppressions)[number];

/** The strictest of several. */
export function strictest(values: readonly NewSuppressions[]): NewSuppressions {
  return newSuppressions.findLast((value) => values.includes(value)) ?? "allow";
}

/** An entry of the config's `allow`. */
export interface Allow {
  readonly rule: string;
  /** A glob over the paths of the repository, as git writes them. */
  readonly path: string;
  readonly reason: string;
  /** The last day on which it holds: `2027-01-31`, UTC. */
  readonly expires?: string | undefined;
}

/** What was accepted in one line of one file, without any text of it. */
export interface BaselineEntry {
  /** As reports show it, from the top of the repository. */
  readonly path: string;
  readonly rule: string;
  /** 64 bits of a hash of the line without what was found in it, in hexadecimal digits. */
  readonly line: string;
  /** 16 bits of a slow hash of what was found; empty for the classes whose texts can be guessed. */
  readonly match: string;
  readonly reason: string;
}

/** What outgate.baseline.json holds. */
export interface Baseline {
  /** 32 hexadecimal digits, drawn when the file was made. */
  readonly salt: string;
  readonly entries: readonly BaselineEntry[];
}

/** Something that may have come with the change that is checked. */
export type Dated<T> = T & { readonly isNew: boolean };
