import type { Gate } from "../gate.ts";
import type { Steps } from "../model/steps.ts";
import { type Edit, editsOf } from "./edits.ts";
import { isDocument, JsonCursor, type LineState } from "./json-line.ts";
import type { Masking } from "./masking.ts";
import { type OpenEnd, openEndOf } from "./open-end.ts";
import { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";
import { loudBeside, near, settled } from "./settle.ts";
import type { Span } from "./spans.ts";
import { margin, pieceLength, TextSearch } from "./text-search.ts";
import { type Stretch, Written } from "./stretch.ts";

/** Reading in JSON goes on from a place; so much before it may be looked at, in bytes. */
const lookback = 1024;

/**
 * What is not given yet, the piece, what stands before and behind it, and as much as is forgotten at once, in bytes. Behind a pause in the midst of a
 * line, that is a piece and a margin more than where none was.
 */
const room = 2 * (pieceLength + margin) + 2 * margin;

const nothing = Buffer.alloc(0);

/** Pieces begin at multiples of so many bytes, as characters of several bytes do. */
const alignment = 16;

/**
 * Masks text: lines of any length, and JSON. It is searched in pieces that begin at fixed places, so that what comes out does not depend on
 * how it came in, and given as far as nothing can be found any more.
 */
export class BlockRedactor implements Masking {
  readonly #gate: Gate;
  readonly #search: TextSearch;
  readonly #placeholders: Placeholders;
  readonly #from: number;
  /** It grows as far as it has to: most texts that are masked are a line. */
  #memory: Buffer = Buffer.allocUnsafeSlow(1 << 13);
  readonly #output: Output = new Output();
  /** How many bytes are in the memory, and where the first of them stands in all. */
  #length = 0;
  #base = 0;
  /** Up to where in the memory all was searched, and was given. */
  #searched = 0;
  #given = 0;
  /** Up to where all was given or masked, in all bytes. */
  #done = 0;
  #state: LineState | undefined;
  #isDocument: boolean | undefined;
  /** Where what was seen ended when something was searched, in all bytes. */
  #edges: number[] = [];
  /** Where a masked text ends that went on behind what could be searched with its piece. */
  #open: OpenEnd | undefined;
  /** The end of what was written, and up to where in it something was masked. */
  #before: Buffer = nothing;
  #masked: number | undefined;

  /** @param from what stands before is read and not given */
  constructor(gate: Gate, placeholders: Placeholders, from: number = 0) {
    this.#gate = gate;
    this.#search = new TextSearch(gate);
    this.#placeholders = placeholders;
    this.#from = from;
  }

  get room(): Buffer {
    this.#makeRoom();
    const end = this.#searched + pieceLength + margin;
    if (this.#length === this.#memory.length && this.#length < end) {
      const larger = Buffer.allocUnsafeSlow(Math.min(room, this.#memory.length * 8));
      this.#memory.copy(larger);
      this.#memory = larger;
    }
    return this.#memory.subarray(this.#length, end);
  }

  added(count: number): void {
    this.#length += count;
  }

  /** What came in, as long as nothing was searched. */
  get held(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }

  get done(): number {
    return this.#done;
  }

  get isWhole(): boolean {
    this.#makeRoom();
    return this.#holdsPiece;
  }

  /** Whether a piece is there, and all that is searched with it. */
  get #holdsPiece(): boolean {
    return this.#length >= this.#searched + pieceLength + margin;
  }

  *next(): Steps<Output> {
    yield* this.#searchPiece();
    return yield* this.#give(Math.max(this.#given, this.#searched - margin), false);
  }

  *end(): Steps<Output> {
    this.#makeRoom();
    while (this.#searched < this.#length) yield* this.#searchPiece(true);
    return yield* this.#give(this.#length, true);
  }

  /**
   * Up to the end of the last line. A key that has begun and not ended is waited for, and
   * where pieces begin then depends on when this is called.
   */
  *flush(): Steps<Output> {
    this.#makeRoom();
    const { held } = this;
    const begun = held.lastIndexOf("-----BEGIN ");
    const limit = begun < this.#given || held.includes("-----END ", begun) ? this.#length : begun;
    const end = Math.max(this.#given, held.lastIndexOf("\n", Math.max(0, limit - 1)) + 1);
    if (end === this.#given) return yield* this.#give(end, false);
    while (this.#searched < this.#length) yield* this.#searchPiece();
    const output = yield* this.#give(end, false);
    // What stands at the end was searched without what follows.
    this.#search.forget(this.#base + end);
    this.#edges = [];
    this.#searched = Math.max(0, alignedBefore(end - margin));
    while (this.#holdsPiece) yield* this.#searchPiece();
    return output;
  }

  *#searchPiece(isEnd: boolean = false): Steps<void> {
    if (this.#base === 0 && this.#given === 0) this.#isDocument ??= isDocument(this.held);
    const end = Math.min(this.#length, this.#searched + pieceLength + margin);
    this.#searched = yield* this.#search.search(this.held, this.#searched, this.#base, isEnd);
    if (this.#base + end <= this.#from) this.#search.drop();
    this.#edges.push(this.#base + end);
  }

  /** @param end of what is given, in the memory */
  *#give(end: number, isLast: boolean): Steps<Output> {
    const { held } = this;
    const inDocument = this.#isDocument ?? false;
    const masked = this.#maskedBefore(held, isLast);
    const from = Math.max(this.#given, this.#done - this.#base, masked);
    const edit = (some: readonly Span[]): readonly Edit[] =>
      editsOf(held, some, new JsonCursor(held, this.#given, this.#state, inDocument), this.#placeholders, from);
    const spans = yield* this.#spansBefore(end, from, isLast, edit);
    const edits = edit(spans);
    const last = edits.at(-1);
    const given = Math.max(end, from, last?.end ?? 0);
    if (end > this.#given) this.#state = stateAt(held, this.#given, end, this.#state, inDocument);
    if (!isLast && last !== undefined && this.#edges.includes(this.#base + last.end))
      this.#open = openEndOf(held, last, spans, this.#state?.isJson ?? false);
    const output = this.#output.of(
      held,
      { start: Math.max(from, Math.min(given, this.#from - this.#base)), end: given },
      edits,
      this.#base,
    );
    this.#remember(from, given, edits);
    this.#done = this.#base + given;
    this.#given = end;
    this.#edges = this.#edges.filter((edge) => edge > this.#base + end);
    return output;
  }

  /** What is to be masked of what begins before a place. What stands behind it can change that, too. */
  *#spansBefore(
    end: number,
    from: number,
    isLast: boolean,
    edit: (spans: readonly Span[]) => readonly Edit[],
  ): Steps<readonly Span[]> {
    const spans = this.#search.take(this.held, end, this.#base);
    const last = Math.min(this.#length, Math.max(end, spans.at(-1)?.end ?? 0) + 2 * near);
    const ahead = this.#search.ahead(this.held, last, this.#base);
    if (spans.length + ahead.length === 0 && this.#masked === undefined) return spans;
    const known = [...spans, ...ahead];
    const stretch = this.#stretch(from, last, isLast);
    const isLoud = loudBeside(this.held, this.#base, known, this.#search.loud);
    const all = yield* settled({ stretch, spans: known, edit, isLoud }, this.#gate);
    return all.filter(({ start }) => start < end);
  }

  #stretch(start: number, end: number, isLast: boolean): Stretch {
    const [before, masked] = [this.#before, this.#masked];
    const comesAfter = this.#base + start > before.length;
    return { bytes: this.held, start, end, before, masked, comesAfter, goesOn: !isLast || end < this.#length };
  }

  /** Keeps as much of what was written as can change what is found behind it. */
  #remember(start: number, end: number, edits: readonly Edit[]): void {
    if (start >= end) return;
    const first = Math.max(start, end - 2 * near);
    const last = edits.filter((edit) => edit.end > first);
    const own = { ...this.#stretch(Math.min(first, last[0]?.start ?? first), end, false) };
    const { bytes, marks } = new Written(first > start ? { ...own, before: nothing } : own, last);
    const mark = marks.at(-1);
    const kept = Math.min(bytes.length, 2 * near);
    const behind = mark === undefined ? Infinity : bytes.length - mark.at - mark.length;
    this.#before = bytes.subarray(bytes.length - kept);
    this.#masked = behind > kept ? undefined : behind;
    this.#search.loud.forget(this.#base + end - 2 * near);
  }

  /** Up to where goes on what was masked at the end of what was given before. */
  #maskedBefore(held: Buffer, isLast: boolean): number {
    if (this.#open === undefined) return 0;
    const start = Math.max(0, this.#done - this.#base);
    const end = start + this.#open(held.toString("latin1", start));
    if (end < this.#length || isLast) this.#open = undefined;
    return end;
  }

  /** Forgets what stands before the next piece, when nobody looks at it any more. */
  #makeRoom(): void {
    const first = alignedBefore(Math.min(this.#searched - margin, this.#given - lookback));
    if (first < margin) return;
    this.#memory.copyWithin(0, first, this.#length);
    this.#length -= first;
    this.#searched -= first;
    this.#given -= first;
    this.#base += first;
  }
}

function alignedBefore(place: number): number {
  return place - (place % alignment);
}

function stateAt(
  held: Buffer,
  start: number,
  end: number,
  state: LineState | undefined,
  inDocument: boolean,
): LineState | undefined {
  const cursor = new JsonCursor(held, start, state, inDocument);
  cursor.readTo(end);
  return cursor.stateAt(end);
}
