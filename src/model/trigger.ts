import type { Match } from "./match.ts";
import type { ValueKind } from "./value.ts";
import type { Window } from "./window.ts";

/**
 * What makes the engine look closer.
 * - `literals`: every match contains one of them. Several groups of them differ in what stands behind.
 * - `every segment`: the window is the whole segment.
 */
export type Trigger = Literals | readonly Literals[] | "every segment";

export interface Literals {
  /** ASCII, two bytes or longer. */
  readonly literals: readonly string[];
  readonly anyCase?: true;
  /** Where one is frequent: what stands behind it in every match. It keeps windows from opening that could hold nothing. */
  readonly behind?: Behind;
}

/**
 * - `run`: a run of bytes of one kind.
 * - `value`: what could be a secret, no farther away than 320 bytes; value.ts says what that is. A detector that asks for it looks itself
 *   with `showsValue` whether what it found shows it so close behind the literal.
 */
export type Behind = Run | { readonly value: ValueKind };

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
 * `number`: digits and `-`. `hexadecimal`: digits of both cases. `token`: letters, digits, `_` and `-`. `value`: these and the marks that values have. `unspaced`: everything but
 * white space and quotation marks.
 */
export type RunKind = "number" | "hexadecimal" | "token" | "value" | "unspaced";

/** The groups of literals of a trigger, none where it has no literals. */
export function literalsOf(trigger: Trigger): readonly Literals[] {
  if (trigger === "every segment") return [];
  return "literals" in trigger ? [trigger] : trigger;
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
  readonly detect: (window: Window) => Iterable<Match> | Promise<Iterable<Match>>;
}
