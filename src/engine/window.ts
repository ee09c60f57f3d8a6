import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Window } from "../model/window.ts";

/** Where a window opens, and the sightings in it that open it; all of it counts from where the segment begins. */
export interface Opening extends Range {
  readonly sightings: readonly Range[];
  /** The window, where several detectors get the same. */
  readonly shared?: { window?: Window };
}

export function openWindow({ bytes, surface }: Segment, { start, end, sightings }: Opening): Window {
  let decoded: string | undefined;
  const text = (): string => (decoded ??= bytes.toString("latin1", start, end));
  return {
    get text() {
      return text();
    },
    bytes: bytes.subarray(start, end),
    goesOn: end < bytes.length,
    start,
    surface,
    sightings: sightings.map((sighting) => ({ start: sighting.start - start, end: sighting.end - start })),
    matchAll: (pattern) => matchesIn(text(), pattern),
  };
}

/** What `String.matchAll` gives, which copies the pattern first: that takes longer than a search of most windows. */
function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return matches;
}
