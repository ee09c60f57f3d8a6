import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Window } from "../model/window.ts";

export function openWindow(segment: Segment, range: Range): Window {
  const text = segment.bytes.toString("latin1", range.start, range.end);
  return {
    text,
    start: range.start,
    surface: segment.surface,
    matchAll: (pattern) => matchesIn(text, pattern),
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
