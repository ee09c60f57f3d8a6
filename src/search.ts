import type { Detector } from "./detectors/detector.ts";
import { DetectorError, type Hit } from "./engine/engine.ts";
import {
  extract,
  extractPiece,
  type Glimpse,
  glimpse,
  isQuiet,
  type Opened,
  partsOf,
  type Piece,
  type Seen,
  wholeOf,
} from "./extractors/extract.ts";
import { deepestFormat, formatsOf } from "./extractors/formats.ts";
import { type Room, wholeRoom } from "./extractors/gzip.ts";
import { withEntryNames } from "./findings/entry-name.ts";
import { seenOnce } from "./findings/seen-once.ts";
import type { Candidate } from "./findings/resolve.ts";
import type { Gate } from "./gate.ts";
import { classOf } from "./model/class.ts";
import { type Clues, noClues } from "./model/clues.ts";
import { isOfTerms } from "./model/denied-rule.ts";
import type { Document } from "./model/document.ts";
import { isMasked } from "./model/placeholder.ts";
import type { Range } from "./model/range.ts";
import type { Segment } from "./model/segment.ts";
import { type Steps, wait, walk } from "./model/steps.ts";
import { codeOf, isOfSystem } from "./model/system-error.ts";
import { type Failure, type Part, TooLarge, Unparsed } from "./extractors/format.ts";

/** A hit in terms of the document that its segment comes from. */
export interface Found extends Candidate, Pick<Hit<Detector>, "detector" | "match"> {
  readonly surface: string;
  /** Whether it stands in a document without lines. */
  readonly isBinary?: true;
  /** What was matched, with its encodings undone. It stays in the scan. */
  readonly text: Buffer;
}

export interface Searched {
  readonly candidates: readonly Found[];
  readonly segments: number;
  /** Whether a suppression comment may stand in it. */
  readonly isMarked: boolean;
  readonly failures: readonly Failure[];
}

/**
 * What the detectors find in a document, before it is decided which of them count. A detector or an extractor that throws is
 * a failure of the check, and the others go on. Of most documents a look at their bytes tells that there is nothing to wait for.
 * @param pause is waited for between the pieces of a large document
 */
export function search(document: Document, gate: Gate, pause?: Pause): Searched | Promise<Searched> {
  const searched: Searching = { candidates: [], segments: 0, isMarked: false, failures: [] };
  const loud: Glimpse[] = [];
  let formats: Formats = [];
  for (const part of partsOf(document)) {
    try {
      const seen = glimpse(part, gate.engine.look);
      formats = formatsIn(seen, gate.isForSites);
      if (isQuiet(seen)) count(seen.glance.isMarked, false, searched);
      else loud.push(seen);
    } catch (error) {
      searched.failures.push(failureOf(part, error));
    }
  }
  if (loud.length === 0 && formats.length === 0 && document.hidden === undefined) return searched;
  return walk(searchCloser({ ...runOf(document, gate, searched), pause }, document, loud, formats));
}

/** A piece of a text that comes piece by piece, and what hides in it besides. */
export interface TextPiece {
  readonly piece: Piece;
  readonly hidden: Iterable<Segment>;
  readonly classes: NonNullable<Document["classes"]>;
}

/** What the detectors find in it: whatever opens a window there, however far that reaches. */
export function* searchPiece({ piece, hidden, classes }: TextPiece, gate: Gate): Steps<Searched> {
  const searched: Searching = { candidates: [], segments: 0, isMarked: false, failures: [] };
  const own = runOf({ classes }, gate, searched);
  const last = gate.ruleOf.indexOf("secret/secretlint");
  const run = last === -1 ? own : { ...own, last };
  yield* searchSeen(piece.of, extractPiece(piece, run.engine.look, 0, run.room), 0, run);
  yield* searchHidden(hidden, run);
  return searched;
}

function runOf(document: Pick<Document, "classes">, gate: Gate, searched: Searching): Run {
  return {
    engine: gate.engine,
    isOnSite: gate.isForSites,
    isWanted: wantedOf(document, gate),
    pause: undefined,
    room: wholeRoom(),
    searched,
    hasTexts: false,
    inNames: new Set(),
  };
}

function wantedOf({ classes }: Pick<Document, "classes">, { ruleOf }: Gate): Run["isWanted"] {
  return classes && ((owner) => ruleOf[owner] !== undefined && classes.includes(classOf(ruleOf[owner])));
}

type Formats = ReturnType<typeof formatsOf>;

function formatsIn({ of: { name, bytes }, glance: { first, end } }: Glimpse, isOnSite: boolean): Formats {
  if (end === 0) return [];
  const formats = formatsOf(name, first, isOnSite);
  const mayBeLink = formats.some(({ isBinary }) => isBinary) && end < longestPath;
  return mayBeLink && isOneLine(bytes.subarray(0, end)) ? [] : formats;
}

/** In bytes. */
const longestPath = 4096;

/** A symbolic link is named like what it leads to, and holds its path: no document of a binary format is a line of text. */
function isOneLine(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** Lets others run, where it is time for it. */
export type Pause = () => Promise<void> | undefined;

interface Searching extends Searched {
  readonly candidates: Found[];
  segments: number;
  isMarked: boolean;
  readonly failures: Failure[];
}

function count(isMarked: boolean, isFurther: boolean, searched: Searching): void {
  if (!isFurther) searched.segments++;
  searched.isMarked ||= isMarked;
}

/** One search of a document, with all that is in it. */
interface Run {
  readonly engine: Gate["engine"];
  /** Whether it is a file of a built site. */
  readonly isOnSite: boolean;
  /** Of each detector, by its number; all of them where it is missing. */
  readonly isWanted: ((owner: number) => boolean) | undefined;
  readonly pause: Pause | undefined;
  /** For what is inflated in it. */
  readonly room: Room;
  readonly searched: Searching;
  /** Whether a format gave a text. */
  hasTexts: boolean;
  /** What was found in names of entries: a folder counts once, however much stands in it. */
  readonly inNames: Set<string>;
  /** The number of a detector that is asked last, and not of tokens that others know: it takes as long as all of them where tokens are many. */
  readonly last?: number;
}

/** The texts of its formats first: they say better than its bytes where something stands, and of two findings at one place the first is kept. */
function* searchCloser(run: Run, document: Document, loud: readonly Glimpse[], formats: Formats): Steps<Searched> {
  const { engine, room, searched } = run;
  if (formats.length > 0) yield* searchFormats(wholeOf(document), formats, 1, run);
  for (const one of loud) yield* searchSeen(one.of, extract(one, engine.look, 0, room), 0, run);
  if (document.hidden !== undefined) yield* searchHidden(document.hidden(document.bytes), run);
  const isSafe = searched.failures.every(({ kind }) => kind === "skipped");
  const found = run.hasTexts ? withEntryNames(seenOnce(searched.candidates), isSafe) : searched.candidates;
  const isBinary = formats.some((format) => format.isBinary) && document.bytes.subarray(0, beginning).includes(0);
  return { ...searched, candidates: isBinary ? found.map((one) => ({ ...one, isBinary })) : found };
}

function* searchHidden(texts: Iterable<Segment>, run: Run): Steps<void> {
  for (const text of texts) {
    const seen = glimpse(text, run.engine.look);
    if (!isQuiet(seen)) yield* searchSeen(text, extract(seen, run.engine.look, 1, run.room), 0, run);
  }
}

/** Git looks so far for a NUL, too, to tell whether a file has lines. */
const beginning = 8000;

/** @param depth how deep in documents of formats these are */
function* searchFormats(of: Part, formats: Formats, depth: number, run: Run): Steps<void> {
  const { failures } = run.searched;
  for (const format of formats) {
    if (depth > deepestFormat) {
      failures.push({
        part: of.part,
        reason: `what stands in it deeper than ${deepestFormat} archives was not searched`,
      });
      return;
    }
    try {
      const texts = (yield* wait(format.load())).texts(of, run.room);
      for (const text of yield* wait(texts)) {
        yield* wait(run.pause?.());
        run.hasTexts = true;
        if ("reason" in text) failures.push(text);
        else yield* searchDocument(text, depth, run);
      }
    } catch (error) {
      if (of.isGuess !== true || !(error instanceof Unparsed)) failures.push(unparsed(of, error));
    }
  }
}

/** A text, which can be a document of its own. */
function* searchDocument(of: Part, depth: number, run: Run): Steps<void> {
  const { engine, room } = run;
  if (of.isEntry && of.name !== undefined) yield* searchEntryName(of, of.name, run);
  const seen = glimpse(of, engine.look);
  const formats = formatsIn(seen, run.isOnSite);
  if (formats.length > 0) yield* searchFormats(of, formats, depth + 1, run);
  yield* searchSeen(of, extract(seen, engine.look, 1, room), depth, run);
}

/** Files that their names give away are looked for among the entries of an archive too, but not what is only out of place on a site. */
function* searchEntryName(of: Part, name: Buffer, run: Run): Steps<void> {
  const { engine, isWanted, searched, inNames } = run;
  const { clues } = engine.look("name", name, 0);
  if (clues === undefined) return;
  const range = of.toDocument({ start: 0, end: 1 });
  const segment = { part: of.part, surface: of.surface, bytes: name, toDocument: () => range };
  for (const hit of yield* wait(engine.run(segment, clues, isWanted))) {
    const { id, namesOnly = false, sitesOnly = false } = hit.detector;
    if (!namesOnly || sitesOnly) continue;
    if (hit instanceof DetectorError) {
      searched.failures.push(failureOfDetector(of, hit));
      continue;
    }
    const { detector, rank, match } = hit;
    const text = Buffer.from(name.subarray(hit.range.start, hit.range.end));
    const key = `${id} ${name.toString("latin1", 0, hit.range.end)}`;
    if (inNames.has(key)) continue;
    inNames.add(key);
    const { part, surface } = of;
    searched.candidates.push({ part, range, group: id, rank, placeholder: false, detector, match, surface, text });
  }
}

/** In place of what cannot be read or cut out there is a failure. */
function* searchSeen(of: Part, seen: Iterable<Seen | Failure | Opened>, depth: number, run: Run): Steps<void> {
  const { searched, engine, pause } = run;
  try {
    for (const one of seen) {
      if ("reason" in one) searched.failures.push(one);
      else if ("opened" in one) {
        yield* searchFormats(one.opened, formatsIn(glimpse(one.opened, engine.look), run.isOnSite), depth + 1, run);
      } else {
        if (one.isFurther) yield* wait(pause?.());
        count(one.isMarked, one.isFurther, searched);
        if (one.shown !== undefined) yield* searchSegment(one.shown, run);
      }
    }
  } catch (error) {
    searched.failures.push(failureOf(of, error));
  }
}

function* searchSegment({ segment, clues }: NonNullable<Seen["shown"]>, run: Run): Steps<void> {
  const { searched } = run;
  const { part, surface, bytes, stream } = segment;
  for (const hit of yield* hitsIn(segment, clues, run)) {
    if (hit instanceof DetectorError) {
      searched.failures.push(failureOfDetector({ part }, hit));
      continue;
    }
    const { detector, rank, match, range } = hit;
    if (isMasked(bytes, range)) continue;
    const placeholder = match.placeholder ?? false;
    const text = copyOf(bytes, range);
    const group = groupOf(detector);
    const found = { part, range: segment.toDocument(range), rank, placeholder, detector, match, surface, text };
    if (group === undefined && stream === undefined) searched.candidates.push(found);
    else
      searched.candidates.push({
        ...found,
        ...(group !== undefined && { group }),
        ...(stream && { stream: { of: stream.of, range: stream.toStream(range) } }),
      });
  }
}

type Hits = Awaited<ReturnType<Gate["engine"]["run"]>>;

function* hitsIn(segment: Segment, clues: Clues, { engine, isWanted, last, pause: patience }: Run): Steps<Hits> {
  // What is large can have something to look closer at in every line.
  const pause = segment.bytes.length > largeSegment ? patience : undefined;
  const mayWait = last === undefined ? none : clues.sightings.filter(({ owner }) => owner === last);
  if (mayWait.length === 0) return yield* wait(engine.run(segment, clues, isWanted, pause));
  const others = clues.sightings.filter(({ owner }) => owner !== last);
  const hits = yield* wait(engine.run(segment, { ...clues, sightings: others }, isWanted, pause));
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

function unparsed(of: Part, error: unknown): Failure {
  if (error instanceof Unparsed) return { part: of.part, reason: error.message, kind: "skipped" };
  return error instanceof TooLarge ? { part: of.part, reason: error.message } : failureOf(of, error);
}

function failureOfDetector({ part }: Pick<Segment, "part">, { detector, cause }: DetectorError<Detector>): Failure {
  return { part, reason: `the detector ${detector.id} failed: ${tellOf(cause)}` };
}

function failureOf({ part }: Pick<Segment, "part">, error: unknown): Failure {
  const reason = isOfSystem(error) ? `cannot be read: ${codeOf(error)}` : `an extractor failed: ${tellOf(error)}`;
  return { part, reason };
}

/** What was thrown and where; an error's message can hold the text that it choked on, so it stays inside. */
function tellOf(cause: unknown): string {
  const error = cause instanceof Error ? cause : new Error("not an error");
  return `${error.constructor.name} ${frameOf(error)}`.trim();
}

/**
 * The first frame below the message, which can itself have lines that look like one. Of its file only the name: where outgate is installed
 * can tell who somebody is.
 */
function frameOf({ message, stack = "" }: Error): string {
  const start = message === "" ? -1 : stack.indexOf(message);
  if (start === -1) return "";
  const frames = stack
    .slice(start + message.length)
    .split("\n")
    .map((line) => line.trim());
  const frame = frames.find((line) => line.startsWith("at ")) ?? "";
  return frame.replace(/(?<=\(|^at (?:async )?)(?:file:\/|[A-Za-z]:)?[\\/].*[\\/]/, "");
}
