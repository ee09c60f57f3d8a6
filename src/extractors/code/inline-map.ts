import { countBefore, countBelow, farthestEnds, type Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { placesInText } from "./json-places.ts";

/** Stands in every such comment. */
export const mapSign = "sourceMappingURL=data:";

/** What a comment that holds a source map begins with (ECMA-426, 11.1.2), in a script or a style sheet. */
const beginning = /^[/*]{2}[#@]\s*sourceMappingURL=data:application\/json((?:;[\w-]+(?:=[\w-]+)?)*),/;

/**
 * Where in a source map that stands in a comment some ranges begin, by their numbers; undefined where none stands there.
 * @param at where the comment begins in the document
 */
export type PlacesInMap = (comment: Buffer, at: number) => ReadonlyMap<number, Place> | undefined;

/** @param ranges all that was found in the document. There can be as many comments as there is found in them */
export function mapPlacer(ranges: readonly Range[]): PlacesInMap {
  const sorted = ranges.map((range, number) => ({ ...range, number })).toSorted((a, b) => a.start - b.start);
  const ends = farthestEnds(sorted);
  return (comment, at) => {
    const header = beginning.exec(comment.toString("latin1", 0, 200));
    if (header === null) return undefined;
    const first = countBefore(sorted, at);
    const own = sorted.slice(first, countBefore(sorted, at + comment.length));
    const isBase64 = header[1]?.endsWith(";base64") === true;
    const { text, placeOf } = (isBase64 ? ofBase64 : ofPercent)(comment, header[0].length, comment.length);
    const inner = own.map(({ start, end }) => ({ start: placeOf(start - at), end: Math.max(placeOf(end - at), 0) }));
    // What begins before the comment, and ends in it.
    const before = { start: -1, end: Math.max(placeOf((ends[first - 1] ?? 0) - at), 0) };
    const places = new Map<number, Place>();
    for (const [index, place] of placesInText(text, [...inner, before]).entries()) {
      const number = own[index]?.number;
      // What stands in no object or array is no source map, or none that can be read.
      if (number !== undefined && place !== undefined && place.element !== "$") places.set(number, place);
    }
    return places;
  };
}

interface Decoded {
  readonly text: Buffer;
  /** Where in the text a byte of the document is; before it and behind it, where it is not. */
  readonly placeOf: (at: number) => number;
}

function ofBase64(bytes: Buffer, start: number, end: number): Decoded {
  const text = Buffer.from(bytes.toString("latin1", start, end), "base64");
  return { text, placeOf: (at) => (at < start ? -1 : Math.ceil(((at - start) * 3) / 4)) };
}

function ofPercent(bytes: Buffer, start: number, end: number): Decoded {
  const text = Buffer.allocUnsafe(end - start);
  const from = new Uint32Array(end - start);
  let length = 0;
  for (let at = start; at < end; length++) {
    const digits = bytes[at] === 0x25 ? bytes.toString("latin1", at + 1, at + 3) : "";
    const isCode = /^[\da-f]{2}$/i.test(digits);
    text[length] = isCode ? Number.parseInt(digits, 16) : (bytes[at] ?? 0);
    from[length] = at;
    at += isCode ? 3 : 1;
  }
  const places = from.subarray(0, length);
  return { text: text.subarray(0, length), placeOf: (at) => (at < start ? -1 : countBelow(places, at)) };
}
