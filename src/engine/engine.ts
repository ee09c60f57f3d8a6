import { alphanumeric, byteClass, type ByteClass, byteRuns } from "../model/byte-runs.ts";
import type { Match } from "../model/match.ts";
import { contains, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Reach, Shape, Triggered } from "../model/trigger.ts";
import { LiteralFinder } from "./literals.ts";
import { openWindow } from "./window.ts";

/** What a detector found in a segment; `range` counts the segment's bytes. */
export interface Hit<T> {
  readonly detector: T;
  readonly match: Match;
  readonly range: Range;
}

/** Runs detectors over a segment, each only on the windows around its triggers. */
export interface Engine<T extends Triggered> {
  /** A detector that throws gives an error in place of its hits, and the others go on. */
  run(segment: Segment): AsyncIterable<Hit<T> | DetectorError<T>>;
}

/** A detector threw. The error names it and carries what it threw as its cause. */
export class DetectorError<T> extends Error {
  readonly detector: T;

  constructor(detector: T, cause: unknown) {
    super("a detector failed", { cause });
    this.name = "DetectorError";
    this.detector = detector;
  }
}

/** The bytes that the runs of each shape are made of. */
const shapes: Readonly<Record<Shape, ByteClass>> = { "token-run": byteClass(`${alphanumeric}_-`) };

const usualReach: Reach = { before: 256, after: 256 };

/** A match this close to the window's edge may have been cut by it, or may have been let through because of it. */
const edge = 4;

export function createEngine<T extends Triggered>(detectors: readonly T[]): Engine<T> {
  const finder = new LiteralFinder();
  const shaped: { owner: number; table: ByteClass; least: number }[] = [];
  const everywhere: number[] = [];
  for (const [owner, { trigger }] of detectors.entries()) {
    if (trigger === "every segment") everywhere.push(owner);
    else if ("shape" in trigger) shaped.push({ owner, table: shapes[trigger.shape], least: trigger.least });
    else for (const literal of trigger.literals) finder.add(literal, trigger.anyCase ?? false, owner);
  }

  return {
    async *run(segment) {
      for (const [owner, ranges] of windowsOf(segment)) {
        const detector = detectors[owner];
        if (detector === undefined || !looksAt(detector, segment)) continue;
        let searched = 0;
        for (const range of ranges) {
          if (range.end > searched) searched = yield* detect(detector, segment, range);
        }
      }
    },
  };

  /** The windows of each detector, in order, those that touch joined. */
  function windowsOf(segment: Segment): Map<number, Range[]> {
    const windows = new Map<number, Range[]>();
    const add = (owner: number, start: number, end: number): void => {
      const { before, after } = detectors[owner]?.reach ?? usualReach;
      const range = { start: Math.max(0, start - before), end: Math.min(segment.bytes.length, end + after) };
      const ranges = windows.get(owner);
      const last = ranges?.at(-1);
      if (ranges === undefined) windows.set(owner, [range]);
      else if (last === undefined || last.end < range.start) ranges.push(range);
      else ranges.splice(-1, 1, { start: Math.min(last.start, range.start), end: Math.max(last.end, range.end) });
    };
    finder.find(segment.bytes, add);
    for (const { owner, table, least } of shaped) {
      for (const { start, end } of byteRuns(segment.bytes, table, least)) add(owner, start, end);
    }
    for (const owner of everywhere) windows.set(owner, [{ start: 0, end: segment.bytes.length }]);
    return windows;
  }
}

/**
 * Runs one detector on one window, and on a wider one as long as a match touches an edge behind which the segment goes on.
 * Returns where the window ended that was enough.
 */
async function* detect<T extends Triggered>(
  detector: T,
  segment: Segment,
  range: Range,
): AsyncGenerator<Hit<T> | DetectorError<T>, number> {
  const hits: Hit<T>[] = [];
  const inner = {
    start: range.start === 0 ? 0 : range.start + edge,
    end: range.end === segment.bytes.length ? range.end : range.end - edge,
  };
  try {
    const found = detector.detect(openWindow(segment, range));
    for (const match of found instanceof Promise ? await found : found) {
      const hit = {
        detector,
        match,
        range: { start: range.start + match.range.start, end: range.start + match.range.end },
      };
      if (!contains(inner, hit.range)) {
        const more = (range.end - range.start) * 2;
        const wider = { start: Math.max(0, range.start - more), end: Math.min(segment.bytes.length, range.end + more) };
        return yield* detect(detector, segment, wider);
      }
      hits.push(hit);
    }
  } catch (error) {
    yield new DetectorError(detector, error);
    return range.end;
  }
  yield* hits;
  return range.end;
}

function looksAt(detector: Triggered, segment: Segment): boolean {
  return detector.surfaces === undefined || detector.surfaces.includes(segment.surface);
}
