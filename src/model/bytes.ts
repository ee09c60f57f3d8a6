import type { Range } from "./range.ts";

/**
 * Bytes that need not be in memory: they are read slice by slice, and again around what was found. A `Buffer` is one, and its methods
 * are meant.
 */
export interface Bytes {
  /** In bytes; asking for it before all of them were copied can cost a call of the system. */
  readonly length: number;
  /** Copies as many as there are and as fit, and tells how many: fewer than asked for only at the end. */
  copy(target: Uint8Array, targetStart: number, sourceStart: number, sourceEnd: number): number;
  /** Of more than 4 kB, what it gives may be overwritten when the next is asked for: whoever needs it longer copies it. */
  subarray(start: number, end: number): Buffer;
  indexOf(value: number | string, from: number): number;
  lastIndexOf(value: number, from: number): number;
  toString(encoding: "latin1" | "utf8", start: number, end: number): string;
}

/** All lines that a range touches, without the last line break. */
export function linesAround(bytes: Bytes, { start, end }: Range): Range {
  const lineEnd = bytes.indexOf(newline, Math.max(start, end - 1));
  return {
    start: start === 0 ? 0 : bytes.lastIndexOf(newline, start - 1) + 1,
    end: lineEnd === -1 ? bytes.length : lineEnd,
  };
}

const newline = 0x0a;
