import type { Range } from "../model/range.ts";
import { unescaped } from "./escapes.ts";
import { canBeginMark, marksIn } from "./marks.ts";
import { rendered } from "./markup.ts";
import { type Beginnings, isFirst, type MayBegin } from "./first-words.ts";
import { runsOf, wordsOf } from "./runs.ts";
import { plainReading, type Reading } from "./reading.ts";

/**
 * How far a term reaches, in bytes: as it stands, and where something is written in it. Behind initials and frequent words the place is that of
 * another word: see `firstWordsOf`.
 */
const plainReach = { before: 192, after: 192 };
const markedReach = { before: 256, after: 256 };
/** Where marks are looked for: those before the place can stand behind such a word. */
const nearMarks = { before: 256, after: 128 };
/** Between two marks of a word that is hidden in them stand so many bytes at most; it is looked for no farther than that. */
const hidden = { apart: 64, longest: 8192 };

/**
 * The readings of a text: as it stands, and where it is written otherwise, as who decodes it reads it, without its markup, or both.
 * @param places the only ones at which a word as it stands can be the first of a form; all where it is missing
 */
export function* readingsOf(
  bytes: Buffer,
  beginnings: Beginnings,
  places: Iterable<number> | undefined,
): Generator<Reading> {
  const all = { start: 0, end: bytes.length };
  if (places === undefined) {
    for (const range of pieces(bytes)) yield plainReading(bytes, range);
    yield* markedReadings(bytes, marksIn(bytes, all));
    return;
  }
  const seen: Range[] = [];
  const marked: Range[] = [];
  for (const place of new Set(places)) {
    const standing = standingAt(bytes, place, beginnings);
    if (standing === "passes") continue;
    const range = { start: place, end: place };
    if (standing === "hidden") marked.push(behindMarks(bytes, range));
    else {
      seen.push(range);
      marked.push(...withMarks(bytes, range));
    }
  }
  for (const range of stretches(bytes, seen.toSorted(byPlace), plainReach)) yield plainReading(bytes, range);
  yield* markedReadings(bytes, marked.toSorted(byPlace));
}

/** A text is read in pieces, as all of its words together would take a hundred times its memory. */
const pieceLength = 8192;

/** What neighbours have in common, so that a term is whole in one of them. */
const shared = { before: 256, after: 2048 };

function* pieces(bytes: Buffer): Generator<Range> {
  for (let at = 0; at < bytes.length; at += pieceLength)
    yield { start: beginning(bytes, at - shared.before), end: ending(bytes, at + pieceLength + shared.after) };
}

function byPlace(a: Range, b: Range): number {
  return a.start - b.start;
}

function* markedReadings(bytes: Buffer, places: Iterable<Range>): Generator<Reading> {
  for (const range of stretches(bytes, places, markedReach)) yield* otherReadings(plainReading(bytes, range));
}

function* otherReadings(plain: Reading): Generator<Reading> {
  const decoded = unescaped(plain);
  if (decoded !== undefined) yield decoded;
  const shown = rendered(plain);
  if (shown !== undefined) yield unescaped(shown) ?? shown;
  const shownBehind = decoded === undefined ? undefined : rendered(decoded);
  if (shownBehind !== undefined) yield shownBehind;
}

/** A place and the marks near it, if there are any: a tag between two names can be long. */
function withMarks(bytes: Buffer, { start }: Range): Range[] {
  const near = { start: Math.max(0, start - nearMarks.before), end: Math.min(bytes.length, start + nearMarks.after) };
  const marks = [...marksIn(bytes, near)];
  if (marks.length === 0) return [];
  return [
    {
      start: Math.min(start, ...marks.map((mark) => mark.start)),
      end: Math.max(start, ...marks.map((mark) => mark.end)),
    },
  ];
}

/** A place at which a word begins that does not stand there as it is read, as far as the marks in it reach. */
function behindMarks(bytes: Buffer, { start }: Range): Range {
  let end = start;
  for (const mark of marksIn(bytes, { start, end: Math.min(bytes.length, start + hidden.longest) })) {
    if (mark.start > end + hidden.apart) break;
    end = Math.max(end, mark.end);
  }
  return { start, end };
}

/** What a place is that the kernel emits: one to read around, of a word that is read at another place, or one where a word is hidden in marks. */
type Standing = "opens" | "passes" | "hidden";

function standingAt(bytes: Buffer, place: number, { mayBegin, opens, opensBeforeInitial }: Beginnings): Standing {
  const run = runAt(bytes, place);
  if (run === undefined) return showsFirstAt(bytes, place, mayBegin) ? "opens" : "hidden";
  const words = beginningsOf(run);
  if (!words.some(mayBegin)) return "hidden";
  const behind = place + run.length;
  if (words.some(opens) || (words.some(opensBeforeInitial) && mayHaveInitial(run, bytes, behind))) return "opens";
  return mayGoOn(bytes, behind) ? "hidden" : "passes";
}

/** Whether a run may go on behind what marks write or leave out, or as a link; behind a hyphen it does at a line's end alone. */
function mayGoOn(bytes: Buffer, behind: number): boolean {
  const sign = bytes[behind] ?? 0x20;
  return (canBeginMark(sign) || sign === bracket) && !(sign === hyphen && isOfWord(bytes[behind + 1]));
}

const hyphen = 0x2d;
const bracket = 0x5b;

/** Whether an initial may stand in a run or behind it, as far as bytes tell: what marks stand for may be one. */
function mayHaveInitial(run: string, bytes: Buffer, behind: number): boolean {
  if (/[a-z\d][A-Z\d]/.test(run)) return true;
  const text = bytes.toString("latin1", behind, behind + 2 * longestWord);
  return /^[-_.,+\s]*(?:[A-Za-z](?![a-z])|[^-_.,+\sA-Za-z"'(){}:;/|>!?#@$^])/.test(text);
}

/** Whether a first word stands at a place, or may be what is written there in place of its characters. */
export function mayShowFirst(bytes: Buffer, place: number, mayBegin: MayBegin): boolean {
  const run = runAt(bytes, place);
  if (run === undefined ? showsFirstAt(bytes, place, mayBegin) : beginningsOf(run).some(mayBegin)) return true;
  return /[&%\\=<]/.test(String.fromCharCode(bytes[endOfRun(bytes, place)] ?? 0x20));
}

/** The run of ASCII at a place; undefined where it goes on with other bytes or is too long. */
function runAt(bytes: Buffer, place: number): string | undefined {
  const end = endOfRun(bytes, place);
  return (bytes[end] ?? 0x20) >= 0x80 || end - place >= longestWord ? undefined : bytes.toString("latin1", place, end);
}

/** What a run of ASCII begins with: all of it and its first word. See `isFirst`. */
function beginningsOf(run: string): readonly string[] {
  const [word = run] = /[A-Z\d]/.test(run) ? (/^(?:\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+)/.exec(run) ?? []) : [];
  return word.length < run.length ? [run.toLowerCase(), word.toLowerCase()] : [run.toLowerCase()];
}

/** In bytes: what is longer is read. */
const longestWord = 64;

/** Whether a form may begin with the word at a place that has other bytes than those of ASCII, or stands before one. */
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
