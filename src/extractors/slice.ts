import type { Bytes } from "../model/bytes.ts";

/** Bytes from one place to another, which are not read before they are asked for. */
export function sliceOf(bytes: Bytes, start: number, end: number): Bytes {
  const last = Math.max(start, Math.min(end, bytes.length));
  return Buffer.isBuffer(bytes) ? bytes.subarray(start, last) : new Slice(bytes, start, last - start);
}

/** The same in memory of their own. */
export function copied(bytes: Bytes, start: number, end: number): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes.subarray(start, end);
  const piece = Buffer.allocUnsafe(Math.max(0, Math.min(end, bytes.length) - start));
  return piece.subarray(0, bytes.copy(piece, 0, start, start + piece.length));
}

/** What is searched is read in parts of so many bytes. */
const part = 65_536;

class Slice implements Bytes {
  readonly #of: Bytes;
  readonly #start: number;
  readonly length: number;

  constructor(of: Bytes, start: number, length: number) {
    this.#of = of;
    this.#start = start;
    this.length = length;
  }

  copy(target: Uint8Array, targetStart: number, sourceStart: number, sourceEnd: number): number {
    const end = Math.min(sourceEnd, this.length);
    return end <= sourceStart ? 0 : this.#of.copy(target, targetStart, this.#start + sourceStart, this.#start + end);
  }

  subarray(start: number, end: number): Buffer {
    const last = Math.min(end, this.length);
    return this.#of.subarray(this.#start + Math.min(start, last), this.#start + last);
  }

  indexOf(value: number | string, from: number): number {
    const overlap = typeof value === "string" ? value.length - 1 : 0;
    for (let start = from; start + overlap < this.length; start += part) {
      const at = this.subarray(start, start + part + overlap).indexOf(value);
      if (at !== -1) return start + at;
    }
    return -1;
  }

  lastIndexOf(value: number, from: number): number {
    for (let end = Math.min(from + 1, this.length); end > 0; end -= part) {
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
