import { type Clues, type Look, noClues } from "../model/clues.ts";
import type { Match } from "../model/match.ts";
import { contains, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { type Steps, wait, walk } from "../model/steps.ts";
import type { Triggered } from "../model/trigger.ts";
import type { Window } from "../model/window.ts";
import { type Plan, planOf } from "./plan.ts";
import { Prefilter } from "./prefilter.ts";
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
   */
  run(
    segment: Segment,
    clues: Clues,
    isWanted?: (owner: number) => boolean,
    pause?: () => Promise<void> | undefined,
  ): readonly Outcome<T>[] | Promise<readonly Outcome<T>[]>;
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
  const prefilter = new Prefilter(plan.table, plan.shapes, isForWords ? new WordPrefilter(plan.words) : undefined);
  return {
    look(part, bytes, from, slices) {
      const glance = prefilter.look(part, bytes, from, slices);
      return glance.clues === undefined && plan.always.length > 0 ? { ...glance, clues: noClues } : glance;
    },
    run(segment, clues, isWanted, pause) {
      const openings = openingsOf(clues, segment.bytes.length, plan);
      if (isWanted !== undefined) for (const owner of openings.keys()) if (!isWanted(owner)) openings.delete(owner);
      return openings.size === 0 ? [] : walk(runIn(openings, segment, load, plan, pause));
    },
  };
}

function* runIn<T extends Triggered>(
  openings: ReadonlyMap<number, readonly Opening[]>,
  segment: Segment,
  load: Load<T>,
  { goingFirst }: Plan,
  pause: (() => Promise<void> | undefined) | undefined,
): Steps<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  for (const [owner, all] of openings) {
    const detector = yield* wait(load(owner));
    const search = { detector, rank: goesFirst(owner, goingFirst) ? owner - lastOwner : owner, segment, all };
    let searched = 0;
    for (const opening of all) {
      if (opening.end <= searched) continue;
      const pausing = pause?.();
      if (pausing !== undefined) yield pausing;
      const run = detect(search, opening);
      const { found, end } = run instanceof Promise ? yield* wait(run) : run; // steps of their own for each window cost more than most windows
      searched = end;
      for (const outcome of found) outcomes.push(outcome);
    }
  }
  return outcomes;
}

function goesFirst(owner: number, first: Range | undefined): boolean {
  return first !== undefined && owner >= first.start && owner < first.end;
}

/**
 * The windows of each detector, in order, those that touch joined. One that grows too large is
 * followed by one that overlaps it, so that each trigger has its whole reach in one of them.
 */
function openingsOf(
  { sightings, words }: Clues,
  length: number,
  { always, ofWords, reaches }: Plan,
): Map<number, Opening[]> {
  const openings = new Map<number, Growing[]>();
  const whole = { start: 0, end: length };
  if (ofWords.length > 0 && words.length > 0) {
    const ofAll = [{ ...whole, sightings: words.map((at) => ({ start: at, end: at })), shared: {} }];
    for (const owner of ofWords) openings.set(owner, ofAll);
  }
  if (always.length > 0) {
    const ofAll = [{ ...whole, sightings: [], shared: {} }];
    for (const owner of always) openings.set(owner, ofAll);
  }
  for (const sighting of sightings) {
    const { owner } = sighting;
    const start = Math.max(0, sighting.start - (reaches[2 * owner] ?? 0));
    const end = Math.min(length, sighting.end + (reaches[2 * owner + 1] ?? 0));
    const all = openings.get(owner);
    const last = all?.at(-1);
    if (all === undefined) openings.set(owner, [{ start, end, sightings: [sighting] }]);
    else if (last === undefined || last.end < start || end - last.start > largestWindow)
      all.push({ start, end, sightings: [sighting] });
    else {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
      last.sightings.push(sighting);
    }
  }
  return openings;
}

interface Growing extends Opening {
  start: number;
  end: number;
  readonly sightings: Range[];
}

/** One detector on one segment. */
interface Search<T> {
  readonly detector: T;
  readonly rank: number;
  readonly segment: Segment;
  readonly all: readonly Opening[];
}

/** What a detector found in a window, and where the window ended that was enough. */
interface Run<T> {
  readonly found: readonly Outcome<T>[];
  readonly end: number;
}

function detect<T extends Triggered>(search: Search<T>, opening: Opening): Run<T> | Promise<Run<T>> {
  const { detector, segment } = search;
  const failed = (error: unknown): Run<T> => ({ found: [new DetectorError(detector, error)], end: opening.end });
  try {
    const matches = detector.detect(windowOf(segment, opening));
    return matches instanceof Promise
      ? matches.then((all) => hits(all, search, opening)).catch(failed)
      : hits(matches, search, opening);
  } catch (error) {
    return failed(error);
  }
}

function windowOf(segment: Segment, opening: Opening): Window {
  if (opening.shared === undefined) return openWindow(segment, opening);
  return (opening.shared.window ??= openWindow(segment, opening));
}

/** Runs the detector on a wider window as long as a match touches an edge behind which the segment goes on. */
function hits<T extends Triggered>(
  matches: Iterable<Match>,
  search: Search<T>,
  opening: Opening,
): Run<T> | Promise<Run<T>> {
  const { detector, rank, segment } = search;
  const { start, end } = opening;
  const { length } = segment.bytes;
  const inner = { start: start === 0 ? 0 : start + edge, end: end === length ? length : end - edge };
  const found: Hit<T>[] = [];
  for (const match of matches) {
    const range = { start: start + match.range.start, end: start + match.range.end };
    if (!contains(inner, range)) return detect(search, widened(opening, search));
    found.push({ detector, rank, match, range });
  }
  return { found, end };
}

function widened<T>({ start, end }: Range, { segment, all }: Search<T>): Opening {
  const more = (end - start) * 2;
  const wider = { start: Math.max(0, start - more), end: Math.min(segment.bytes.length, end + more) };
  const sightings = all.flatMap((opening) => opening.sightings.filter((sighting) => contains(wider, sighting)));
  return { ...wider, sightings };
}
