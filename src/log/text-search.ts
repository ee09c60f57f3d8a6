import { wideBeginning } from "../extractors/extract.ts";
import { keyInLines, linesOfKey } from "../extractors/log-keys.ts";
import { logTextsIn } from "../extractors/log-texts.ts";
import type { Gate } from "../gate.ts";
import type { Range } from "../model/range.ts";
import type { Left } from "../model/rest.ts";
import type { Segment } from "../model/segment.ts";
import type { Steps } from "../model/steps.ts";
import { searchPiece } from "../search/piece.ts";
import type { Found } from "../search/run.ts";
import { KeptFound } from "./kept-found.ts";
import { classesOfLogs } from "./log-gate.ts";
import { LoudPlaces } from "./loud-places.ts";
import { foundIn, type Span, spansOf } from "./spans.ts";

/** So much of what stands before and behind a piece is searched with it, in bytes. */
export const margin = 65_536;

/** A piece is one slice of the engine, in bytes: what is made of a longer one lives so long that the collector moves it about. */
export const pieceLength = 65_536;
const slices = 1;

/**
 * Searches a text as it comes. Each byte is read once, in pieces that begin at fixed places; what is found is kept until nothing can be
 * found any more that overlaps it.
 */
export class TextSearch {
  readonly #gate: Gate;
  /** By its place in all of the text. */
  #found: KeptFound[] = [];
  #beginning: Buffer | undefined;
  /** What detectors were in the midst of where the last piece ended, and where others did that are still there. */
  #rests: Left["rests"] = new Map();
  #left: { readonly at: number; readonly rests: Left["rests"] }[] = [];
  /** Where something may be found. */
  readonly loud: LoudPlaces = new LoudPlaces();

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /**
   * Searches what begins in some bytes.
   * @param held what is there of the text
   * @param from a multiple of sixteen in all of the text
   * @param base where the held bytes begin in it
   * @param isEnd whether nothing can follow what is there
   * @returns up to where it was: to the end of the piece, or of what is there
   * @throws {Error} if it cannot be searched.
   */
  *search(held: Buffer, from: number, base: number, isEnd: boolean): Steps<number> {
    const first = Math.max(0, from - margin);
    const bytes = held.subarray(first, from + pieceLength + margin);
    const toDocument = ({ start, end }: Range): Range => ({ start: start + base + first, end: end + base + first });
    const goesOn = !isEnd || first + bytes.length < held.length;
    const of = { part: "contents", surface: "text", bytes, toDocument, goesOn } as const;
    if (base + first === 0) this.#beginning = wideBeginning(bytes);
    const start = from - first;
    const glance = this.#gate.engine.look("contents", bytes, start, slices);
    const left = { start: base + first, rests: new Map(this.#rests) };
    const piece = { of, start, glance, beginning: start === 0 ? undefined : this.#beginning, left };
    const own = { start, end: glance.end };
    this.loud.add(glance.clues, base + first);
    const hidden = this.#hiddenIn(bytes, own, base + first);
    const found = foundIn(yield* searchPiece({ piece, hidden, classes: classesOfLogs }, this.#gate));
    this.#rests = left.rests;
    this.#left = this.#left.filter(({ at }) => at > base);
    this.#left.push({ at: base + first + bytes.length, rests: left.rests });
    for (const one of found) {
      this.#found.push(new KeptFound(one, this.#gate, one.range, one.surface === of.surface ? undefined : one.text));
      if (one.surface.startsWith(keyInLines)) this.#addLines(one, bytes, base + first);
    }
    return first + glance.end;
  }

  *#hiddenIn(bytes: Buffer, own: Range, base: number): Generator<Segment> {
    for (const text of logTextsIn(bytes, own, base)) {
      this.loud.addAll({ start: own.start + base, end: own.end + base });
      yield text;
    }
  }

  /** The other lines of a key of which each stands in a line of the log. */
  #addLines(found: Found, bytes: Buffer, base: number): void {
    for (const { start, end } of linesOfKey(bytes, found.range.start - base).slice(1))
      this.#found.push(new KeptFound(found, this.#gate, { start: start + base, end: end + base }, found.text));
  }

  /** Takes the spans that begin before a place, by their places in the bytes that are held. */
  take(held: Buffer, before: number, base: number): readonly Span[] {
    if (this.#found.length === 0) return none;
    this.#found.sort((a, b) => a.start - b.start);
    let count = 0;
    let last = base + before;
    for (const { start, end } of this.#found) {
      if (start >= last) break;
      last = Math.max(last, end);
      count++;
    }
    return spansOf(this.#found.splice(0, count), held, base);
  }

  /** The spans that begin before a place and were not taken yet. */
  ahead(held: Buffer, before: number, base: number): readonly Span[] {
    const count = this.#found.findIndex(({ start }) => start >= base + before);
    const found = count === -1 ? this.#found : this.#found.slice(0, count);
    return found.length === 0 ? none : spansOf(found, held, base);
  }

  /** Forgets what was found so far, but not what goes on behind it, such as the rows of a table. */
  drop(): void {
    this.#found = [];
    this.loud.forget(Infinity);
  }

  /** What was found behind a place is forgotten, as it is searched again. @param given by its place in all of the text */
  forget(given: number): void {
    this.drop();
    this.#rests = this.#left.findLast(({ at, rests }) => at <= given || goOnBefore(given, rests))?.rests ?? new Map();
  }
}

/** Whether something goes on, and all that does from before a place. */
function goOnBefore(place: number, rests: Left["rests"]): boolean {
  return rests.size > 0 && [...rests.values()].flat().every(({ from }) => from <= place);
}

const none: readonly Span[] = [];
