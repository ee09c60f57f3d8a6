import type { Detector } from "../src/detectors/detector.ts";
import { detectors } from "../src/detectors/index.ts";
import { createEngine } from "../src/engine/engine.ts";
import { openWindow } from "../src/engine/window.ts";
import { createGate } from "../src/gate.ts";
import { base64Alphabet, byteClass, byteRuns } from "../src/model/byte-runs.ts";
import type { Bytes } from "../src/model/bytes.ts";
import type { Glance, Sighting } from "../src/model/clues.ts";
import type { Match } from "../src/model/match.ts";
import { contains, overlap, type Range } from "../src/model/range.ts";
import type { Segment } from "../src/model/segment.ts";
import { literalsOf, shapesOf } from "../src/model/trigger.ts";
import { search } from "../src/search/search.ts";
import type { Seen } from "../src/extractors/extract.ts";
import { cluesIn } from "./clues.ts";
import { escapesIn, gzipIn, hexadecimalIn } from "./plain-clues.ts";
import { plainStretches } from "./plain-shapes.ts";
import { seenIn, seenInTexts } from "./seen.ts";

/** A text to be searched twice. Its name is searched as well where it has one. */
export interface Text {
  readonly name?: string;
  readonly bytes: Buffer;
}

/** A match with all that tells it from others, but without any text. */
export interface Mark {
  readonly detector: string;
  readonly part: Segment["part"];
  readonly surface: string;
  /** In the document. */
  readonly range: Range;
  readonly confidence: number;
  readonly variant: string;
}

/** A match that only one of the two searches has. */
export interface Difference extends Mark {
  /** `lost`: the engine does not have it. `invented`: the engine alone has it. */
  readonly kind: "lost" | "invented";
}

/**
 * What the gate's search finds in a text, against what the detectors find without any of the engine's filters. Two references
 * say what must be found:
 *
 * - Every detector runs over the whole text. A detector's trigger says what must stand close to what it finds, and for many that is a part of their
 *   meaning: `figma` beside a UUID. So a match counts where it begins within its detector's reach of a literal, and either ends there too
 *   or has the literal in it. The four bytes at the edge of a window, which the engine itself does not trust, are no part of the reach.
 * - The engine runs on the windows around all literals, which a plain search finds: what must stand behind them is not asked.
 *
 * What the engine finds must be found by one of the two: the first of several on a very long line is sometimes all that
 * secretlint sees of them in the whole text.
 */
export async function differences(text: Text): Promise<Difference[]> {
  return compare(await found(text), await reference(text));
}

/** Every match that must be found, and every match that may be. */
export interface Reference {
  readonly must: readonly Mark[];
  readonly may: readonly Mark[];
}

export function compare(engineFound: readonly Mark[], { must, may }: Reference): Difference[] {
  return [
    ...without(must, engineFound).map((mark) => ({ kind: "lost" as const, ...mark })),
    ...without(engineFound, may).map((mark) => ({ kind: "invented" as const, ...mark })),
  ];
}

/** The marks that are not among the others, each once. */
function without(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const left = new Map(marks.map((mark) => [keyOf(mark), mark]));
  for (const mark of others) left.delete(keyOf(mark));
  return [...left.values()];
}

function keyOf({ detector, part, surface, range, confidence, variant }: Mark): string {
  return [detector, part, surface, range.start, range.end, confidence, variant].join("\t");
}

const gate = createGate({ detectors });

/** What the gate's search finds. @throws {Error} where a part of the text was not searched. */
export async function found(text: Text): Promise<Mark[]> {
  const { candidates, failures } = await search(documentOf(text), gate);
  // A name of one format and the bytes of another are told, and searched as they stand.
  const failure = failures.find(({ kind }) => kind !== "skipped");
  if (failure !== undefined) throw new Error(failure.reason);
  return candidates.map(({ detector, match, part, surface, range }) =>
    markOf(detector, match, { part, surface }, range),
  );
}

function documentOf({ name = "", bytes }: Text): Parameters<typeof search>[0] {
  return { kind: "document", name: Buffer.from(name), nameLeaves: name !== "", bytes };
}

function markOf(
  detector: Detector,
  match: Match,
  { part, surface }: Pick<Segment, "part" | "surface">,
  range: Range,
): Mark {
  const { confidence = 1, variant = "", placeholder = false } = match;
  return { detector: detector.id, part, surface, range, confidence, variant: placeholder ? "placeholder" : variant };
}

/** What the detectors find without the engine's filters. */
export async function reference(text: Text): Promise<Reference> {
  const must: Mark[] = [];
  const may: Mark[] = [];
  for (const { shown } of seenIn(documentOf(text), lookEverywhere))
    if (shown !== undefined) await searchEverywhere(shown, must, may);
  // What a format gives once more need not be found there, too.
  for await (const { shown } of seenInTexts(documentOf(text), lookEverywhere))
    if (shown !== undefined) await searchEverywhere(shown, [], may);
  return { must, may };
}

async function searchEverywhere(
  { segment, clues }: NonNullable<Seen["shown"]>,
  must: Mark[],
  may: Mark[],
): Promise<void> {
  const sightings = Map.groupBy(clues.sightings, ({ owner }) => owner);
  for (const [owner, detector] of detectors.entries()) {
    if (detector.namesOnly && segment.part !== "name") continue;
    const own = sightings.get(owner) ?? [];
    for (const { match, range } of await matchesIn(detector, segment, own)) {
      const mark = markOf(detector, match, segment, segment.toDocument(range));
      may.push(mark);
      if (isClose(range, own, detector, segment)) must.push(mark);
    }
  }
  for (const hit of await engine.run(segment, clues)) {
    if (hit instanceof Error) throw hit;
    const mark = markOf(hit.detector, hit.match, segment, segment.toDocument(hit.range));
    may.push(mark);
    must.push(mark);
  }
}

const engine = createEngine(detectors);

/** A longer segment is searched in pieces, so that detectors whose work grows faster than the text come to an end. */
const piece = 65_536;

/** What a piece has before and behind it: more than the longest reach. */
const around = 24_576;

interface Located {
  readonly match: Match;
  /** In the segment. */
  readonly range: Range;
}

/** What a detector finds in the whole text. */
async function matchesIn(detector: Detector, segment: Segment, sightings: readonly Range[]): Promise<Located[]> {
  const located: Located[] = [];
  const { length } = segment.bytes;
  for (let from = 0; from < length; from += piece) {
    const start = Math.max(0, from - around);
    const whole = { start, end: Math.min(length, from + piece + around) };
    const inside = sightings.filter((sighting) => contains(whole, sighting));
    const window = openWindow(segment, { ...whole, sightings: inside });
    const matches = detector.detect(window);
    for (const match of matches instanceof Promise ? await matches : matches) {
      const range = { start: start + match.range.start, end: start + match.range.end };
      if (range.start >= from && range.start < from + piece) located.push({ match, range });
    }
  }
  return located;
}

/** The engine's: closer to the edge of a window a match is not trusted. */
const edge = 4;

/** Whether a match begins within its detector's reach of a literal, and ends there or has the literal in it. */
function isClose(range: Range, sightings: readonly Range[], { trigger, reach }: Detector, { bytes }: Segment): boolean {
  if (trigger === "every segment") return true;
  const { before, after } = reach ?? { before: 256, after: 256 };
  return sightings.some((literal) => {
    const start = literal.start - before;
    const end = literal.end + after;
    const begins = start <= 0 || start + edge <= range.start;
    const ends = end >= bytes.length || range.end + edge <= end;
    return begins && (ends || overlap(literal, range));
  });
}

const alphabet = byteClass(base64Alphabet);

/** Frames are read around what the engine has seen: what stands in them is then searched without its filters, too. */
function framedIn(part: Segment["part"], bytes: Bytes): Set<number> {
  const { sightings } = cluesIn(gate.engine.look, part, bytes);
  return new Set(sightings.flatMap(({ start, isFramed }) => (isFramed ? [start] : [])));
}

/** The clues of a search that leaves nothing out. */
function lookEverywhere(part: Segment["part"], all: Bytes): Glance {
  const bytes = all.subarray(0, all.length);
  const text = bytes.toString("latin1");
  const framed = framedIn(part, bytes);
  const sightings = [...literalsIn(text, part), ...shapesIn(text)].toSorted((a, b) => a.start - b.start);
  const clues = {
    sightings: sightings.map((one) => (framed.has(one.start) ? { ...one, isFramed: true as const } : one)),
    words: [],
    base64: byteRuns(bytes, alphabet(), 16),
    wide: bytes.length === 0 ? [] : [{ start: 0, end: bytes.length }],
    escapes: escapesIn(text),
    hexadecimal: hexadecimalIn(text),
    gzip: gzipIn(text),
    foreign: [],
    apart: [],
  };
  return { clues, isMarked: false, end: bytes.length, isLast: true, first: 0 };
}

const literals = detectors.flatMap(({ trigger, namesOnly = false }, owner) => {
  return literalsOf(trigger).flatMap(({ literals: group, anyCase = false }) =>
    group.map((wanted) => {
      const lower = lowerCase(wanted);
      return { wanted: anyCase ? lower : wanted, owner, anyCase, namesOnly, pair: pairAt(lower, 0) };
    }),
  );
});

/** Of each pair of bytes the number of the last text that has it, in lower case. */
const pairs = new Uint32Array(0x10000);
let textsRead = 0;

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8);
}

/** Every place of every literal, whatever stands behind it. */
function literalsIn(text: string, part: Segment["part"]): Sighting[] {
  const lower = lowerCase(text);
  const sightings: Sighting[] = [];
  // A text of some hundred bytes has few of all pairs of bytes, and then it is not searched for most literals.
  const number = ++textsRead;
  for (let at = 0; at + 1 < lower.length; at++) pairs[pairAt(lower, at)] = number;
  for (const { wanted, owner, anyCase, namesOnly, pair } of literals) {
    if ((namesOnly && part !== "name") || pairs[pair] !== number) continue;
    const hay = anyCase ? lower : text;
    for (let at = hay.indexOf(wanted); at !== -1; at = hay.indexOf(wanted, at + 1))
      sightings.push({ owner, start: at, end: at + wanted.length });
  }
  return sightings.toSorted((a, b) => a.start - b.start);
}

const shapes = detectors.flatMap(({ trigger }, owner) => shapesOf(trigger).map((shaped) => ({ ...shaped, owner })));

/** Every stretch that has a shape. */
function shapesIn(text: string): Sighting[] {
  return plainStretches(text, shapes).flatMap(({ shape, range, size }) =>
    shapes
      .filter((wanted) => wanted.shape === shape && size >= (wanted.least ?? 1))
      .map(({ owner }) => ({ owner, ...range })),
  );
}

/** ASCII's letters alone: the text is Latin-1. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
