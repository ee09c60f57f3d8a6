import type { Window } from "../../model/window.ts";

/** The literals for which a window opened, in lower case. */
export function sightedIn({ text, sightings }: Window): Set<string> {
  return new Set(sightings.map(({ start, end }) => text.slice(start, end).toLowerCase()));
}
