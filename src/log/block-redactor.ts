import type { Gate } from "../gate.ts";
import type { Range } from "../model/range.ts";
import type { Steps } from "../model/steps.ts";
import { type Edit, editsOf } from "./edits.ts";
import { isDocument, JsonCursor, type LineState } from "./json-line.ts";
import type { Masking } from "./masking.ts";
import { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";
import { endOfQuoted, type Quote, quoteBefore } from "./quote.ts";
import { type Span, spansIn } from "./spans.ts";

/** So much of what stands before and behind a block is searched with it, in bytes. */
const margin = 65_536;

/** A block and its margins are what the engine reads as one piece. */
const blockLength = (1 << 20) - 2 * margin;

/**
 * Masks text: lines of any length, and JSON. It is searched in blocks that begin at fixed places, so that what comes out does not depend on
 * how it came in.
 */
export class BlockRedactor implements Masking {
  readonly #gate: Gate;
  readonly #placeholders: Placeholders;
  readonly #from: number;
  /** It grows as far as it has to: most texts that are masked are a line. */
  #memory: Buffer = Buffer.allocUnsafeSlow(1 << 13);
  readonly #output: Output = new Output();
  /** How many bytes are in the memory, where the block begins in them, and where the first of them stands in all. */
  #length = 0;
  #start = 0;
  #base = 0;
  /** Up to where in the memory the block before was given. */
  #given = 0;
  /** Up to where all was given or masked, in all bytes. */
  #done = 0;
  #state: LineState | undefined;
  #isDocument: boolean | undefined;
  /** What ends a masked text that went on behind what could be searched with its block: a quotation mark, or none for a space. */
  #open: Quote | undefined;

  /** @param from what stands before is read and not given */
  constructor(gate: Gate, placeholders: Placeholders, from: number = 0) {
    this.#gate = gate;
    this.#placeholders = placeholders;
    this.#from = from;
  }

  get room(): Buffer {
    this.#makeRoom();
    const end = this.#start + blockLength + margin;
    if (this.#length === this.#memory.length && this.#length < end) {
      const larger = Buffer.allocUnsafeSlow(Math.min(1 << 20, this.#memory.length * 8));
      this.#memory.copy(larger);
      this.#memory = larger;
    }
    return this.#memory.subarray(this.#length, end);
  }

  added(count: number): void {
    this.#length += count;
  }

  /** What came in, as long as no block was taken. */
  get held(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }

  get done(): number {
    return this.#done;
  }

  get isWhole(): boolean {
    this.#makeRoom();
    return this.#length === this.#start + blockLength + margin;
  }

  *next(): Steps<Output> {
    return yield* this.#take(this.#start + blockLength, false);
  }

  *end(): Steps<Output> {
    this.#makeRoom();
    return yield* this.#take(this.#length, true);
  }

  /**
   * Up to the end of the last line. A key that has begun and not ended is waited for, and
   * where blocks begin then depends on when this is called.
   */
  *flush(): Steps<Output> {
    this.#makeRoom();
    const held = this.#memory.subarray(0, this.#length);
    const begun = held.lastIndexOf("-----BEGIN ");
    const limit = begun < this.#start || held.includes("-----END ", begun) ? this.#length : begun;
    return yield* this.#take(Math.max(this.#start, held.lastIndexOf("\n", Math.max(0, limit - 1)) + 1), false);
  }

  /** @param end of the block in the memory */
  *#take(end: number, isLast: boolean): Steps<Output> {
    const held = this.#memory.subarray(0, this.#length);
    if (this.#base === 0 && this.#start === 0) this.#isDocument ??= isDocument(held);
    const inDocument = this.#isDocument ?? false;
    const isMeant = this.#base + end > this.#from;
    const spans = isMeant && end > this.#start ? yield* spansIn(held, this.#gate) : [];
    const masked = this.#maskedBefore(held, isLast);
    const from = Math.max(this.#start, this.#done - this.#base, masked);
    const cursor = new JsonCursor(held, this.#start, this.#state, inDocument);
    const edits = [...editsOf(held, spansFrom(spans, from, end), cursor, this.#placeholders)];
    const last = edits.at(-1);
    const given = Math.max(end, from, last?.end ?? 0);
    if (!isLast && last?.end === this.#length) this.#open = closingOf(held, last, spans);
    if (end > this.#start) this.#state = stateAt(held, this.#start, end, this.#state, inDocument);
    const output = this.#output.of(
      held,
      { start: Math.max(from, Math.min(given, this.#from - this.#base)), end: given },
      edits,
      this.#base,
    );
    this.#done = this.#base + given;
    this.#given = end;
    return output;
  }

  /** Up to where goes on what was masked at the end of the block before. */
  #maskedBefore(held: Buffer, isLast: boolean): number {
    if (this.#open === undefined) return 0;
    const start = Math.max(0, this.#done - this.#base);
    const end = endOf(held, start, this.#open);
    if (end < this.#length || isLast) this.#open = undefined;
    return end;
  }

  /** Moves what stands before the next block to the beginning, when nobody looks at the block before any more. */
  #makeRoom(): void {
    const first = Math.max(0, this.#given - margin);
    if (this.#given === this.#start) return;
    this.#memory.copyWithin(0, first, this.#length);
    this.#length -= first;
    this.#start = this.#given - first;
    this.#given = this.#start;
    this.#base += first;
  }
}

/** What of the spans is in a block or begins in it, and was not masked before. */
function* spansFrom(spans: readonly Span[], from: number, end: number): Generator<Span> {
  for (const span of spans) {
    if (span.end <= from) continue;
    if (span.start >= end) return;
    yield { ...span, start: Math.max(span.start, from) };
  }
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

/** What ends the text that an edit at the end of the memory has begun to mask. */
function closingOf(held: Buffer, last: Edit, spans: readonly Range[]): Quote {
  const start = spans.findLast((span) => span.start <= last.start)?.start ?? last.start;
  const from = Math.max(0, start - 40);
  return quoteBefore(held.toString("latin1", from, start), start - from) ?? "";
}

function endOf(held: Buffer, start: number, closing: Quote): number {
  const text = held.toString("latin1", start);
  if (closing !== "") return start + endOfQuoted(text, 0, closing);
  const space = text.search(/[\s"]/);
  return space === -1 ? held.length : start + space;
}
