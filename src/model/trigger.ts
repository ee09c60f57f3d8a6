import type { Match } from "./match.ts";
import type { Window } from "./window.ts";

/**
 * What makes the engine look closer.
 * - `literals`: every match contains one of them; ASCII, two bytes or longer. Where one is frequent, `and` names what stands
 *   within 4 kB behind it as well, and keeps windows from opening that could hold nothing.
 * - `shape`: every match stands within the window of a run of at least `least` bytes of this kind.
 * - `every segment`: the window is the whole segment.
 */
export type Trigger =
  | { readonly literals: readonly string[]; readonly anyCase?: true; readonly and?: string }
  | { readonly shape: Shape; readonly least: number }
  | "every segment";

/** `token-run`: letters, digits, `_` and `-`. */
export type Shape = "token-run";

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
