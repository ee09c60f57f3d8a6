import type { Range } from "./range.ts";
import type { Segment } from "./segment.ts";

/** What one pass over the bytes of a segment tells: where it pays to look closer. */
export interface Clues {
  /** The literals of the detectors, in the order of their places. */
  readonly literals: readonly Sighting[];
  /** Runs of base64's alphabet that can be text, some of them on one line of several. */
  readonly base64: readonly Range[];
  /** Where text of two or four bytes a character can be: stretches in the midst of it, without its first and last characters. */
  readonly wide: readonly Range[];
  /** Where escapes stand right before what could be a token. */
  readonly escapes: readonly number[];
}

/** A literal of a detector, and behind it what the detector wants there. */
export interface Sighting extends Range {
  /** The detector's number. */
  readonly owner: number;
}

/** Reads a segment for its clues. */
export type Look = (segment: Pick<Segment, "part" | "bytes">) => Clues;
