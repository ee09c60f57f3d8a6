import type { Detector } from "../detectors/detector.ts";
import { DetectorError } from "../engine/engine.ts";
import type { Seen } from "../extractors/extract.ts";
import type { Part } from "../extractors/format.ts";
import type { Gate } from "../gate.ts";
import { type Clues, noClues } from "../model/clues.ts";
import { isOfTerms } from "../model/denied-rule.ts";
import { isMasked } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import type { Left } from "../model/rest.ts";
import type { Segment } from "../model/segment.ts";
import { type Steps, wait } from "../model/steps.ts";
import { failureOfDetector } from "./failure.ts";
import { type Found, keep, type Run } from "./run.ts";

/** What the detectors find in one text. */
export function* searchSegment({ segment, clues, left }: NonNullable<Seen["shown"]>, run: Run): Steps<void> {
  const { searched } = run;
  const { part, surface, bytes, stream } = segment;
  const found: Found[] = [];
  for (const hit of yield* hitsIn(segment, clues, run, left)) {
    if (hit instanceof DetectorError) {
      searched.failures.push(failureOfDetector({ part }, hit));
      continue;
    }
    const { detector, rank, match, range } = hit;
    if (isMasked(bytes, range, run.placeholders)) continue;
    const placeholder = match.placeholder ?? false;
    const text = copyOf(bytes, range);
    const group = groupOf(detector);
    const one = { part, range: segment.toDocument(range), rank, placeholder, detector, match, surface, text };
    if (group === undefined && stream === undefined) found.push(one);
    else
      found.push({
        ...one,
        ...(group !== undefined && { group }),
        ...(stream && { stream: { of: stream.of, range: stream.toStream(range) } }),
      });
  }
  keep(found, run);
}

/** Files that their names give away are looked for among the entries of an archive too, but not what is only out of place on a site. */
export function* searchEntryName(of: Part, name: Buffer, run: Run): Steps<void> {
  const { engine, isWanted, searched, inNames } = run;
  const { clues } = engine.look("name", name, 0);
  if (clues === undefined) return;
  const range = of.toDocument({ start: 0, end: 1 });
  const segment = { part: of.part, surface: of.surface, bytes: name, toDocument: () => range };
  for (const hit of yield* wait(engine.run(segment, clues, isWanted))) {
    if (hit instanceof DetectorError) {
      searched.failures.push(failureOfDetector(of, hit));
      continue;
    }
    const { id, namesOnly = false, sitesOnly = false } = hit.detector;
    if (!namesOnly || sitesOnly) continue;
    const { detector, rank, match } = hit;
    const text = Buffer.from(name.subarray(hit.range.start, hit.range.end));
    const key = `${id} ${name.toString("latin1", 0, hit.range.end)}`;
    if (inNames.has(key)) continue;
    inNames.add(key);
    const { part, surface } = of;
    keep([{ part, range, group: id, rank, placeholder: false, detector, match, surface, text }], run);
  }
}

type Hits = Awaited<ReturnType<Gate["engine"]["run"]>>;

function* hitsIn(
  segment: Segment,
  clues: Clues,
  { engine, isWanted, last, pause: patience }: Run,
  left: Left | undefined,
): Steps<Hits> {
  // What is large can have something to look closer at in every line.
  const pause = segment.bytes.length > largeSegment ? patience : undefined;
  const mayWait = last === undefined ? none : clues.sightings.filter(({ owner }) => owner === last);
  if (mayWait.length === 0) return yield* wait(engine.run(segment, clues, isWanted, pause, left));
  const others = clues.sightings.filter(({ owner }) => owner !== last);
  const hits = yield* wait(engine.run(segment, { ...clues, sightings: others }, isWanted, pause, left));
  const known = beginningsOf(hits, segment.bytes);
  const sightings = mayWait.filter(({ start }) => !known.has(start));
  if (sightings.length === 0) return hits;
  return [...hits, ...(yield* wait(engine.run(segment, { ...noClues, sightings }, isWanted, pause)))];
}

/** In bytes. */
const largeSegment = 65_536;

const none: Clues["sightings"] = [];

/** Where tokens begin with what their detector knows them by. */
function beginningsOf(hits: Hits, bytes: Buffer): Set<number> {
  const places = new Set<number>();
  for (const hit of hits) {
    if (hit instanceof DetectorError || hit.detector.prefixes === undefined) continue;
    const { start } = hit.range;
    const text = bytes.toString("latin1", start, start + longestPrefix);
    if (hit.detector.prefixes.some((prefix) => text.startsWith(prefix))) places.add(start);
  }
  return places;
}

const longestPrefix = 64;

function copyOf(bytes: Buffer, { start, end }: Range): Buffer {
  const copy = Buffer.allocUnsafe(end - start);
  bytes.copy(copy, 0, start, end);
  return copy;
}

/** What the owner has denied is a question of its own: a term that may leave takes no credential along that overlaps it. */
function groupOf({ id, isApart }: Detector): string | undefined {
  return isApart === true || isOfTerms(id) ? id : undefined;
}
