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

/**
 * Makes what a detector asks for, and no more. A class, because an object with a getter of its own has a hidden class of its own, which V8 keeps for
 * long.
 */
class OpenWindow implements Window {
  readonly start: number;
  readonly goesOn: boolean;
  readonly surface: string;
  readonly #of: Buffer;
  readonly #opening: Opening;
  #text: string | undefined;
  #bytes: Buffer | undefined;
  #sightings: readonly Range[] | undefined;

  constructor({ bytes, surface, goesOn = false }: Segment, opening: Opening) {
    this.start = opening.start;
    this.goesOn = goesOn || opening.end < bytes.length;
    this.surface = surface;
    this.#of = bytes;
    this.#opening = opening;
  }

  get text(): string {
    return (this.#text ??= this.#of.toString("latin1", this.start, this.#opening.end));
  }

  get bytes(): Buffer {
    return (this.#bytes ??= this.#of.subarray(this.start, this.#opening.end));
  }

  get sightings(): readonly Range[] {
    return (this.#sightings ??= this.#opening.sightings.map(({ start, end }) => ({
      start: start - this.start,
      end: end - this.start,
    })));
  }

  matchAll(pattern: RegExp): RegExpExecArray[] {
    return matchesOf(this.text, pattern);
  }
}
