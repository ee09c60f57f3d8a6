import { type Clues, type Look, noClues } from "../model/clues.ts";
import type { Match } from "../model/match.ts";
import { contains, type Range } from "../model/range.ts";
import type { Left, Rest } from "../model/rest.ts";
import type { Segment } from "../model/segment.ts";
import { type Steps, wait, walk } from "../model/steps.ts";
import type { Found, Triggered } from "../model/trigger.ts";
import type { Window } from "../model/window.ts";
import { largestWindow, openingsOf } from "./openings.ts";
import { type Plan, planOf } from "./plan.ts";
import { Prefilter } from "./prefilter.ts";
import { joined, moved } from "./rests.ts";
import { type Opening, openWindow } from "./window.ts";
import { WordPrefilter } from "./word-prefilter.ts";

/** What a detector found in a segment; `range` counts the segment's bytes. */
export interface Hit<T> {
  readonly detector: T;
  /** Its place in the list of detectors; below 0 where it goes before all of them. */
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
  /**
   * A detector that throws gives an error in place of its hits, and the others go on. Waits only for what is there to be waited for.
   * @param isWanted of each detector, by its number in the list; all of them unless told
   * @param pause is waited for before each window, and ends the run where it throws
   * @param left what was left of the piece before, and then of this one
   */
  run(
    segment: Segment,
    clues: Clues,
    isWanted?: (owner: number) => boolean,
    pause?: Pause,
    left?: Left,
  ): readonly Outcome<T>[] | Promise<readonly Outcome<T>[]>;
}

type Pause = () => Promise<void> | undefined;

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

/** No detector has this number. */
const lastOwner = 0xffff;

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
  const isForWords = plan.words !== undefined || plan.always.length > 0;
  const prefilter = new Prefilter(
    plan.table,
    plan.framed,
    plan.shapes,
    isForWords ? new WordPrefilter(plan.words) : undefined,
  );
  return {
    look(part, bytes, from, slices) {
      const glance = prefilter.look(part, bytes, from, slices);
      return glance.clues === undefined && plan.always.length > 0 ? { ...glance, clues: noClues } : glance;
    },
    run(segment, clues, isWanted, pause, left) {
      const openings: Openings = openingsOf(clues, segment.bytes.length, plan);
      for (const owner of left?.rests.keys() ?? []) if (!openings.has(owner)) openings.set(owner, []);
      if (isWanted !== undefined) for (const owner of openings.keys()) if (!isWanted(owner)) openings.delete(owner);
      return openings.size === 0 ? [] : walk(runIn(openings, segment, load, plan, pause, left));
    },
  };
}

type Openings = Map<number, readonly Opening[]>;

function* runIn<T extends Triggered>(
  openings: Openings,
  segment: Segment,
  load: Load<T>,
  { goingFirst }: Plan,
  pause: Pause | undefined,
  left: Left | undefined,
): Steps<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  for (const [owner, all] of openings) {
    const detector = yield* wait(load(owner));
    const search = { detector, rank: goesFirst(owner, goingFirst) ? owner - lastOwner : owner, segment, all, outcomes };
    let rests = left === undefined ? none : moved(left.rests.get(owner) ?? none, -left.start);
    let searched = 0;
    for (const opening of all) {
      if (opening.end <= searched) continue;
      if (rests.length > 0) rests = yield* readOn(rests, opening.start, search, pause);
      const pausing = pause?.();
      if (pausing !== undefined) yield pausing;
      const run = detect(search, opening);
      const { found, end, rests: more } = run instanceof Promise ? yield* wait(run) : run; // steps of their own for each window cost more than most windows
      searched = end;
      for (const outcome of found) outcomes.push(outcome);
      if (more.length > 0) rests = joined(rests, more);
    }
    if (rests.length > 0) rests = yield* readOn(rests, segment.bytes.length, search, pause);
    if (rests.length > 0) left?.rests.set(owner, moved(rests, left.start));
    else left?.rests.delete(owner);
  }
  return outcomes;
}

const none: readonly never[] = [];

/** Reads on with what was begun, up to a place; what does not end before is left. */
function* readOn<T extends Triggered>(
  rests: readonly Rest[],
  end: number,
  search: Search<T>,
  pause: Pause | undefined,
): Steps<readonly Rest[]> {
  const { length } = search.segment.bytes;
  const left: Rest[] = [];
  for (const first of rests) {
    let next: Rest | undefined = first;
    for (let last = 0; next !== undefined && next.from < end && last < length;) {
      const pausing = pause?.();
      if (pausing !== undefined) yield pausing;
      const rest: Rest = next;
      last = Math.min(length, rest.from + largestWindow);
      const { found, rests: more } = goOn(search, { start: rest.from, end: last, sightings: [] }, rest);
      for (const outcome of found) search.outcomes.push(outcome);
      next = more.find(({ from }) => from > rest.from || last === length);
    }
    if (next !== undefined) left.push(next);
  }
  return left;
}

function goesFirst(owner: number, first: Range | undefined): boolean {
  return first !== undefined && owner >= first.start && owner < first.end;
}

/** One detector on one segment. */
interface Search<T> {
  readonly detector: T;
  readonly rank: number;
  readonly segment: Segment;
  readonly all: readonly Opening[];
  readonly outcomes: Outcome<T>[];
}

/** What a detector found in a window, where the window ended that was enough, and what it was in the midst of there. */
interface Run<T> {
  readonly found: readonly Outcome<T>[];
  readonly end: number;
  readonly rests: readonly Rest[];
}

function detect<T extends Triggered>(search: Search<T>, opening: Opening): Run<T> | Promise<Run<T>> {
  const { detector, segment } = search;
  const failed = (error: unknown): Run<T> => failedRun(detector, error, opening);
  try {
    const matches = detector.detect(windowOf(segment, opening));
    return matches instanceof Promise
      ? matches.then((all) => hits(all, search, opening)).catch(failed)
      : hits(matches, search, opening);
  } catch (error) {
    return failed(error);
  }
}

/** Matches are whole wherever they stand in the window: what is not is left. */
function goOn<T extends Triggered>({ detector, rank, segment }: Search<T>, opening: Opening, rest: Rest): Run<T> {
  const { start, end } = opening;
  try {
    const found: Hit<T>[] = [];
    const steps = rest.detect(openWindow(segment, opening))[Symbol.iterator]();
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) found.push(hitOf(step.value, start, detector, rank));
    return { found, end, rests: moved(step.value, start) };
  } catch (error) {
    return failedRun(detector, error, opening);
  }
}

function failedRun<T>(detector: T, error: unknown, { end }: Opening): Run<T> {
  return { found: [new DetectorError(detector, error)], end, rests: none };
}

function hitOf<T>(match: Match, start: number, detector: T, rank: number): Hit<T> {
  return { detector, rank, match, range: { start: start + match.range.start, end: start + match.range.end } };
}

function windowOf(segment: Segment, opening: Opening): Window {
  if (opening.shared === undefined) return openWindow(segment, opening);
  return (opening.shared.window ??= openWindow(segment, opening));
}

/** Runs the detector on a wider window as long as a match touches an edge behind which the segment goes on. */
function hits<T extends Triggered>(matches: Found, search: Search<T>, opening: Opening): Run<T> | Promise<Run<T>> {
  const { detector, rank, segment } = search;
  const { start, end } = opening;
  const { length } = segment.bytes;
  const inner = { start: start === 0 ? 0 : start + edge, end: end === length ? length : end - edge };
  const found: Hit<T>[] = [];
  const steps = matches[Symbol.iterator]();
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const hit = hitOf(step.value, start, detector, rank);
    if (!contains(inner, hit.range)) return detect(search, widened(opening, search));
    found.push(hit);
  }
  return { found, end, rests: step.value === undefined ? none : moved(step.value, start) };
}

function widened<T>({ start, end }: Range, { segment, all }: Search<T>): Opening {
  const more = (end - start) * 2;
  const wider = { start: Math.max(0, start - more), end: Math.min(segment.bytes.length, end + more) };
  const sightings = all.flatMap((opening) => opening.sightings.filter((sighting) => contains(wider, sighting)));
  return { ...wider, sightings };
}
