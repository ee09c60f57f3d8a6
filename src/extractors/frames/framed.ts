import type { Clues } from "../../model/clues.ts";
import { type Range, united } from "../../model/range.ts";
import type { Layer } from "../layer.ts";
import { respelled } from "../respelled.ts";
import { around, type Frame, longestBeginning, type Place } from "./frame.ts";
import { coloured, lineFrames } from "./lines.ts";
import { doubled, string } from "./strings.ts";

const frames: readonly Frame[] = [string, doubled('"'), doubled("'"), ...lineFrames, coloured];

/**
 * What stands in a frame, as its reader reads it, where there is something in it that detectors know by lines and quotation marks: a file in a value of JSON,
 * a cell of a notebook, a table in a comment, a setting in a change, what a terminal has coloured.
 */
export const framedText: Layer = function* (segment, { sightings }) {
  const { bytes } = segment;
  const places = placesOf(bytes, sightings);
  if (places.length === 0) return;
  for (const { encoding, spelling, finder } of frames)
    for (const range of rangesAround(places, finder(bytes))) {
      const read = respelled(segment, range, spelling, encoding);
      if (read !== undefined) yield read;
    }
};

/** Many of them stand in the same line. */
function placesOf(bytes: Buffer, sightings: Clues["sightings"]): Place[] {
  const places: Place[] = [];
  let last: Place | undefined;
  for (const { start, isFramed } of sightings) {
    if (isFramed !== true) continue;
    const line = lineOf(bytes, start);
    const beginning = line === last?.line ? (last?.beginning ?? "") : beginningOf(bytes, line);
    last = { at: start, line, beginning };
    places.push(last);
  }
  return places;
}

function beginningOf(bytes: Buffer, line: number | undefined): string {
  return line === undefined ? "" : bytes.toString("latin1", line, line + longestBeginning);
}

function rangesAround(places: readonly Place[], find: (place: Place) => Range | undefined): Range[] {
  const ranges: Range[] = [];
  let end = 0;
  for (const place of places) {
    // Behind it there is enough of what was read around the one before.
    if (place.at < end - around / 2) continue;
    const range = find(place);
    if (range !== undefined) ranges.push(range);
    end = range?.end ?? 0;
  }
  return united(ranges);
}

const newline = 0x0a;

/** Where the line begins in which a place stands, if that is near. */
function lineOf(bytes: Buffer, place: number): number | undefined {
  const first = Math.max(0, place - around);
  const before = bytes.subarray(first, place).lastIndexOf(newline);
  return before === -1 && first > 0 ? undefined : first + before + 1;
}
