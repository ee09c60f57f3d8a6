import type { Bytes } from "./bytes.ts";
import type { Range } from "./range.ts";
import type { Segment } from "./segment.ts";

/** What one pass over the bytes of a segment tells: where it pays to look closer. */
export interface Clues {
  /** What detectors look for, in the order of its places: the engine joins windows as it goes. */
  readonly sightings: readonly Sighting[];
  /** Where a word may begin that detectors look for, as it stands or as marks hide it. */
  readonly words: readonly number[];
  /** Runs of base64's alphabet that can be text, some of them on one line of several. */
  readonly base64: readonly Range[];
  /** Where text of two or four bytes a character can be: stretches in the midst of it, without its first and last characters. */
  readonly wide: readonly Range[];
  /** Where escapes stand right before what could be a token. */
  readonly escapes: readonly number[];
  /** Where twelve readable bytes in hexadecimal digits begin: one place at least in every run of digits that has such. */
  readonly hexadecimal: readonly number[];
  /** Where gzip begins that is written in base64 or in hexadecimal digits. */
  readonly gzip: readonly number[];
  /** Of an engine that looks for words or at every segment: runs of base64's alphabet that can be text in other letters than those of ASCII, in base64 or in digits. */
  readonly foreign: readonly Range[];
  /** And where bytes stand in hexadecimal digits with something between them: at the end of the eighth one. */
  readonly apart: readonly number[];
}

export const noClues: Clues = {
  sightings: [],
  words: [],
  base64: [],
  wide: [],
  escapes: [],
  hexadecimal: [],
  gzip: [],
  foreign: [],
  apart: [],
};

/** A literal of a detector, and behind it what the detector wants there; or a stretch of bytes of a shape that it wants. */
export interface Sighting extends Range {
  /** The detector's number. */
  readonly owner: number;
  /** Whether the detector is: see `Triggered`. */
  readonly isFramed?: true;
}

/** What was seen of a piece of some bytes: offsets count from the first byte of all. */
export interface Glance {
  /** Undefined where there is nothing to look closer at; without any clue where a byte order mark is one, or the beginning of gzip. */
  readonly clues: Clues | undefined;
  /** Whether a suppression comment may stand there: see marker.ts. */
  readonly isMarked: boolean;
  /** Where the piece ends. */
  readonly end: number;
  /** Whether nothing follows. */
  readonly isLast: boolean;
  /** The first four bytes of all, as a number in the order in which they stand; only of the first piece, and 0 where there are fewer. */
  readonly first: number;
}

/** Reads a piece of the bytes from an offset on for its clues: slices of 64 kB, a megabyte of them unless told. */
export type Look = (part: Segment["part"], bytes: Bytes, from: number, slices?: number) => Glance;
