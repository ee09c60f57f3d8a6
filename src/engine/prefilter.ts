import type { Clues, Sighting } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { kernel } from "./kernel.generated.ts";
import type { Table } from "./table.ts";

/** What kernel/index.ts exports. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly results: WebAssembly.Global;
  readonly build: (count: number) => void;
  readonly place: (slice: number) => void;
  readonly find: (from: number, to: number, end: number) => number;
  readonly findInName: (from: number, to: number, end: number) => number;
  readonly findBase64: (end: number, goesOn: number) => void;
  readonly findWide: (end: number) => void;
  readonly findEscapes: (from: number, to: number, end: number) => number;
}

// Places in the kernel's memory: see kernel/memory.ts.
const resultsAt = 0x52400;
const tableAt = resultsAt + 8 * 8192 + 0x2200;

/** A slice stays in the cache while it is read a second and a third time. */
const sliceLength = 65_536;

/** The kernel looks so far behind a literal, and reads some bytes more. */
const behind = 512;
const slack = 32;

/** And so far behind the last place at which a literal may begin it looks for what is rare in it. */
const windowReach = 16;

/**
 * Reads every byte for all detectors and extractors, in WebAssembly, and tells where it pays to look closer. The tables are in
 * its memory, and so is the slice that it reads.
 */
export class Prefilter {
  readonly #kernel: Kernel;
  readonly #bytes: Uint8Array;
  readonly #results: Uint32Array;
  readonly #slice: number;
  /** How many bytes a slice shares with the next, so that whatever begins in its own part is there as a whole. */
  readonly #overlap: number;

  constructor({ count, longest, bytes }: Table) {
    this.#kernel = new WebAssembly.Instance(compiled()).exports as unknown as Kernel; // what kernel/index.ts exports
    this.#slice = tableAt + bytes.length;
    this.#overlap = longest + behind;
    const { memory, build, place } = this.#kernel;
    const missing = this.#slice + sliceLength + this.#overlap + slack - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    this.#bytes = new Uint8Array(memory.buffer);
    this.#results = new Uint32Array(memory.buffer, resultsAt);
    this.#bytes.set(bytes, tableAt);
    place(this.#slice);
    build(count);
  }

  look({ part, bytes }: Pick<Segment, "part" | "bytes">): Clues {
    const clues = { literals: [], base64: [], wide: [], escapes: [] };
    for (let start = 0; start < bytes.length; start += sliceLength) this.#lookAt(part, bytes, start, clues);
    return clues;
  }

  #lookAt(part: Segment["part"], bytes: Uint8Array, start: number, clues: Found): void {
    const end = Math.min(bytes.length, start + sliceLength + this.#overlap);
    const to = Math.min(end - start, sliceLength);
    this.#bytes.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), this.#slice);
    const { find, findInName, findBase64, findWide, findEscapes } = this.#kernel;
    const whole = end - start;
    const findLiterals = part === "name" ? findInName : find;
    for (let from = 0; from < to + windowReach;) {
      from = findLiterals(from, to, whole);
      this.#takeLiterals(start, clues);
    }
    findBase64(to, (start > 0 ? 1 : 0) | (start + to < bytes.length ? 2 : 0));
    this.#takeRanges(start, clues.base64);
    findWide(to);
    this.#takeRanges(start, clues.wide);
    for (let from = 0; from < to;) {
      from = findEscapes(from, to, whole);
      this.#takeEscapes(start, clues);
    }
  }

  #takeLiterals(start: number, { literals }: Found): void {
    const { value: count } = this.#kernel.results;
    for (let index = 0; index < count; index++) {
      const at = start + this.#result(2 * index);
      const whose = this.#result(2 * index + 1);
      literals.push({ owner: whose & 0xffff, start: at, end: at + (whose >>> 16) });
    }
  }

  #takeRanges(start: number, ranges: Range[]): void {
    const { value: count } = this.#kernel.results;
    for (let index = 0; index < count; index++) {
      const run = { start: start + this.#result(2 * index), end: start + this.#result(2 * index + 1) };
      const last = ranges.at(-1);
      // What the border between two slices has cut is one run.
      if (last?.end === run.start && run.start === start)
        ranges[ranges.length - 1] = { start: last.start, end: run.end };
      else ranges.push(run);
    }
  }

  #takeEscapes(start: number, { escapes }: Found): void {
    const { value: count } = this.#kernel.results;
    for (let index = 0; index < count; index++) escapes.push(start + this.#result(2 * index));
  }

  #result(index: number): number {
    return this.#results[index] ?? 0;
  }
}

interface Found {
  readonly literals: Sighting[];
  readonly base64: Range[];
  readonly wide: Range[];
  readonly escapes: number[];
}

let known: WebAssembly.Module | undefined;

function compiled(): WebAssembly.Module {
  return (known ??= new WebAssembly.Module(Buffer.from(kernel, "base64")));
}
