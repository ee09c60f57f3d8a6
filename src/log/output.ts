import type { Range } from "../model/range.ts";
import type { Edit } from "./edits.ts";

/** What comes out for a block, and which bytes of the input it stands for. */
export class Output {
  #memory: Buffer = Buffer.alloc(0);
  #bytes: Buffer = this.#memory;
  #edits: readonly Edit[] = [];
  #range: Range = { start: 0, end: 0 };
  #base = 0;

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** How many places were masked. */
  get count(): number {
    return this.#edits.length;
  }

  /**
   * @param range of the bytes that is given, with the edits in it
   * @param base where the bytes begin in all of the input @param from what stands before it there is left out
   */
  of(bytes: Buffer, { start, end }: Range, edits: readonly Edit[], base: number, from: number): this {
    const first = Math.min(end, Math.max(start, from - base));
    this.#edits = edits.filter((edit) => edit.end > first);
    this.#range = { start: first, end };
    this.#base = base;
    this.#bytes = this.#edits.length === 0 ? bytes.subarray(first, end) : this.#edited(bytes);
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
   * Of so many bytes of the output that were written, how many end with a whole line, and what stands for them in the input: up to where it
   * begins, in bytes of all.
   */
  wholeLines(written: number): { readonly length: number; readonly done: number } {
    const length = written === 0 ? 0 : this.#bytes.lastIndexOf(0x0a, written - 1) + 1;
    let shift = 0;
    for (const { start, end, by } of this.#edits) {
      if (start - this.#range.start + shift >= length) break;
      shift += by.length - (end - Math.max(start, this.#range.start));
    }
    return { length, done: this.#base + this.#range.start + length - shift };
  }
}
