import type { Range } from "../model/range.ts";
import type { Edit } from "./edits.ts";

/** What comes out for a block, and which bytes of the input it stands for. */
export class Output {
  #memory: Buffer = Buffer.alloc(0);
  #bytes: Buffer = this.#memory;
  #held: Buffer = this.#memory;
  #edits: readonly Edit[] = [];
  #range: Range = { start: 0, end: 0 };
  #base = 0;
  #ends: readonly number[] | undefined;

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** The same as it came in. */
  get input(): Buffer {
    return this.#held.subarray(this.#range.start, this.#range.end);
  }

  /** How many places were masked. */
  get count(): number {
    return this.#edits.reduce((sum, { rule }) => sum + (rule === undefined ? 0 : 1), 0);
  }

  /** What was masked, by its place in the input of this block. */
  *found(): Generator<Required<Edit>> {
    const { start } = this.#range;
    for (const { rule, stops = true, by, ...edit } of this.#edits)
      if (rule !== undefined) yield { rule, stops, by, start: Math.max(0, edit.start - start), end: edit.end - start };
  }

  /**
   * @param range of the bytes that is given, with the edits in it
   * @param base where the bytes begin in all of the input
   * @param ends where in the bytes ends what only has a meaning as a whole, if that is not a line
   */
  of(held: Buffer, range: Range, edits: readonly Edit[], base: number, ends?: readonly number[]): this {
    this.#edits = edits.filter((edit) => edit.end > range.start);
    this.#range = range;
    this.#base = base;
    this.#ends = ends;
    this.#held = held;
    this.#bytes = this.#edits.length === 0 ? this.input : this.#edited(held);
    return this;
  }

  #edited(bytes: Buffer): Buffer {
    const { start, end } = this.#range;
    const most = end - start + this.#edits.reduce((sum, { by }) => sum + by.length, 0);
    if (this.#memory.length < most) this.#memory = Buffer.allocUnsafeSlow(Math.max(most, 2 * this.#memory.length));
    let length = 0;
    let last = start;
    for (const edit of this.#edits) {
      length += bytes.copy(this.#memory, length, last, Math.max(last, edit.start));
      length += this.#memory.write(edit.by, length, "latin1");
      last = edit.end;
    }
    length += bytes.copy(this.#memory, length, last, end);
    return this.#memory.subarray(0, length);
  }

  /**
   * Of so many bytes of the output that were written, how many end with a whole line or entry, and what stands for them in the input: up to
   * where it begins, in bytes of all.
   */
  wholeParts(written: number): { readonly length: number; readonly done: number } {
    return this.#ends === undefined ? this.#wholeLines(written) : this.#wholeEntries(written, this.#ends);
  }

  #wholeLines(written: number): { readonly length: number; readonly done: number } {
    const length = written === 0 ? 0 : this.#bytes.lastIndexOf(0x0a, written - 1) + 1;
    let shift = 0;
    for (const edit of this.#edits) {
      if (edit.start - this.#range.start + shift >= length) break;
      shift += this.#shiftOf(edit);
    }
    return { length, done: this.#base + this.#range.start + length - shift };
  }

  #wholeEntries(written: number, ends: readonly number[]): { readonly length: number; readonly done: number } {
    const { start } = this.#range;
    let whole = { length: 0, done: this.#base + start };
    let [at, shift] = [0, 0];
    for (const end of ends) {
      for (let edit = this.#edits[at]; edit !== undefined && edit.start < end; edit = this.#edits[++at])
        shift += this.#shiftOf(edit);
      const length = end - start + shift;
      if (length > written) break;
      if (length > 0) whole = { length, done: this.#base + end };
    }
    return whole;
  }

  #shiftOf({ start, end, by }: Edit): number {
    return by.length - (end - Math.max(start, this.#range.start));
  }
}
