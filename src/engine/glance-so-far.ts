import type { Clues, Sighting } from "../model/clues.ts";
import type { Range } from "../model/range.ts";

/** What was seen of a piece so far, slice by slice. */
export interface GlanceSoFar {
  readonly clues: CluesSoFar;
  isMarked: boolean;
  /** Whether the piece begins with a byte order mark, or as gzip does. */
  isEncoded: boolean;
}

interface CluesSoFar extends Clues {
  readonly sightings: Sighting[];
  words: readonly number[];
  readonly base64: Range[];
  readonly wide: Range[];
  readonly escapes: number[];
  readonly hexadecimal: number[];
  readonly gzip: number[];
  foreign: readonly Range[];
  apart: readonly number[];
}

/** Before anything was seen. */
export function nothingSeen(): GlanceSoFar {
  return {
    clues: {
      sightings: [],
      words: [],
      base64: [],
      wide: [],
      escapes: [],
      hexadecimal: [],
      gzip: [],
      foreign: [],
      apart: [],
    },
    isMarked: false,
    isEncoded: false,
  };
}

/** Adds a range that was found in the slice that begins at a place. What the border between two slices has cut is one range. */
export function addRange(ranges: Range[], range: Range, slice: number): void {
  const last = ranges.at(-1);
  if (last?.end === range.start && range.start === slice)
    ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}
