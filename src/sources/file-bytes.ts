import { fstatSync, readSync } from "node:fs";
import type { Bytes } from "../model/bytes.ts";

/** How much is read to look around a place, in bytes; the last such part is kept. */
const part = 65_536;

/** Files share it: what is left to the collector grows faster than it is cleared up. */
let memory: Buffer = Buffer.alloc(0);

/**
 * The bytes of an open file, read where they are asked for. Whoever opened it closes it, before another is read. Every method throws
 * what the system says.
 */
export class FileBytes implements Bytes {
  readonly #file: number;
  #length: number | undefined;
  #known: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(file: number) {
    this.#file = file;
  }

  /** A file that is read to its end tells its length by that. One that grows is as long as it was when it was first asked. */
  get length(): number {
    return (this.#length ??= fstatSync(this.#file).size);
  }

  copy(target: Uint8Array, targetStart: number, sourceStart: number, sourceEnd: number): number {
    const wanted = Math.min(sourceEnd, this.#length ?? Infinity) - sourceStart;
    let count = 0;
    while (count < wanted) {
      // A file system may give less than is asked for and there is; only nothing is the end.
      const more = readSync(this.#file, target, targetStart + count, wanted - count, sourceStart + count);
      if (more === 0) {
        this.#length = sourceStart + count;
        break;
      }
      count += more;
    }
    return count;
  }

  subarray(start: number, end: number): Buffer {
    const { start: knownStart, bytes: known } = this.#known;
    const knownEnd = knownStart + known.length;
    if (knownStart <= start && (end <= knownEnd || knownEnd === this.#length))
      return known.subarray(start - knownStart, end - knownStart);
    const wanted = Math.max(0, Math.min(Math.max(end, start + part), this.length) - start);
    if (wanted > memory.length) memory = Buffer.allocUnsafe(wanted);
    const count = this.copy(memory, 0, start, start + wanted);
    this.#known = { start, bytes: memory.subarray(0, count) };
    return this.#known.bytes.subarray(0, end - start);
  }

  indexOf(value: number | string, from: number): number {
    const overlap = typeof value === "string" ? value.length - 1 : 0;
    for (let start = from; start + overlap < this.length;) {
      const bytes = this.#partFrom(start, overlap);
      const at = bytes.indexOf(value);
      if (at !== -1) return start + at;
      start += bytes.length - overlap;
    }
    return -1;
  }

  /** What is known from a place on, if it is more than the overlap; else what is read there. */
  #partFrom(start: number, overlap: number): Buffer {
    const { start: knownStart, bytes } = this.#known;
    const rest = start < knownStart ? 0 : knownStart + bytes.length - start;
    return rest > overlap ? bytes.subarray(start - knownStart) : this.subarray(start, start + part);
  }

  lastIndexOf(value: number, from: number): number {
    for (let end = from + 1; end > 0; end -= part) {
      const start = Math.max(0, end - part);
      const at = this.subarray(start, end).lastIndexOf(value);
      if (at !== -1) return start + at;
    }
    return -1;
  }

  toString(encoding: "latin1" | "utf8", start: number, end: number): string {
    return this.subarray(start, end).toString(encoding);
  }
}
