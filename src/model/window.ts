import type { Range } from "./range.ts";

/**
 * A piece of a segment around a trigger. Its text is Latin-1: one character is one byte of the segment, so that offsets
 * need no map; characters beyond ASCII show as two or more.
 */
export interface Window {
  readonly text: string;
  /** The same as bytes. */
  readonly bytes: Buffer;
  /** Where the window begins in its segment. */
  readonly start: number;
  /** Whether the text goes on behind it. */
  readonly goesOn: boolean;
  /** The surface of its segment. */
  readonly surface: string;
  /** Where in its text stands what it opened for, in order; of words, where one may begin. */
  readonly sightings: readonly Range[];
  /** All matches of a pattern with the flag `g`. */
  matchAll(pattern: RegExp): Iterable<RegExpExecArray>;
}
