import type { Match } from "./match.ts";
import type { Window } from "./window.ts";

/**
 * What a detector was in the midst of where its window ended, such as the rows of a table. It is read to its end, in windows that begin where the one
 * before has ended, however far that is away. Places count from where the window begins that left it.
 */
export interface Rest {
  /** Where it began: it tells it from others of the same detector. */
  readonly of: number;
  /** Where it goes on. A window in which that does not move is the last one. */
  readonly from: number;
  readonly detect: (window: Window) => Iterable<Match, readonly Rest[]>;
}

/** What was left of a text that is read in pieces, where the next one is read. */
export interface Left {
  /** Where the piece begins in the text, with what stands before it. */
  readonly start: number;
  /** By the numbers of the detectors; places count from where the text begins. */
  readonly rests: Map<number, readonly Rest[]>;
}
