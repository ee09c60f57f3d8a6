import type { Match } from "./match.ts";
import type { Rest } from "./rest.ts";
import type { ValueKind } from "./value.ts";
import type { Window } from "./window.ts";

/**
 * What makes the engine look closer.
 * - `literals`: every match contains one of them. Several groups of them differ in what stands behind.
 * - `shape`: every match has a stretch of bytes of that shape in it.
 * - `words`: the window is the whole segment, where one may stand in it, and tells where.
 * - `every segment`: the window is the whole segment.
 */
export type Trigger = Group | readonly Group[] | Words | "every segment";

export type Group = Literals | Shaped;

export interface Literals {
  /** ASCII, two bytes or longer. */
  readonly literals: readonly string[];
  readonly anyCase?: true;
  /** Where one is frequent: what stands behind it in every match. It keeps windows from opening that could hold nothing. */
  readonly behind?: Behind;
}

/**
 * What detectors look for that has no literal; all of it in ASCII.
 * - `card`: digits as the numbers of cards are written, in one piece or in the groups of a network, behind no letter, digit or sign that
 *   makes them a part of something else.
 * - `private-address`: digits and dots, so many bytes together, among them four numbers of which the inner ones have three digits at
 *   most, and in front of all 10, 100, 169, 172 or 192: IPv4 of nets of one's own.
 * - `colon-groups`: hexadecimal digits and colons, so many bytes together, with a figure, and two colons side by side or four with
 *   up to four bytes between: IPv6 and MAC addresses, but no time of day.
 * - `iban`: two capitals and two figures, and so many letters and digits with theirs, separated as in `digits`.
 * - `at`: an `@` between letters, digits, `_`, `-` or bytes that are no ASCII, and where such and dots go on behind it, in 255 bytes a
 *   dot in front of a letter or of what is no ASCII: e-mail.
 * - `phone`: at least so many digits, with up to five bytes between two of them that are spaces, `-`, `.`, `/`, `(`, `)` or no ASCII, not all of
 *   them in the midst of a word, with a `+` or a bracket in front. If they are neither an IPv4 address nor begin with a date behind whose eight digits
 *   stand fewer than seven more, also with a bracket or a zero in it with which a number can begin; or near it a byte that is no ASCII, or a word
 *   that begins as one of those in `beside`.
 * - `token`: so many letters, digits, `_` and `-` in a row.
 */
export type Shape = "card" | "private-address" | "colon-groups" | "iban" | "at" | "token" | "phone";

export interface Shaped {
  readonly shape: Shape;
  /** In digits, letters and digits, or bytes. So many must fit into what slices have in common: 64 digits do. */
  readonly least?: number;
  /** Of a `phone`: how words begin, in ASCII; two letters are a whole word, of more than four the first four count, and `workPhone` is two words. */
  readonly beside?: readonly string[];
}

/** Words in their normal form, as the engine's kernel looks for them: see engine/words.ts. */
export interface Words {
  readonly words: WordTable;
}

export interface WordTable {
  /** Bits for how they begin: 2 ** (32 - beginningsShift) of their first four bytes, and 1024 of the first two of shorter ones. */
  readonly beginnings: Uint8Array;
  readonly beginningsShift: number;
  /** A Bloom filter of their hashes: 2 ** (32 - shift) numbers of eight bytes. */
  readonly filter: Uint8Array;
  readonly shift: number;
  /** The hashes themselves, of which the filter lets some others through: each at the first free place from its lowest bits on. */
  readonly hashes: Uint32Array;
  /** What characters are folded to. */
  readonly folds: Uint8Array;
}

/**
 * - `run`: a run of bytes of one kind.
 * - `value`: what could be a secret, no farther away than 320 bytes; value.ts says what that is. A detector that asks for it looks itself
 *   with `showsValue` whether what it found shows it so close behind the literal.
 * - `pair`: two characters of ASCII, in any case, somewhere in so many bytes behind the literal; 512 at most.
 * - `none`: no byte of one kind right behind: with `token` the literal ends a word.
 * - `begins`: a word: a letter, a digit, `_`, `-` or a byte that is no ASCII, with one space at most in front of it.
 */
export type Behind =
  | Run
  | RunAround
  | { readonly value: ValueKind }
  | Pair
  | { readonly none: RunKind }
  | { readonly begins: "word" };

export interface Pair {
  readonly pair: string;
  readonly within: number;
}

export interface Run {
  readonly run: RunKind;
  /** How many bytes it has at least; 255 at most. */
  readonly least?: number;
  /** A character that is among them. */
  readonly holds?: string;
  /**
   * The run is somewhere in so many bytes behind the literal, as a whole or with as much of it as is asked for; 255 at most. Without it
   * the run begins right behind, and is looked at no farther than 512 bytes.
   */
  readonly within?: number;
}

/**
 * A run that stands in front of the literal or behind it, or that the literal is a part of. Windows of neighbours are joined, so it is looked for as
 * far away as a window reaches and a match is long.
 */
export interface RunAround extends Omit<Run, "within"> {
  /** In so many bytes to both sides, as a whole or with as much of it as is asked for; 255 at most. */
  readonly around: number;
}

/**
 * `number`: digits and `-`. `hexadecimal`: digits of both cases. `token`: letters, digits, `_` and `-`. `value`: these and the marks that values have. `unspaced`: everything but
 * white space and quotation marks.
 */
export type RunKind = "number" | "hexadecimal" | "token" | "value" | "unspaced";

/** The groups of literals of a trigger, none where it has no literals. */
export function literalsOf(trigger: Trigger): readonly Literals[] {
  return groupsOf(trigger).filter((group) => "literals" in group);
}

/** The shapes of a trigger, none where it has no shapes. */
export function shapesOf(trigger: Trigger): readonly Shaped[] {
  return groupsOf(trigger).filter((group) => "shape" in group);
}

function groupsOf(trigger: Trigger): readonly Group[] {
  if (trigger === "every segment" || "words" in trigger) return [];
  return "literals" in trigger || "shape" in trigger ? [trigger] : trigger;
}

/** How far a window reaches to both sides of its trigger, in bytes. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

/** What the engine runs: it calls `detect` with a window around each trigger. */
export interface Triggered {
  readonly trigger: Trigger;
  /** 256 bytes to both sides unless told. A match that touches the window's edge makes the engine widen the window. */
  readonly reach?: Reach;
  /** Looks at names of files and not at what is in them. */
  readonly namesOnly?: true;
  /**
   * Knows what it finds by the ends of lines and the quotation marks around it, which are written otherwise in a string, a comment, a change: what stands
   * around its literals is read without these as well.
   */
  readonly isFramed?: true;
  /** What it returns behind its matches is what it has not read to its end. */
  readonly detect: (window: Window) => Found | Promise<Found>;
}

/** What is found in a window. */
export type Found = Iterable<Match, readonly Rest[] | undefined | void>;
