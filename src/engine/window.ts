import { matchesOf } from "../model/matches.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Window } from "../model/window.ts";

/** Where a window opens, and the sightings in it that open it; all of it counts from where the segment begins. */
export interface Opening extends Range {
  readonly sightings: readonly Range[];
  /** The window, where several detectors get the same. */
  readonly shared?: { window?: Window };
}

export function openWindow(segment: Segment, opening: Opening): Window {
  return new OpenWindow(segment, opening);
}

/** A class, because an object with a getter of its own has a hidden class of its own, which V8 keeps for long. */
class OpenWindow implements Window {
  readonly bytes: Buffer;
  readonly start: number;
  readonly goesOn: boolean;
  readonly surface: string;
  readonly sightings: readonly Range[];
  #text: string | undefined;

  constructor({ bytes, surface }: Segment, { start, end, sightings }: Opening) {
    this.bytes = bytes.subarray(start, end);
    this.start = start;
    this.goesOn = end < bytes.length;
    this.surface = surface;
    this.sightings = sightings.map((sighting) => ({ start: sighting.start - start, end: sighting.end - start }));
  }

  /** Whoever looks at the bytes of a whole segment does not pay for it. */
  get text(): string {
    return (this.#text ??= this.bytes.toString("latin1"));
  }

  matchAll(pattern: RegExp): RegExpExecArray[] {
    return matchesOf(this.text, pattern);
  }
}
