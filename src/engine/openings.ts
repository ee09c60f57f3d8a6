import type { Clues } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
import type { Plan } from "./plan.ts";
import type { Opening } from "./window.ts";

/** In bytes. Some detectors' work grows faster than their window. */
export const largestWindow = 65_536;

/**
 * The windows of each detector, in order, those that touch joined. One that grows too large is
 * followed by one that overlaps it, so that each trigger has its whole reach in one of them.
 */
export function openingsOf(
  { sightings, words }: Clues,
  length: number,
  { always, ofWords, reaches }: Plan,
): Map<number, Opening[]> {
  const openings = new Map<number, Growing[]>();
  const whole = { start: 0, end: length };
  if (ofWords.length > 0 && words.length > 0) {
    const ofAll = [{ ...whole, sightings: words.map((at) => ({ start: at, end: at })), shared: {} }];
    for (const owner of ofWords) openings.set(owner, ofAll);
  }
  if (always.length > 0) {
    const ofAll = [{ ...whole, sightings: [], shared: {} }];
    for (const owner of always) openings.set(owner, ofAll);
  }
  for (const sighting of sightings) {
    const { owner } = sighting;
    const start = Math.max(0, sighting.start - (reaches[2 * owner] ?? 0));
    const end = Math.min(length, sighting.end + (reaches[2 * owner + 1] ?? 0));
    const all = openings.get(owner);
    const last = all?.at(-1);
    if (all === undefined) openings.set(owner, [{ start, end, sightings: [sighting] }]);
    else if (last === undefined || last.end < start || end - last.start > largestWindow)
      all.push({ start, end, sightings: [sighting] });
    else {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
      last.sightings.push(sighting);
    }
  }
  return openings;
}

interface Growing extends Opening {
  start: number;
  end: number;
  readonly sightings: Range[];
}
