import type { Range } from "../model/range.ts";
import type { Lookup } from "./lookup.ts";
import { behindCouple, isCouple, withOther } from "./couple.ts";
import { type Beginnings, isFirst } from "./first-words.ts";
import {
  canBeMiddleName,
  isApart,
  isBesideAt,
  isField,
  isMiddleName,
  isPlausible,
  isReversible,
  type Order,
  orderOf,
  orderWith,
} from "./plausible.ts";
import { isOfTwoPeople } from "./two-people.ts";
import { namesInRecords } from "./records.ts";
import { composed, following, type Run, runsOf, type Word, wordsOf } from "./runs.ts";
import { type Reading, sourceOf } from "./reading.ts";
import { remembered } from "./remembered.ts";
import { readingsOf } from "./stretches.ts";
import type { TermKind } from "./term.ts";
import { isWritten, writtenAt, writtenKinds } from "./written.ts";

/** A denied term in a text; its range counts bytes. */
export interface TermMatch {
  readonly kind: TermKind;
  readonly range: Range;
}

/**
 * Finds denied terms, however they are written, in the order of their places.
 * @param places where the first words of forms may begin, as the kernel emits them (`findWords` and `findMarked`, with
 *   `wordTable(kernelWords(…))` and `readFolds()`); without them the whole text is read.
 */
export function findTerms(bytes: Buffer, lookup: Lookup, places?: Iterable<number>): readonly TermMatch[] {
  const ask = asking(lookup);
  const found: TermMatch[] = [];
  const all = places && Uint32Array.from(places).toSorted();
  for (const reading of readingsOf(bytes, ask, all))
    for (const match of matchesIn(composed(reading), ask)) found.push(match);
  for (const range of namesInRecords(bytes, ask.kindOf, ask.mayBegin, all)) found.push({ kind: "person", range });
  return outermost(found);
}

/** What is asked of a list and of a lock alike. */
interface Ask extends Beginnings {
  readonly longest: number;
  readonly kindOf: Lookup["kindOf"];
}

const asked = new WeakMap<Lookup, Ask>();

function asking(lookup: Lookup): Ask {
  const { longest, firstWords } = lookup;
  const before = asked.get(lookup);
  if (before !== undefined) return before;
  const kindOf = (form: string): TermKind | undefined => lookup.kindOf(form);
  const begin = (word: string): TermKind | undefined => kindOf(`^${word}`) ?? kindOf(word);
  const beginning = firstWords === undefined ? remembered(begin) : begin;
  const mayBegin = (word: string): boolean => beginning(word) !== undefined;
  const has = (form: string): boolean => kindOf(form) !== undefined;
  const opens = (word: string): boolean =>
    mayBegin(word) && (!(has(`^-${word}`) || has(`^.${word}`)) || has(`^+${word}`) || has(word));
  const opensBeforeInitial = (word: string): boolean => has(`^.${word}`);
  const ask = { longest, mayBegin, opens, opensBeforeInitial, kindOf };
  asked.set(lookup, ask);
  return ask;
}

/** Between two words of a term stand so many characters at most. */
const widestGap = 64;

/** More words than these make a form only in scripts without spaces, where each character is one. */
const mostSpaced = 8;

function matchesIn(reading: Reading, ask: Ask): readonly TermMatch[] {
  const { text } = reading;
  const runs = runsOf(text);
  const found: TermMatch[] = [];
  /** The words of the form that is asked for. */
  const window: Word[] = [];
  /**
   * @param order whether the last name may stand first @param middles which of the words may be unknown names, a bit for each
   * @param figures all of the words, where they are figures
   */
  const extend = (word: Word, form: string, order: Order, middles: number, figures?: string): void => {
    window.push(word);
    if (figures !== undefined && figures !== form) findNumber(figures);
    for (const match of matchesAt(window, form, isReversible(order), middles, reading, ask)) found.push(match);
    if (window.length < (figures === undefined ? ask.longest : mostSpaced))
      for (const next of nextWords(word, runs, text)) {
        if (next.start - word.end > widestGap || (window.length >= mostSpaced && !next.isUnspaced)) continue;
        const before = window.at(-2);
        const isMiddle = before !== undefined && canBeMiddleName(before, word, next, text);
        const bit = isMiddle ? 1 << (window.length - 1) : 0;
        const isNumber = figures !== undefined && isOfFigures(next) && next.start - word.end <= widestInNumber;
        if (!isNumber && window.length >= ask.longest) continue;
        const number = isNumber ? figures + next.text : undefined;
        extend(next, `${form} ${next.text}`, orderWith(order, word, next, text), middles | bit, number);
      }
    window.pop();
  };
  const findNumber = (figures: string): void => {
    const kind = ask.kindOf(figures);
    if (kind === "person" || kind === undefined || isWritten(kind) || !isPlausible(window, text, kind)) return;
    for (const { start, end } of partsOf(window)) found.push({ kind, range: sourceOf(reading, start, end) });
  };
  for (const run of runs)
    for (const first of wordsOf(run))
      if (isFirst(first, runs, ask.mayBegin))
        extend(first, first.text, orderOf(first, text), 0, isOfFigures(first) ? first.text : undefined);
  return found;
}

/** Between two groups of a number stand so many characters at most. */
const widestInNumber = 4;

function isOfFigures({ text }: Word): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && /^\d+$/.test(text);
}

/**
 * The words that a form may go on with: the next ones; behind the names of fields those that stand in the fields; and behind the other one of a
 * couple the last name of both.
 */
function* nextWords(word: Word, runs: readonly Run[], text: string, fields = 0): Generator<Word> {
  for (const next of following(word, runs)) {
    yield next;
    if (fields < mostFields && isField(next)) yield* nextWords(next, runs, text, fields + 1);
  }
  const behind = fields === 0 ? behindCouple(word, runs, text) : undefined;
  if (behind !== undefined) yield* following(behind, runs);
}

/** Words of the name of a field: `last_name`. */
const mostFields = 2;

/** The term that a window is, in whichever of the ways that forms.ts tells; in parts where others stand between them. */
function matchesAt(
  window: readonly Word[],
  form: string,
  isReversed: boolean,
  middles: number,
  reading: Reading,
  ask: Ask,
): readonly TermMatch[] {
  const { text } = reading;
  const kind = ask.kindOf(form);
  const found = isWritten(kind) ? undefined : kind;
  if (isWritten(kind))
    for (const one of writtenKinds) {
      const written = writtenAt(window, text, one).find(({ form: whole }) => ask.kindOf(whole) === one);
      if (written !== undefined) return [{ kind: one, range: sourceOf(reading, written.start, written.end) }];
    }
  const other = found ?? otherKind(window, form, isReversed, middles, text, ask);
  if (other === undefined || !isPlausible(window, text, other)) return [];
  if (isCouple(window, text) && ask.kindOf(withOther(window, text)) !== undefined) return [];
  return partsOf(window).map(({ start, end }) => ({ kind: other, range: sourceOf(reading, start, end) }));
}

/** A window without the words that stand between those of a form. */
function partsOf(window: readonly Word[]): Range[] {
  const parts: Range[] = [];
  let last: Word | undefined;
  for (const word of window) {
    const part = parts.at(-1);
    if (last === undefined || part === undefined || isApart(last, word))
      parts.push({ start: word.start, end: word.end });
    else parts[parts.length - 1] = { start: part.start, end: word.end };
    last = word;
  }
  return parts;
}

/** The kind of a term that does not stand there word by word. */
function otherKind(
  window: readonly Word[],
  form: string,
  isReversed: boolean,
  middles: number,
  text: string,
  ask: Ask,
): TermKind | undefined {
  if (window.length === 1) return isBesideAt(window, text) ? ask.kindOf(`@${form}`) : undefined;
  const reversed = isReversed ? ask.kindOf(`, ${form}`) : undefined;
  if (reversed !== undefined) return isCouple(window, text) || isOfTwoPeople(window, text) ? undefined : reversed;
  if (middles === 0 || isCouple(window, text)) return undefined;
  for (let middle = 1; middle < window.length - 1; middle++) {
    if ((middles & (1 << middle)) === 0 || !isMiddleName(window, middle, text)) continue;
    const kind = ask.kindOf(window.map((word, index) => (index === middle ? "*" : word.text)).join(" "));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Without those that lie in another of their kind, and each once. */
function outermost(found: readonly TermMatch[]): TermMatch[] {
  const kept: TermMatch[] = [];
  /** How far those of a kind reach that begin before. */
  const ends = new Map<TermKind, number>();
  for (const match of found.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)) {
    if (match.range.end <= (ends.get(match.kind) ?? 0)) continue;
    ends.set(match.kind, match.range.end);
    kept.push(match);
  }
  return kept;
}
