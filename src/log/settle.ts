import { logTextsIn } from "../extractors/log-texts.ts";
import type { Gate } from "../gate.ts";
import type { Clues } from "../model/clues.ts";
import { countBefore, type Range, united } from "../model/range.ts";
import type { Steps } from "../model/steps.ts";
import { searchPiece } from "../search/piece.ts";
import type { Edit } from "./edits.ts";
import { classesOfLogs } from "./log-gate.ts";
import type { LoudPlaces } from "./loud-places.ts";
import { foundIn, keptOf, type Span, spansIn, spansOf } from "./spans.ts";
import { type Mark, type Stretch, Written } from "./stretch.ts";

const newline = 0x0a;

/** So far around it what is masked can change what is found, in bytes. */
export const near = 512;

/** So close to it something has to stand that could be found: in its line, and in others, in bytes. */
const close = 192;
const closeInOthers = 128;

/** So much more is read, so that nothing is found only because a text was cut off there. */
const halo = 128;

/** What was made up needed three. */
const rounds = 4;

/** What is to be masked of a stretch. */
export interface Masked {
  readonly stretch: Stretch;
  readonly spans: readonly Span[];
  /** What is replaced for some spans. */
  readonly edit: (spans: readonly Span[]) => readonly Edit[];
  /** Whether anything beside a range may have to do with what is masked there. */
  readonly isLoud: (range: Range) => boolean;
}

/**
 * All that has to be masked so that nothing is found in what is written. What was masked can have hidden something beside it: it was a part of
 * something longer that was no finding beside a better one, or spoke against it. So what is written around each mask is searched again, until nothing
 * new is found; where that does not end, all between is masked.
 */
export function* settled({ stretch, spans, edit, isLoud }: Masked, gate: Gate): Steps<readonly Span[]> {
  let all = spans;
  let isOpen = isLoud;
  for (let round = 1; round <= rounds; round++) {
    const around = rangesAround(stretch, all, isOpen);
    if (around.length === 0) break;
    const edits = edit(all.filter((span) => (around[countBefore(around, span.end) - 1]?.end ?? 0) > span.start));
    const more: Span[] = [];
    for (const range of around) {
      const found = yield* foundAgain(new Written(partOf(stretch, range, edits), edits), gate);
      for (const span of round === rounds ? asOne(found) : found) more.push(span);
    }
    if (more.length === 0) break;
    all = joined([...all, ...more]);
    isOpen = (range) => more.some(({ start, end }) => start < range.end && end > range.start);
  }
  return all;
}

/**
 * Whether what is found beside a range may be another thing when that is masked: something was seen in its line, or close to it in others.
 * @param base where the bytes begin in what the places count in
 */
export function loudBeside(
  bytes: Buffer,
  base: number,
  spans: readonly Range[],
  places: LoudPlaces,
): (range: Range) => boolean {
  const isLoud = places.outside(spans, base);
  return (range) => {
    const { start, end } = range;
    if (!isBetween(bytes[start - 1]) || !isBetween(bytes[end])) return true;
    return isLoud({ start: start - close, end: end + close }) && isLoud(linesAround(bytes, range, close));
  };
}

/** Whether it stands between words: what is beside it is read alike, whatever stands on its other side. */
function isBetween(byte: number = 0x20): boolean {
  return separators.has(byte);
}

const separators: ReadonlySet<number> = new Set(Buffer.from("\t\n\r \"'`,;:=&/\\()[]{}<>|"));

/** The lines of a range and of what is close to it, and no more than so many bytes on each side. */
function linesAround(bytes: Buffer, { start, end }: Range, most: number): Range {
  const first = Math.max(0, start - most);
  let from = Math.max(first, start - closeInOthers);
  while (from > first && bytes[from - 1] !== newline) from--;
  const last = Math.min(bytes.length, end + most);
  let to = Math.min(last, end + closeInOthers);
  while (to < last && bytes[to - 1] !== newline) to++;
  return { start: from, end: to };
}

/** What has to be read again: around what is open of what is masked. */
function rangesAround(
  { bytes, start: first, end: last, masked }: Stretch,
  spans: readonly Range[],
  isOpen: (range: Range) => boolean,
): readonly Range[] {
  const ranges: Range[] = [];
  const add = ({ start, end }: Range): void => {
    if (!isOpen({ start, end })) return;
    const lines = linesAround(bytes, { start, end }, near + halo);
    ranges.push({ start: Math.max(first, lines.start), end: Math.max(first, end, Math.min(last, lines.end)) });
  };
  if (masked !== undefined) add({ start: first - masked, end: first - masked });
  for (const span of spans) add(span);
  return united(ranges);
}

/** A part of a stretch; what is masked at its ends belongs to it as a whole. */
function partOf(whole: Stretch, { start, end }: Range, edits: readonly Edit[]): Stretch {
  const first = edits[countBefore(edits, start) - 1];
  const last = edits[countBefore(edits, end) - 1];
  const from = first !== undefined && first.end > start ? first.start : start;
  const own = { start: from, end: Math.max(end, last?.end ?? end) };
  const isFirst = own.start <= whole.start;
  return {
    ...whole,
    ...own,
    ...(!isFirst && { before: whole.bytes.subarray(own.start, own.start), masked: undefined }),
    comesAfter: isFirst ? whole.comesAfter : whole.bytes[own.start - 1] !== newline,
    goesOn: whole.bytes[own.end - 1] !== newline && (own.end < whole.end || whole.goesOn),
  };
}

/** What is found in what was written, by its place in what came in. */
function* foundAgain(written: Written, gate: Gate): Steps<readonly Span[]> {
  const { bytes, marks, stretch } = written;
  const glance = gate.engine.look("contents", bytes, 0);
  const clues = glance.clues && cluesBeside(glance.clues, marks);
  const of = { part: "contents", surface: "text", bytes, toDocument: itself } as const;
  const piece = { of, start: 0, glance: { ...glance, clues } };
  const hidden = logTextsIn(bytes, { start: 0, end: bytes.length }, 0);
  const again = glance.isLast
    ? spansOf(keptOf(foundIn(yield* searchPiece({ piece, hidden, classes: classesOfLogs }, gate)), gate), bytes, 0)
    : yield* spansIn(bytes, gate);
  const spans: Span[] = [];
  for (const span of again) {
    const isCutBefore = stretch.comesAfter && span.start < edge;
    const isCutBehind = stretch.goesOn && span.end > bytes.length - edge;
    const place = isCutBefore || isCutBehind ? undefined : written.placeOf(span);
    if (place !== undefined) spans.push({ ...span, ...place });
  }
  return spans;
}

/** What touches where a text was cut off can be a part of something. */
const edge = 4;

/** Without what stands in masks: they open no context. Undefined where nothing is left. */
function cluesBeside(clues: Clues, marks: readonly Mark[]): Clues | undefined {
  let next = 0;
  const sightings = clues.sightings.filter((one) => {
    const at = one.start;
    while (next > 0 && (marks[next - 1]?.at ?? 0) > at) next--;
    for (let mark = marks[next]; mark !== undefined && mark.at <= at; mark = marks[++next]);
    const mark = marks[next - 1];
    return mark === undefined || one.end > mark.at + mark.length;
  });
  const own = { ...clues, sightings };
  return Object.values(own).every((places: readonly unknown[]) => places.length === 0) ? undefined : own;
}

function itself(range: Range): Range {
  return range;
}

/** Where it does not end: one from the first to the last. */
function asOne(spans: readonly Span[]): readonly Span[] {
  const [first] = spans;
  return first === undefined ? [] : [{ ...first, end: Math.max(...spans.map(({ end }) => end)) }];
}

/** In order, and without overlaps: what was found first tells what it is. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const all: { -readonly [K in keyof Span]: Span[K] }[] = [];
  // A stable sort: of two at one place what was found first is first.
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start >= last.end) all.push({ ...span });
    else {
      if (span.end > last.end) last.isNamed = span.isNamed;
      last.end = Math.max(last.end, span.end);
      last.stops ||= span.stops;
      last.isList &&= span.isList;
      last.wide ??= span.wide;
    }
  }
  return all;
}
