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
