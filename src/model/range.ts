/** A half-open range of offsets into the text or the bytes that it came from. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a pattern matched: the whole match, or one of its groups.
 * A group's range needs the pattern's `d` flag; a group that took no part in the match is a bug of the detector.
 */
export function rangeOf(match: RegExpExecArray, group?: string): Range {
  if (group === undefined) return { start: match.index, end: match.index + match[0].length };
  const indices = match.indices?.groups?.[group];
  if (indices === undefined) throw new Error(`group ${group} did not match, or the pattern lacks its d flag`);
  return { start: indices[0], end: indices[1] };
}

export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** From where the first of two begins to where the last one ends. */
export function spanning(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** The same places without overlaps. @param ranges in order of their starts. */
export function united(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of ranges) {
    const last = all.at(-1);
    if (last !== undefined && start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else all.push({ start, end });
  }
  return all;
}

/** Of each of some ranges in order the farthest end of all up to it. */
export function farthestEnds(sorted: readonly Range[]): number[] {
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return ends;
}

/** How many of some in order begin before a place. */
export function countBefore(sorted: readonly Pick<Range, "start">[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of some numbers in order are below another. */
export function countBelow(sorted: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which of some whole numbers in order is the last that is not above another; the first where all are. */
export function lastUpTo(sorted: ArrayLike<number>, most: number): number {
  return Math.max(0, countBelow(sorted, most + 1) - 1);
}
