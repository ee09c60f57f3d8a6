import { overlap, type Range } from "../model/range.ts";

/** Something that a detector matched in one part of a document. */
export interface Candidate {
  readonly part: "name" | "contents";
  readonly range: Range;
  /** The detector's place in the list; the lower goes first. */
  readonly rank: number;
  readonly placeholder: boolean;
  /** Candidates of different groups are kept beside each other, though they overlap. */
  readonly group?: string;
}

/**
 * Of candidates of one group that overlap, the one with the lowest rank is kept. One that its detector knows for a placeholder is
 * kept from the others too, and then dropped. The result is in order of place, names first.
 */
export function resolve<T extends Candidate>(candidates: readonly T[]): T[] {
  const groups = [...Map.groupBy(candidates, ({ group }) => group).values()];
  const kept = groups.flatMap((group) => [...clusters(group.toSorted(byPlace))].flatMap(keptOf));
  return groups.length > 1 ? kept.toSorted(byPlace) : kept;
}

function byPlace(a: Candidate, b: Candidate): number {
  return partOrder(a) - partOrder(b) || a.range.start - b.range.start;
}

/** Runs of candidates that overlap each other, directly or through others. */
function* clusters<T extends Candidate>(sorted: readonly T[]): Generator<T[]> {
  let cluster: T[] = [];
  let end = 0;
  for (const candidate of sorted) {
    const joins = cluster[0]?.part === candidate.part && candidate.range.start < end;
    if (!joins && cluster.length > 0) {
      yield cluster;
      cluster = [];
    }
    end = joins ? Math.max(end, candidate.range.end) : candidate.range.end;
    cluster.push(candidate);
  }
  if (cluster.length > 0) yield cluster;
}

function keptOf<T extends Candidate>(cluster: readonly T[]): T[] {
  if (cluster.length === 1) return cluster.filter(({ placeholder }) => !placeholder);
  const winners: T[] = [];
  for (const candidate of cluster.toSorted(byRank)) {
    if (!winners.some((winner) => overlap(winner.range, candidate.range))) winners.push(candidate);
  }
  return winners.filter(({ placeholder }) => !placeholder).toSorted((a, b) => a.range.start - b.range.start);
}

/** Of one detector's, in two readings of the same place, what it takes for real goes before what it rejects. */
function byRank(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || Number(a.placeholder) - Number(b.placeholder) || length(b) - length(a);
}

function partOrder({ part }: Candidate): number {
  return part === "name" ? 0 : 1;
}

function length({ range }: Candidate): number {
  return range.end - range.start;
}
