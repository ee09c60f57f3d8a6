import { fstatSync, readSync } from "node:fs";
import type { Bytes } from "../model/bytes.ts";

/** How much is read to look around a place, in bytes; the last such part is kept. */
const part = 65_536;

/** What is asked for to be looked at and kept, such as a line, is copied out of the shared memory up to this length. */
const longestCopy = 4096;

/** Files share it: what is left to the collector grows faster than it is cleared up. */
let memory: Buffer = Buffer.alloc(0);

/** Whose bytes it holds, and where they stand in the file. */
let held: { readonly by: FileBytes | undefined; readonly start: number; readonly bytes: Buffer } = {
  by: undefined,
  start: 0,
  bytes: memory,
};

/**
 * The bytes of an open file, read where they are asked for. Whoever opened it closes it, before another is read. Every method throws
 * what the system says.
 */
export class FileBytes implements Bytes {
  readonly #file: number;
  #length: number | undefined;

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
    const bytes = this.#read(start, Math.max(start, end));
    return bytes.length <= longestCopy ? Buffer.from(bytes) : bytes;
  }

  /** What it gives stands in the memory that is read into next. */
  #read(start: number, end: number): Buffer {
    const before = this.#heldFrom(start);
    const isWhole = before !== undefined && (end - start <= before.length || start + before.length === this.#length);
    if (isWhole) return before.subarray(0, end - start);
    const wanted = Math.max(0, Math.min(Math.max(end, start + part), this.length) - start);
    if (wanted > memory.length) memory = Buffer.allocUnsafe(wanted);
    const bytes = memory.subarray(0, this.copy(memory, 0, start, start + wanted));
    held = { by: this, start, bytes };
    return bytes.subarray(0, end - start);
  }

  /** What the memory holds of this file from a place on; undefined where the place is not there. */
  #heldFrom(place: number): Buffer | undefined {
    const { by, start, bytes } = held;
    return by === this && start <= place && place <= start + bytes.length ? bytes.subarray(place - start) : undefined;
  }

  indexOf(value: number | string, from: number): number {
    const overlap = typeof value === "string" ? value.length - 1 : 0;
    for (let start = from; start + overlap < this.length;) {
      const here = this.#heldFrom(start);
      const bytes = here !== undefined && here.length > overlap ? here : this.#read(start, start + part);
      const at = bytes.indexOf(value);
      if (at !== -1) return start + at;
      if (bytes.length <= overlap) return -1; // the file has become shorter
      start += bytes.length - overlap;
    }
    return -1;
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
