/** Where a name stands to which a value may be tied. */
export interface Place {
  readonly name: string;
  /** Where it ends. */
  readonly end: number;
  /** The text of the line up to the name. */
  readonly before: string;
}

/** A way in which files tie a value to a name. */
export interface Binding {
  /** The characters of Latin-1 of which one stands behind the name; any where it is missing. */
  readonly first?: string;
  /** Begins where the name ends; sticky, with the group `secret` and the flag `d`. */
  readonly pattern: RegExp;
  /** Whether a value can be tied so to a name that stands behind such a text of its line. */
  readonly stands?: (before: string) => boolean;
  /** Whether what it finds can be the value at all: in a program, what has no quotes is an expression. */
  readonly fits?: (secret: string, before: string, bound: RegExpExecArray, name: string) => boolean;
  /** Of a list: what finds the next value from where the one before ends. Where it has the group `lead`, that is the same for all of them. */
  readonly next?: (first: RegExpExecArray) => RegExp | undefined;
  /** Whether it is sure to be a value even where it does not look random: a password that a person chose. */
  readonly isValue?: (bound: RegExpExecArray, before: string, name: string) => boolean;
  /** Whether it is sure to be a value even where it is a plain word. */
  readonly isSetting?: (bound: RegExpExecArray, name: string) => boolean;
}
