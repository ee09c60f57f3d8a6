import type { Clues } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
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
  readonly findForeign: Find;
}

/** What the kernel says in place of an end: see kernel/foreign.ts. */
const standsApart = 0xffffffff;

/** `goesOn`: 1 if other bytes stand before the slice, 2 if behind it. Returns from where to go on. */
type Find = (from: number, to: number, end: number, goesOn: number) => number;

/** A slice with what it shares with the next, as much as a literal can be long, and what the kernel reads behind it. */
const room = 0x20800;

const pageLength = 65_536;

/** Looks for the words of a list and for what may hide them, in a module of WebAssembly of its own: most checks have no list. */
export class WordPrefilter {
  readonly #kernel: Kernel;
  readonly #memory: Uint8Array;
  readonly #results: Uint32Array;
  readonly #slice: number;
  readonly #passes: readonly Find[];
  #places: number[] = [];
  #foreign: Range[] = [];
  #apart: number[] = [];

  /** @param words missing where nobody can list them, as of a lock of version 1 */
  constructor(words: WordTable | undefined) {
    this.#kernel = new WebAssembly.Instance(compiled()).exports as unknown as Kernel; // what kernel/listed.ts exports
    const { memory, resultsAt, tablesAt, place, findWords, findMarked } = this.#kernel;
    this.#passes = words === undefined ? [] : [findWords, findMarked];
    this.#slice = words === undefined ? aligned(tablesAt.value) : this.#placeTables(words);
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
    this.#memory.set(slice, this.#slice);
    for (const find of this.#passes)
      for (const [at] of this.#found(find, slice.length, length, goesOn)) this.#places.push(start + at);
    for (const [at, end] of this.#found(this.#kernel.findForeign, slice.length, length, goesOn))
      if (end === standsApart) this.#apart.push(start + at);
      else this.#addForeign({ start: start + at, end: start + end });
  }

  *#found(find: Find, whole: number, length: number, goesOn: number): Generator<readonly [number, number]> {
    for (let from = 0; from < length;) {
      from = find(from, length, whole, goesOn);
      const { value: count } = this.#kernel.results;
      for (let at = 0; at < 2 * count; at += 2) yield [this.#results[at] ?? 0, this.#results[at + 1] ?? 0];
    }
  }

  /** What begins in a slice is seen as far as the next one goes on with it. */
  #addForeign(range: Range): void {
    const last = this.#foreign.at(-1);
    if (last !== undefined && range.start <= last.end)
      this.#foreign[this.#foreign.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else this.#foreign.push(range);
  }

  /** Where words may begin, in marks or not, and what may hide some, of what was seen since it was last asked. */
  take(): Pick<Clues, "words" | "foreign" | "apart"> {
    // Of what two slices share both tell.
    const apart = this.#apart.toSorted((a, b) => a - b);
    const taken = { words: this.#places, foreign: this.#foreign, apart };
    this.#places = [];
    this.#foreign = [];
    this.#apart = [];
    return taken;
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
