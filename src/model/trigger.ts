import type { Match } from "./match.ts";
import type { Window } from "./window.ts";

/**
 * What makes the engine look closer.
 * - `literals`: every match contains one of them; ASCII, two bytes or longer. Where one is frequent, `behind` says what stands
 *   right behind it in every match, and keeps windows from opening that could hold nothing.
 * - `every segment`: the window is the whole segment.
 */
export type Trigger =
  | { readonly literals: readonly string[]; readonly anyCase?: true; readonly behind?: Behind }
  | "every segment";

/** A run of bytes of one kind. It is looked at no farther than 512 bytes. */
export interface Behind {
  readonly run: Run;
  /** How many bytes it has at least; 255 at most. */
  readonly least?: number;
  /** A character that is among them. */
  readonly holds?: string;
}

/** `token`: letters, digits, `_` and `-`. `unspaced`: everything but white space and quotation marks. */
export type Run = "token" | "unspaced";

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
