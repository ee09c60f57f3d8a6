import type { Range } from "../../model/range.ts";
import type { Spelling } from "../respelled.ts";

/** A way in which a text stands in another one. */
export interface Frame {
  /** What a surface calls it (see `innerSegment`); missing where its reader would not. */
  readonly encoding?: string;
  readonly spelling: Spelling;
  /** Tells of places, asked in their order, how far around each of them the text reaches that stands so: undefined where there is none. */
  readonly finder: (bytes: Buffer) => (place: Place) => Range | undefined;
}

/** Where something was seen that detectors know by what is around it. */
export interface Place {
  readonly at: number;
  /** Where its line begins, if that is near. */
  readonly line: number | undefined;
  /** What stands there, as far as what is not the line's own can reach; empty where nobody knows. Latin-1. */
  readonly beginning: string;
}

/** In bytes: spaces, a date, a program and its number, or a side of a box with space in front and behind. */
export const longestBeginning = 256;

/** So much is read on both sides of what was seen, in bytes. */
export const around = 512;

/** So long is what is looked for, at most, with what has to stand behind it: `\u{1b}[`. */
export const longest = 8;

/** So much more is looked through at once, as places mostly stand close to each other. */
const more = 4096;

/**
 * Tells of places, asked in their order, whether something begins near them.
 * @param find where it first begins in a part of the bytes, or -1
 */
export function nearnessOf(bytes: Buffer, find: (part: Buffer) => number): (place: number) => boolean {
  /** Where the next one begins, if that is known, and up to where there is none. */
  let [next, clear] = [-Infinity, 0];
  return (place) => {
    const [first, end] = [place - around, place + around];
    if (next >= first) return next < end;
    if (clear >= end) return false;
    const from = Math.max(0, first, clear - longest);
    const to = Math.min(bytes.length, end + more);
    const found = from < to ? find(bytes.subarray(from, to)) : -1;
    if (found === -1) clear = to === bytes.length ? Infinity : to;
    else clear = next = from + found;
    return next >= first && next < end;
  };
}
