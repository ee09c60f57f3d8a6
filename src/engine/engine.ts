import { alphanumeric, byteClass, type ByteClass, byteRuns } from "../model/byte-runs.ts";
import type { Match } from "../model/match.ts";
import { contains, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Shape, Triggered } from "../model/trigger.ts";
import { LiteralFinder } from "./literals.ts";
import { type Plan, planOf, type Triggers } from "./plan.ts";
import { openWindow } from "./window.ts";

/** What a detector found in a segment; `range` counts the segment's bytes. */
export interface Hit<T> {
  readonly detector: T;
  /** Its place in the list of detectors. */
  readonly rank: number;
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

/** Gets a detector by its number; it is asked for when the first of its windows opens. */
export type Load<T> = (owner: number) => T | Promise<T>;

/** The bytes that the runs of each shape are made of. */
const shapes: Readonly<Record<Shape, ByteClass>> = { "token-run": byteClass(`${alphanumeric}_-`) };

/** In bytes. Some detectors' work grows faster than their window. */
const largestWindow = 65_536;

/** How far behind a literal its `and` may stand. */
const andReach = 4096;

/** A match this close to the window's edge may have been cut by it, or may have been let through because of it. */
const edge = 4;

export function createEngine<T extends Triggered>(detectors: readonly T[]): Engine<T> {
  return plannedEngine(planOf(detectors), (owner) => {
    const detector = detectors[owner];
    if (detector === undefined) throw new Error(`there is no detector ${owner}`);
    return detector;
  });
}

/** An engine that knows its detectors' triggers already. */
export function plannedEngine<T extends Triggered>(plan: Plan, load: Load<T>): Engine<T> {
  const everything = searchOf(plan.everything);
  const searches = { name: [everything, searchOf(plan.names)], contents: [everything] };
  return {
    async *run(segment) {
      for (const [owner, ranges] of windowsOf(segment, searches[segment.part], plan)) {
        const loaded = load(owner);
        const detector = loaded instanceof Promise ? await loaded : loaded;
        let searched = 0;
        for (const range of ranges) {
          if (range.end > searched) searched = yield* detect(detector, owner, segment, range);
        }
      }
    },
  };
}

type Search = Omit<Triggers, "table"> & { readonly finder: LiteralFinder };

function searchOf({ table, ...rest }: Triggers): Search {
  return { ...rest, finder: new LiteralFinder(table) };
}

/**
 * The windows of each detector, in order, those that touch joined. One that grows too large is
 * followed by one that overlaps it, so that each trigger has its whole reach in one of them.
 */
function windowsOf({ bytes }: Segment, searches: readonly Search[], { reaches, ands }: Plan): Map<number, Range[]> {
  const windows = new Map<number, Range[]>();
  const { length } = bytes;
  const add = (owner: number, start: number, end: number): void => {
    const and = ands[owner];
    if (and && !bytes.subarray(end, end + andReach).includes(and)) return;
    const { before = 0, after = 0 } = reaches[owner] ?? {};
    const range = { start: Math.max(0, start - before), end: Math.min(length, end + after) };
    const ranges = windows.get(owner);
    const last = ranges?.at(-1);
    if (ranges === undefined) windows.set(owner, [range]);
    else if (last === undefined || last.end < range.start || range.end - last.start > largestWindow) ranges.push(range);
    else ranges.splice(-1, 1, { start: Math.min(last.start, range.start), end: Math.max(last.end, range.end) });
  };
  for (const { finder, shaped, always } of searches) {
    finder.find(bytes, add);
    for (const { owner, shape, least } of shaped) {
      for (const { start, end } of byteRuns(bytes, shapes[shape], least)) add(owner, start, end);
    }
    for (const owner of always) add(owner, 0, length);
  }
  return windows;
}

/**
 * Runs one detector on one window, and on a wider one as long as a match touches an edge behind which the segment goes on.
 * Returns where the window ended that was enough.
 */
async function* detect<T extends Triggered>(
  detector: T,
  rank: number,
  segment: Segment,
  window: Range,
): AsyncGenerator<Hit<T> | DetectorError<T>, number> {
  const hits: Hit<T>[] = [];
  const { length } = segment.bytes;
  const inner = {
    start: window.start === 0 ? 0 : window.start + edge,
    end: window.end === length ? length : window.end - edge,
  };
  try {
    const found = detector.detect(openWindow(segment, window));
    for (const match of found instanceof Promise ? await found : found) {
      const range = { start: window.start + match.range.start, end: window.start + match.range.end };
      if (!contains(inner, range)) {
        const more = (window.end - window.start) * 2;
        const wider = { start: Math.max(0, window.start - more), end: Math.min(length, window.end + more) };
        return yield* detect(detector, rank, segment, wider);
      }
      hits.push({ detector, rank, match, range });
    }
  } catch (error) {
    yield new DetectorError(detector, error);
    return window.end;
  }
  yield* hits;
  return window.end;
}
