import type { WordTable } from "../model/trigger.ts";
import { wordKernel } from "./word-kernel.generated.ts";

/** What kernel/listed.ts exports. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly results: WebAssembly.Global;
  readonly resultsAt: WebAssembly.Global;
  readonly tablesAt: WebAssembly.Global;
  readonly place: (slice: number) => void;
  readonly placeBeginnings: (start: number, shift: number) => void;
  readonly placeFilter: (start: number, shift: number) => void;
  readonly placeHashes: (start: number, count: number) => void;
  readonly placeFolds: (start: number) => void;
  readonly findWords: Find;
  readonly findMarked: Find;
}

/** `goesOn`: 1 if other bytes stand before the slice, 2 if behind it. Returns from where to go on. */
type Find = (from: number, to: number, end: number, goesOn: number) => number;

/** A slice with what it shares with the next, as much as a literal can be long, and what the kernel reads behind it. */
const room = 0x20800;

const pageLength = 65_536;

/** Looks for the words of a list, in a module of WebAssembly of its own: most checks have no list. */
export class WordPrefilter {
  readonly #kernel: Kernel;
  readonly #memory: Uint8Array;
  readonly #results: Uint32Array;
  readonly #slice: number;
  #places: number[] = [];

  constructor(words: WordTable) {
    this.#kernel = new WebAssembly.Instance(compiled()).exports as unknown as Kernel; // what kernel/listed.ts exports
    const { memory, resultsAt, place } = this.#kernel;
    this.#slice = this.#placeTables(words);
    grow(memory, this.#slice + room);
    this.#memory = new Uint8Array(memory.buffer);
    this.#results = new Uint32Array(memory.buffer, resultsAt.value);
    place(this.#slice);
  }

  /** Puts the tables into the memory, and returns where they end. */
  #placeTables({ folds, beginnings, beginningsShift, filter, shift, hashes }: WordTable): number {
    const { memory, tablesAt, placeFolds, placeBeginnings, placeFilter, placeHashes } = this.#kernel;
    let end = aligned(tablesAt.value);
    const put = (table: Uint8Array | Uint32Array): number => {
      const start = end;
      end = aligned(start + table.byteLength);
      grow(memory, end);
      new Uint8Array(memory.buffer).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), start);
      return start;
    };
    placeFolds(put(folds));
    placeBeginnings(put(beginnings), beginningsShift);
    placeFilter(put(filter), shift);
    placeHashes(put(hashes), hashes.length);
    return end;
  }

  /**
   * Looks at a slice.
   * @param start where it begins in its bytes @param length of its own part @param slice that, and what it shares with the next
   * @param goesOn 1 if other bytes stand before it, 2 if behind it
   */
  look(slice: Uint8Array, start: number, length: number, goesOn: number): void {
    const { results, findWords, findMarked } = this.#kernel;
    this.#memory.set(slice, this.#slice);
    for (const find of [findWords, findMarked])
      for (let from = 0; from < length;) {
        from = find(from, length, slice.length, goesOn);
        for (let at = 0; at < 2 * results.value; at += 2) this.#places.push(start + (this.#results[at] ?? 0));
      }
  }

  /** Where words may begin, in marks or not, of what was seen since it was last asked. */
  take(): readonly number[] {
    const places = this.#places;
    this.#places = [];
    return places;
  }
}

let known: WebAssembly.Module | undefined;

function compiled(): WebAssembly.Module {
  return (known ??= new WebAssembly.Module(Buffer.from(wordKernel, "base64")));
}

function aligned(address: number): number {
  return Math.ceil(address / 64) * 64;
}

function grow(memory: WebAssembly.Memory, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageLength));
}
