import type { Class } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import { countBefore, farthestEnds, type Range } from "../model/range.ts";
import { type Candidate, placeOf } from "./resolve.ts";

interface Told {
  readonly found: Candidate & { readonly detector: { readonly isGeneral?: true } };
  readonly finding: { readonly class: Class; readonly action: Action };
}

/**
 * Without what a general rule tells of a place of which another of its class tells as much, or an earlier general one: a token in a header is a token, and
 * no second finding. One that only warns hides none that stops.
 */
export function toldOnce<T extends Told>(told: readonly T[]): readonly T[] {
  const general = new Set(told.flatMap(({ found }) => (isGeneral(found) ? [found.rank] : [])));
  if (general.size === 0) return told;
  const others = new Map(
    [...general].map((rank) => {
      const better = told.filter(({ found }) => !isGeneral(found) || found.rank < rank);
      const streams = Map.groupBy(better, ({ found }) => found.stream?.of);
      return [rank, new Map([...streams].map(([of, all]) => [of, rangesByKey(all)]))];
    }),
  );
  return told.filter(({ found, finding }) => {
    const byKey = isGeneral(found) ? others.get(found.rank)?.get(found.stream?.of) : undefined;
    return ![finding.action, "block" as const].some((action) =>
      byKey?.get(keyOf(found, { ...finding, action }))?.(placeOf(found)),
    );
  });
}

function isGeneral({ detector }: Told["found"]): boolean {
  return detector.isGeneral === true;
}

/** Whether a range overlaps one of them, by what is told of these. */
function rangesByKey(told: readonly Told[]): ReadonlyMap<string, (range: Range) => boolean> {
  const groups = Map.groupBy(told, ({ found, finding }) => keyOf(found, finding));
  return new Map([...groups].map(([key, all]) => [key, overlapsOf(all.map(({ found }) => placeOf(found)))]));
}

function keyOf({ part }: Candidate, finding: Told["finding"]): string {
  return `${part} ${finding.class} ${finding.action}`;
}

function overlapsOf(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  const ends = farthestEnds(sorted);
  return ({ start, end }) => (ends[countBefore(sorted, end) - 1] ?? 0) > start;
}
