import { countBefore, farthestEnds, type Range } from "../model/range.ts";

/** Whether some bytes of a document may be shown: nothing was found in them. */
export type Shown = (range: Range) => boolean;

/** @param ranges all that was found in the document */
export function shownOf(ranges: readonly Range[]): Shown {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  const ends = farthestEnds(sorted);
  return ({ start, end }) => (ends[countBefore(sorted, end) - 1] ?? 0) <= start;
}

/**
 * A name that a person has given to something: it has letters and few digits, unlike a value, and is no longer than names are.
 */
export function isName(name: string): boolean {
  return /^[A-Za-z_$][\w$-]{0,39}$/.test(name) && name.replaceAll(/\D/g, "").length <= 4;
}

/** A path or another name of any characters, with what a terminal would obey escaped, and no longer than a line. */
export function displayed(name: string): string {
  const escaped = name.replaceAll(
    /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return escaped.length > longest ? `…${escaped.slice(-longest)}` : escaped;
}

const longest = 160;

/** The places that ranges begin at, in order, each with the number of its range. */
export function inOrder(ranges: readonly Range[]): { readonly start: number; readonly index: number }[] {
  return ranges.map(({ start }, index) => ({ start, index })).toSorted((a, b) => a.start - b.start);
}
