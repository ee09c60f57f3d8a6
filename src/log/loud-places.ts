import type { Clues } from "../model/clues.ts";
import { countBelow, type Range } from "../model/range.ts";

/** So long parts of a clue are one place, in bytes. */
const step = 128;

/** Where something stood that had to be looked at more closely, as it was seen when a text was searched. */
export class LoudPlaces {
  #places: number[] = [];

  add(clues: Clues | undefined, base: number): void {
    if (clues === undefined) return;
    const { sightings, base64, wide, foreign, words, escapes, hexadecimal, gzip, apart } = clues;
    for (const { start } of sightings) this.#places.push(start + base);
    for (const ranges of [base64, wide, foreign])
      for (const { start, end } of ranges) this.addAll({ start: start + base, end: end + base });
    for (const places of [words, escapes, hexadecimal, gzip, apart])
      for (const at of places) this.#places.push(at + base);
  }

  /** Adds all of a range. */
  addAll({ start, end }: Range): void {
    for (let at = start; at < end; at += step) this.#places.push(at);
  }

  /** Forgets what stands before a place. */
  forget(before: number): void {
    const places = this.#places;
    let kept = 0;
    for (const at of places) if (at >= before) places[kept++] = at;
    places.length = kept;
  }

  /**
   * Tells whether there is one in a range; those in some ranges do not count.
   * @param ranges in order, without overlaps, that many bytes before what the places count in
   */
  outside(ranges: readonly Range[], base: number): (range: Range) => boolean {
    if (!isInOrder(this.#places)) this.#places.sort((a, b) => a - b);
    const places: number[] = [];
    let next = 0;
    for (const place of this.#places) {
      const at = place - base;
      for (let range = ranges[next]; range !== undefined && range.end <= at; range = ranges[++next]);
      if ((ranges[next]?.start ?? Infinity) > at) places.push(at);
    }
    return ({ start, end }) => (places[countBelow(places, start)] ?? Infinity) < end;
  }
}

/** To sort what is in order copies it. */
function isInOrder(places: readonly number[]): boolean {
  let last = -Infinity;
  for (const at of places) {
    if (at < last) return false;
    last = at;
  }
  return true;
}
