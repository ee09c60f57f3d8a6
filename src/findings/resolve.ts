import { countBefore, overlap, type Range } from "../model/range.ts";

/** Something that a detector matched in one part of a document. */
export interface Candidate {
  readonly part: "name" | "contents";
  readonly range: Range;
  /** The detector's place in the list; the lower goes first. */
  readonly rank: number;
  readonly placeholder: boolean;
  /** Candidates of different groups are kept beside each other, though they overlap. */
  readonly group?: string;
  /** Where it was found in what was inflated: there it overlaps others or does not, as its range is that of all the bytes. */
  readonly stream?: { readonly of: object; readonly range: Range };
}

/**
 * Of candidates of one group that overlap, the one with the lowest rank is kept. One that its detector knows for a placeholder is
 * kept from the others too, and then dropped. The result is in order of place, names first.
 */
export function resolve<T extends Candidate>(candidates: readonly T[]): T[] {
  const sorted = inOrder(candidates);
  const kept: T[] = [];
  for (let first = 0; first < sorted.length;) {
    const last = endOfRun(sorted, first);
    const only = sorted[first];
    if (last - first > 1) for (const one of resolveRun(sorted.slice(first, last))) kept.push(one);
    else if (only?.placeholder === false) kept.push(only);
    first = last;
  }
  return kept;
}

/** In order of place, names first. */
export function inOrder<T extends Candidate>(candidates: readonly T[]): T[] {
  return candidates.toSorted((a, b) => byPart(a, b) || a.range.start - b.range.start);
}

/** Where those end that overlap each other or one between, whatever their groups are: most stand alone. */
function endOfRun(sorted: readonly Candidate[], first: number): number {
  const { part, range } = sorted[first] ?? {};
  let end = range?.end ?? 0;
  let at = first + 1;
  for (; at < sorted.length; at++) {
    const next = sorted[at];
    if (next === undefined || next.part !== part || next.range.start >= end) break;
    end = Math.max(end, next.range.end);
  }
  return at;
}

function resolveRun<T extends Candidate>(candidates: readonly T[]): T[] {
  const together = Map.groupBy(candidates, ({ group }) => group);
  const kept: T[] = [];
  for (const group of together.values())
    for (const ofOne of Map.groupBy(group, ({ stream }) => stream?.of).values())
      for (const cluster of clusters(ofOne.toSorted((a, b) => placeOf(a).start - placeOf(b).start)))
        for (const winner of keptOf(cluster)) kept.push(winner);
  return kept.toSorted((a, b) => a.range.start - b.range.start);
}

/** Where it stands beside others: in what was inflated, if it was. */
export function placeOf({ range, stream }: Candidate): Range {
  return stream?.range ?? range;
}

/** Runs of candidates that overlap each other, directly or through others. */
function* clusters<T extends Candidate>(sorted: readonly T[]): Generator<T[]> {
  let cluster: T[] = [];
  let end = 0;
  for (const candidate of sorted) {
    const range = placeOf(candidate);
    const joins = cluster[0]?.part === candidate.part && range.start < end;
    if (!joins && cluster.length > 0) {
      yield cluster;
      cluster = [];
    }
    end = joins ? Math.max(end, range.end) : range.end;
    cluster.push(candidate);
  }
  if (cluster.length > 0) yield cluster;
}

function keptOf<T extends Candidate>(cluster: readonly T[]): T[] {
  if (cluster.length === 1) return cluster.filter(({ placeholder }) => !placeholder);
  /** In order of place; none overlaps another. A list of names, one in each line, is one cluster of many thousands. */
  const winners: (Range & { readonly candidate: T })[] = [];
  for (const candidate of cluster.toSorted(byRank)) {
    const { start, end } = placeOf(candidate);
    const at = countBefore(winners, end);
    const last = winners[at - 1];
    if (last === undefined || !overlap(last, { start, end })) winners.splice(at, 0, { start, end, candidate });
  }
  return winners.map(({ candidate }) => candidate).filter(({ placeholder }) => !placeholder);
}

/**
 * Of one detector's, in two readings of the same place, what it takes for real goes before what it rejects, and what holds another before
 * that one. Where neither holds the other the first goes before: what reaches from one name into the next would hide both.
 */
function byRank(a: Candidate, b: Candidate): number {
  return (
    a.rank - b.rank ||
    Number(a.placeholder) - Number(b.placeholder) ||
    placeOf(a).start - placeOf(b).start ||
    length(b) - length(a)
  );
}

function byPart(a: Candidate, b: Candidate): number {
  return Number(a.part !== "name") - Number(b.part !== "name");
}

function length(candidate: Candidate): number {
  const range = placeOf(candidate);
  return range.end - range.start;
}
