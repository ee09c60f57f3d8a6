import { type Clues, type Look, noClues } from "../model/clues.ts";
import type { Match } from "../model/match.ts";
import { contains, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Triggered } from "../model/trigger.ts";
import { type Plan, planOf } from "./plan.ts";
import { Prefilter } from "./prefilter.ts";
import { openWindow } from "./window.ts";

/** What a detector found in a segment; `range` counts the segment's bytes. */
export interface Hit<T> {
  readonly detector: T;
  /** Its place in the list of detectors. */
  readonly rank: number;
  readonly match: Match;
  readonly range: Range;
}

/** What came of running a detector: what it found, or that it threw. */
export type Outcome<T> = Hit<T> | DetectorError<T>;

/** Runs detectors over a segment, each only on the windows around its triggers. */
export interface Engine<T extends Triggered> {
  /** Reads the bytes once, for whatever looks closer. */
  readonly look: Look;
  /** A detector that throws gives an error in place of its hits, and the others go on. Waits only for what is there to be waited for. */
  run(segment: Segment, clues: Clues): readonly Outcome<T>[] | Promise<readonly Outcome<T>[]>;
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

/** Gets a detector by its number; it is asked for when the first of its windows opens. */
export type Load<T> = (owner: number) => T | Promise<T>;

/** In bytes. Some detectors' work grows faster than their window. */
const largestWindow = 65_536;

/** A match this close to the window's edge may have been cut by it, or may have been let through because of it. */
const edge = 4;

export function createEngine<T extends Triggered>(detectors: readonly T[]): Engine<T> {
  return plannedEngine(planOf(detectors), detectorOf(detectors));
}

/** For detectors that are loaded already. */
export function detectorOf<T>(detectors: readonly T[]): Load<T> {
  return (owner) => {
    const detector = detectors[owner];
    if (detector === undefined) throw new Error(`there is no detector ${owner}`);
    return detector;
  };
}

/** An engine that knows its detectors' triggers already. */
export function plannedEngine<T extends Triggered>(plan: Plan, load: Load<T>): Engine<T> {
  const prefilter = new Prefilter(plan.table);
  return {
    look(part, bytes, from) {
      const glance = prefilter.look(part, bytes, from);
      return glance.clues === undefined && plan.always.length > 0 ? { ...glance, clues: noClues } : glance;
    },
    run(segment, clues) {
      const windows = windowsOf(clues, segment.bytes.length, plan);
      return windows.size === 0 ? [] : runIn(windows, segment, load);
    },
  };
}

async function runIn<T extends Triggered>(
  windows: ReadonlyMap<number, readonly Range[]>,
  segment: Segment,
  load: Load<T>,
): Promise<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  for (const [owner, ranges] of windows) {
    const loaded = load(owner);
    const detector = loaded instanceof Promise ? await loaded : loaded;
    let searched = 0;
    for (const range of ranges) {
      if (range.end <= searched) continue;
      const run = detect(detector, owner, segment, range);
      const { found, end } = run instanceof Promise ? await run : run;
      searched = end;
      for (const outcome of found) outcomes.push(outcome);
    }
  }
  return outcomes;
}

/**
 * The windows of each detector, in order, those that touch joined. One that grows too large is
 * followed by one that overlaps it, so that each trigger has its whole reach in one of them.
 */
function windowsOf({ literals }: Clues, length: number, { always, reaches }: Plan): Map<number, Range[]> {
  const windows = new Map<number, Range[]>();
  for (const owner of always) windows.set(owner, [{ start: 0, end: length }]);
  for (const { owner, start: first, end: last } of literals) {
    const start = Math.max(0, first - (reaches[2 * owner] ?? 0));
    const end = Math.min(length, last + (reaches[2 * owner + 1] ?? 0));
    const ranges = windows.get(owner);
    const before = ranges?.at(-1);
    if (ranges === undefined) windows.set(owner, [{ start, end }]);
    else if (before === undefined || before.end < start || end - before.start > largestWindow)
      ranges.push({ start, end });
    else ranges[ranges.length - 1] = { start: Math.min(before.start, start), end: Math.max(before.end, end) };
  }
  return windows;
}

/** What a detector found from the beginning of a window on, and where the window ended that was enough. */
interface Run<T> {
  readonly found: readonly Outcome<T>[];
  readonly end: number;
}

/** Runs one detector on one window. */
function detect<T extends Triggered>(
  detector: T,
  rank: number,
  segment: Segment,
  window: Range,
): Run<T> | Promise<Run<T>> {
  const failed = (error: unknown): Run<T> => ({ found: [new DetectorError(detector, error)], end: window.end });
  try {
    const matches = detector.detect(openWindow(segment, window));
    if (matches instanceof Promise)
      return matches.then((found) => hits(found, detector, rank, segment, window)).catch(failed);
    return hits(matches, detector, rank, segment, window);
  } catch (error) {
    return failed(error);
  }
}

/** Runs the detector on a wider window as long as a match touches an edge behind which the segment goes on. */
function hits<T extends Triggered>(
  matches: Iterable<Match>,
  detector: T,
  rank: number,
  segment: Segment,
  window: Range,
): Run<T> | Promise<Run<T>> {
  const found: Hit<T>[] = [];
  const { length } = segment.bytes;
  const inner = {
    start: window.start === 0 ? 0 : window.start + edge,
    end: window.end === length ? length : window.end - edge,
  };
  for (const match of matches) {
    const range = { start: window.start + match.range.start, end: window.start + match.range.end };
    if (!contains(inner, range)) {
      const more = (window.end - window.start) * 2;
      const wider = { start: Math.max(0, window.start - more), end: Math.min(length, window.end + more) };
      return detect(detector, rank, segment, wider);
    }
    found.push({ detector, rank, match, range });
  }
  return { found, end: window.end };
}
