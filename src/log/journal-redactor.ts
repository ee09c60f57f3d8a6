import type { Gate } from "../gate.ts";
import type { Steps } from "../model/steps.ts";
import { type Field, longestField, pieceAt, tooLong } from "./journal.ts";
import { viewOf } from "./journal-edits.ts";
import { settledEdits } from "./journal-settle.ts";
import type { Edit } from "./edits.ts";
import type { Masking } from "./masking.ts";
import { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";
import { spansIn } from "./spans.ts";

/** Entries are searched together until they have so many bytes. */
const batchLength = 1 << 19;

/** How much more room is made at once. */
const chunk = 1 << 18;

/** Entries that are searched together, by their places in the memory. */
interface Batch {
  readonly start: number;
  readonly fields: Field[];
  /** Where each entry ends. */
  readonly ends: number[];
}

/**
 * Masks systemd's export format. Names, newlines and lengths are written so that it stays what it is. Only whole entries come out, as the
 * length of a value stands before it.
 */
export class JournalRedactor implements Masking {
  readonly #gate: Gate;
  readonly #placeholders: Placeholders;
  readonly #from: number;
  #memory: Buffer = Buffer.allocUnsafeSlow(chunk);
  readonly #output: Output = new Output();
  #length = 0;
  /** Where the memory stands in all of the input. */
  #base = 0;
  /** Up to where in the memory all was given, was read as fields, and has no newline behind that. */
  #given = 0;
  #read = 0;
  #seen = 0;
  #batch: Batch = { start: 0, fields: [], ends: [] };
  #whole: Batch[] = [];
  #failure: Error | undefined;

  constructor(gate: Gate, placeholders: Placeholders, from: number) {
    this.#gate = gate;
    this.#placeholders = placeholders;
    this.#from = from;
  }

  get room(): Buffer {
    this.#makeRoom();
    if (this.#memory.length - this.#length < chunk / 4) {
      const larger = Buffer.allocUnsafeSlow(this.#memory.length + Math.max(chunk, this.#length));
      this.#memory.copy(larger, 0, 0, this.#length);
      this.#memory = larger;
    }
    return this.#memory.subarray(this.#length);
  }

  added(count: number): void {
    this.#length += count;
    this.#readFields(false);
    if (this.#length - this.#batch.start > longestField + batchLength + chunk) this.#failure ??= new Error(tooLong);
  }

  get done(): number {
    return this.#base + this.#given;
  }

  get isWhole(): boolean {
    return this.#whole.length > 0 || this.#failure !== undefined;
  }

  *next(): Steps<Output> {
    if (this.#whole.length === 0 && this.#failure !== undefined) throw this.#failure;
    return yield* this.#give();
  }

  *end(): Steps<Output> {
    this.#readFields(true);
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#read < this.#length) throw new Error("the journal ends in the midst of a field");
    if (this.#batch.ends.at(-1) !== this.#read && this.#batch.fields.length > 0) this.#batch.ends.push(this.#read);
    return yield* this.flush();
  }

  *flush(): Steps<Output> {
    const { start, fields, ends } = this.#batch;
    const end = ends.at(-1);
    if (end !== undefined) {
      const count = fields.findLastIndex((field) => field.end <= end) + 1;
      this.#whole.push({ start, fields: fields.slice(0, count), ends });
      this.#batch = { start: end, fields: fields.slice(count), ends: [] };
    }
    return yield* this.#give();
  }

  #readFields(isLast: boolean): void {
    if (this.#failure !== undefined) return;
    const held = this.#memory.subarray(0, this.#length);
    try {
      while (this.#read < this.#length) {
        const piece = pieceAt(held, this.#read, this.#seen, isLast);
        if (piece === "unfinished") break;
        if (piece === "end") this.#endEntry();
        else {
          this.#batch.fields.push(piece);
          this.#read = piece.end;
        }
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error("it cannot be read");
    }
    this.#seen = this.#length;
  }

  #endEntry(): void {
    const { start, ends } = this.#batch;
    this.#read++;
    ends.push(this.#read);
    if (this.#read - start < batchLength) return;
    this.#whole.push(this.#batch);
    this.#batch = { start: this.#read, fields: [], ends: [] };
  }

  /** All that is whole. */
  *#give(): Steps<Output> {
    const held = this.#memory.subarray(0, this.#length);
    const edits: Edit[] = [];
    for (const batch of this.#whole) for (const edit of yield* this.#editsOf(held, batch)) edits.push(edit);
    const start = this.#given;
    const ends = this.#whole.flatMap((batch) => batch.ends);
    const end = ends.at(-1) ?? start;
    const from = ends.findLast((one) => one + this.#base <= this.#from) ?? start;
    this.#whole = [];
    this.#given = end;
    return this.#output.of(held, { start: from, end }, edits, this.#base, ends);
  }

  *#editsOf(held: Buffer, { start, fields, ends }: Batch): Steps<readonly Edit[]> {
    const end = ends.at(-1) ?? start;
    if (end + this.#base <= this.#from) return [];
    const spans = yield* spansIn(viewOf(held, { start, end }, fields), this.#gate);
    const inMemory = spans.map((span) => ({ ...span, start: span.start + start, end: span.end + start }));
    return yield* settledEdits({ bytes: held, start, fields, ends }, inMemory, this.#placeholders, this.#gate);
  }

  /** Forgets what was given, when nobody looks at it any more. */
  #makeRoom(): void {
    const first = this.#given;
    if (first === 0 || this.#whole.length > 0) return;
    this.#memory.copyWithin(0, first, this.#length);
    this.#base += first;
    this.#length -= first;
    this.#read -= first;
    this.#seen -= first;
    this.#given = 0;
    const { fields, ends, start } = this.#batch;
    this.#batch = {
      start: start - first,
      fields: fields.map((field) => movedBy(field, first)),
      ends: ends.map((end) => end - first),
    };
  }
}

function movedBy({ name, value, isBinary, end }: Field, by: number): Field {
  return {
    name: { start: name.start - by, end: name.end - by },
    value: { start: value.start - by, end: value.end - by },
    isBinary,
    end: end - by,
  };
}
