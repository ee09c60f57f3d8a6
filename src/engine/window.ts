import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Window } from "../model/window.ts";

export function openWindow(segment: Segment, range: Range): Window {
  const text = segment.bytes.toString("latin1", range.start, range.end);
  return {
    text,
    start: range.start,
    surface: segment.surface,
    matchAll: (pattern) => text.matchAll(pattern),
  };
}
