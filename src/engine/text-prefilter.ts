import type { Sighting } from "../model/clues.ts";
import type { Shaped, WordTable } from "../model/trigger.ts";
import { joined, leasts, type Stretch, stretchOf } from "./shapes.ts";
import { shapeKernel } from "./shape-kernel.generated.ts";
import { textKernel } from "./text-kernel.generated.ts";

/** What is looked for that is no literal. */
export interface TextPlan {
  readonly shapes: readonly (Shaped & { readonly owner: number })[];
  /** For all detectors that look for words. */
  readonly words?: WordTable;
}

/** What kernel/text.ts exports, and kernel/shaped.ts without what is about words. */
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
  readonly wantShapes: (...leasts: number[]) => void;
  readonly findShapes: Find;
  readonly findWords: Find;
  readonly findMarked: Find;
}

/** `goesOn`: 1 if other bytes stand before the slice, 2 if behind it. Returns from where to go on. */
type Find = (from: number, to: number, end: number, goesOn: number) => number;

/** A slice with what it shares with the next, as much as a literal can be long, and what the kernel reads behind it. */
const room = 0x20800;

const pageLength = 65_536;

/**
 * Looks for words of lists and for shapes of bytes, in a module of WebAssembly of its own: the engine has one where a detector looks for
 * either.
 */
export class TextPrefilter {
  readonly #kernel: Kernel;
  readonly #plan: TextPlan;
  readonly #memory: Uint8Array;
  readonly #results: Uint32Array;
  readonly #slice: number;
  #stretches: Stretch[] = [];
  #words: number[] = [];

  constructor(plan: TextPlan) {
    this.#plan = plan;
    this.#kernel = new WebAssembly.Instance(compiled(plan)).exports as unknown as Kernel; // what kernel/text.ts exports
    const { memory, resultsAt, tablesAt, place, wantShapes } = this.#kernel;
    this.#slice = plan.words === undefined ? aligned(tablesAt.value) : this.#placeWords(plan.words);
    grow(memory, this.#slice + room);
    this.#memory = new Uint8Array(memory.buffer);
    this.#results = new Uint32Array(memory.buffer, resultsAt.value);
    place(this.#slice);
    wantShapes(...leasts(plan.shapes));
  }

  /** Puts the tables into the memory, and returns where they end. */
  #placeWords({ folds, beginnings, beginningsShift, filter, shift, hashes }: WordTable): number {
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
    const { findShapes, findWords, findMarked } = this.#kernel;
    this.#memory.set(slice, this.#slice);
    if (this.#plan.shapes.length > 0)
      for (const [first, second] of this.#pass(findShapes, slice.length, length, goesOn)) {
        const { range, ...stretch } = stretchOf(first, second);
        this.#stretches.push({ ...stretch, range: { start: start + range.start, end: start + range.end } });
      }
    if (this.#plan.words !== undefined)
      for (const find of [findWords, findMarked])
        for (const [at] of this.#pass(find, slice.length, length, goesOn)) this.#words.push(start + at);
  }

  *#pass(find: Find, whole: number, length: number, goesOn: number): Generator<readonly [number, number]> {
    for (let from = 0; from < length;) {
      from = find(from, length, whole, goesOn);
      const { value: count } = this.#kernel.results;
      for (let at = 0; at < 2 * count; at += 2) yield [this.#results[at] ?? 0, this.#results[at + 1] ?? 0];
    }
  }

  /** What was found since it was last asked: stretches for those who want one so large, and places of words, in marks or not. */
  take(): { readonly sightings: readonly Sighting[]; readonly words: readonly number[] } {
    const sightings = joined(this.#stretches).flatMap(({ shape, range, size }) =>
      this.#plan.shapes
        .filter((wanted) => wanted.shape === shape && size >= (wanted.least ?? 1))
        .map(({ owner }) => ({ owner, ...range })),
    );
    const words = this.#words;
    this.#stretches = [];
    this.#words = [];
    return { sightings, words };
  }
}

const known = new Map<string, WebAssembly.Module>();

/** Most checks look for no words, and start with a third of the kernel. */
function compiled({ words }: TextPlan): WebAssembly.Module {
  const kernel = words === undefined ? shapeKernel : textKernel;
  const found = known.get(kernel) ?? new WebAssembly.Module(Buffer.from(kernel, "base64"));
  known.set(kernel, found);
  return found;
}

function aligned(address: number): number {
  return Math.ceil(address / 64) * 64;
}

function grow(memory: WebAssembly.Memory, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageLength));
}
