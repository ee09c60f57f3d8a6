import type { Range } from "../model/range.ts";
import { unescaped } from "./escapes.ts";
import { marksIn } from "./marks.ts";
import { rendered } from "./markup.ts";
import { isFirst, type MayBegin } from "./first-words.ts";
import { runsOf, wordsOf } from "./runs.ts";
import { plainReading, type Reading } from "./reading.ts";

/**
 * How far a term reaches, in bytes: as it stands, and where something is written in it. Behind initials the kernel tells the place of the
 * next word alone: see `kernelWords`.
 */
const plainReach = { before: 160, after: 192 };
const markedReach = { before: 128, after: 256 };
/** Where marks are looked for: those before the place can stand behind an initial. */
const nearMarks = { before: 256, after: 128 };
/** How far the first word of one reaches that begins in what is written for it. */
const hiddenReach = { before: 64, after: 64 };

/**
 * The readings of a text: as it stands, and where it is written otherwise, as who decodes it reads it, without its markup, or both.
 * @param places the only ones at which a word as it stands can be the first of a form; all where it is missing
 */
export function* readingsOf(
  bytes: Buffer,
  mayBegin: MayBegin,
  places: Iterable<number> | undefined,
): Generator<Reading> {
  const all = { start: 0, end: bytes.length };
  if (places === undefined) {
    yield plainReading(bytes, all);
    yield* markedReadings(bytes, marksIn(bytes, all, false));
    return;
  }
  const likely: Range[] = [];
  for (const place of places)
    if (place !== likely.at(-1)?.start && canBegin(bytes, place, mayBegin)) likely.push({ start: place, end: place });
  likely.sort((a, b) => a.start - b.start);
  for (const range of stretches(bytes, likely, plainReach)) yield plainReading(bytes, range);
  const marked = likely.flatMap((place) => withMarks(bytes, place) ?? []);
  const hidden = [...stretches(bytes, marksIn(bytes, all, true), hiddenReach)].filter((range) =>
    showsFirst(bytes, range, mayBegin),
  );
  yield* markedReadings(
    bytes,
    [...marked, ...hidden].toSorted((a, b) => a.start - b.start),
  );
}

/** Whether a first word stands there, for whoever reads what is written. */
function showsFirst(bytes: Buffer, range: Range, mayBegin: MayBegin): boolean {
  for (const { text } of otherReadings(plainReading(bytes, range))) {
    const runs = runsOf(text);
    if (runs.some((run) => wordsOf(run).some((word) => isFirst(word, runs, mayBegin)))) return true;
  }
  return false;
}

function* markedReadings(bytes: Buffer, places: Iterable<Range>): Generator<Reading> {
  for (const range of stretches(bytes, places, markedReach)) yield* otherReadings(plainReading(bytes, range));
}

function* otherReadings(plain: Reading): Generator<Reading> {
  if (plain.isBroken) yield plain;
  const decoded = unescaped(plain);
  if (decoded !== undefined) yield decoded;
  const shown = rendered(plain);
  if (shown !== undefined) yield unescaped(shown) ?? shown;
  const shownBehind = decoded === undefined ? undefined : rendered(decoded);
  if (shownBehind !== undefined) yield shownBehind;
}

/** A place and the marks near it, if there are any: a tag between two names can be long. */
function withMarks(bytes: Buffer, { start }: Range): Range | undefined {
  const near = { start: Math.max(0, start - nearMarks.before), end: Math.min(bytes.length, start + nearMarks.after) };
  let range: Range | undefined;
  for (const mark of marksIn(bytes, near, false))
    range = { start: Math.min(range?.start ?? start, mark.start), end: Math.max(range?.end ?? start, mark.end) };
  return range;
}

/** Whether the word or the run of ASCII at a place is a first word; what goes on with other bytes may be one. See `isFirst`. */
function canBegin(bytes: Buffer, place: number, mayBegin: MayBegin): boolean {
  const end = endOfRun(bytes, place);
  if ((bytes[end] ?? 0x20) >= 0x80) return showsFirstAt(bytes, place, mayBegin);
  if (end - place >= longestWord) return true;
  const run = bytes.toString("latin1", place, end);
  if (mayBegin(run.toLowerCase())) return true;
  const word = /[A-Z\d]/.test(run) ? (/^(?:\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+)/.exec(run)?.[0] ?? run) : run;
  return word.length < run.length && mayBegin(word.toLowerCase());
}

/** In bytes: what is longer is read. */
const longestWord = 64;

/** The same for a word with other bytes than those of ASCII, or before one. */
function showsFirstAt(bytes: Buffer, place: number, mayBegin: MayBegin): boolean {
  const end = endOfRun(bytes, place, 0xff);
  const { text } = plainReading(bytes, { start: place, end: Math.min(bytes.length, end + 1) });
  const runs = runsOf(text);
  const [run] = runs;
  if (run === undefined || text.includes("\x1b") || unsure.test(text)) return true;
  if (end - place >= longestWord && run.parts[0]?.isUnspaced !== true) return true;
  return wordsOf(run).some((word) => word.start === 0 && isFirst(word, runs, mayBegin));
}

/** Where what stands there may go on in another way: marks, parts of Korean syllables, bytes that are no UTF-8. */
const unsure = /[&%\\<=[\]*~`\u1100-\u11ff\ufffd]/;

/** @param last the last byte that counts as one of a word, of those from 0x80 on */
function endOfRun(bytes: Buffer, from: number, last = 0x7f): number {
  let end = from;
  while (end < Math.min(bytes.length, from + longestWord) && (bytes[end] ?? 0) <= last && isOfWord(bytes[end])) end++;
  return end;
}

/** Stretches around places in their order, joined where they meet, that begin and end where no word is cut. */
function* stretches(
  bytes: Buffer,
  places: Iterable<Range>,
  { before, after }: { readonly before: number; readonly after: number },
): Generator<Range> {
  let current: Range | undefined;
  for (const place of places) {
    if (current !== undefined && place.end + after <= current.end) continue;
    const meets = current !== undefined && place.start - before <= current.end;
    const start = meets && current !== undefined ? current.start : beginning(bytes, place.start - before);
    const end = ending(bytes, place.end + after);
    if (current !== undefined && start > current.end) yield current;
    current = { start: current !== undefined && start <= current.end ? Math.min(current.start, start) : start, end };
  }
  if (current !== undefined) yield current;
}

/** So far from where a stretch would begin or end a space is looked for, then any end of a word. */
const slack = 256;

function beginning(bytes: Buffer, from: number): number {
  let at = Math.max(0, from);
  for (; at > 0 && at > from - slack; at--) if ((bytes[at - 1] ?? 0) <= 0x20) return at;
  while (at > 0 && isOfWord(bytes[at - 1])) at--;
  return at;
}

function ending(bytes: Buffer, from: number): number {
  let at = Math.min(bytes.length, from);
  for (; at < bytes.length && at < from + slack; at++) if ((bytes[at] ?? 0) <= 0x20) return at;
  while (at < bytes.length && isOfWord(bytes[at])) at++;
  return at;
}

function isOfWord(byte = 0x20): boolean {
  return byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
