import type { Bytes } from "../model/bytes.ts";
import type { Glance } from "../model/clues.ts";
import type { Segment } from "../model/segment.ts";
import { addRange, type GlanceSoFar, nothingSeen } from "./glance-so-far.ts";
import { kernel } from "./kernel.generated.ts";
import { beginnings, leasts, Sightings, type WantedShape } from "./shapes.ts";
import type { Literal, Table } from "./table.ts";
import type { WordPrefilter } from "./word-prefilter.ts";

/** What kernel/index.ts exports. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly results: WebAssembly.Global;
  /** Where in the memory the results stand, where the table begins, and where the beginnings of words do. */
  readonly resultsAt: WebAssembly.Global;
  readonly tableAt: WebAssembly.Global;
  readonly beginningsAt: WebAssembly.Global;
  readonly build: (count: number) => void;
  readonly place: (slice: number) => void;
  readonly find: (from: number, to: number, end: number) => number;
  readonly findInName: (from: number, to: number, end: number) => number;
  readonly findEncodings: (length: number, whole: number, goesOn: number) => void;
  readonly wantShapes: (...leasts: number[]) => void;
  readonly findShapes: (from: number, to: number, end: number, goesOn: number) => number;
}

// Kinds of results in the upper bits of the second number: see kernel/memory.ts.
const wideKind = 0x40000000;
const escapeKind = 0x80000000;
const hexadecimalKind = 0xc0000000;

/** A slice stays in the cache while it is read a second and a third time. */
const sliceLength = 65_536;

/** A piece has so many slices unless told. */
const slicesInPiece = 16;

/** The kernel looks so far behind a literal, and reads some bytes more. */
const behind = 512;
const slack = 128;

/** And so far behind the last place at which a literal may begin it looks for what is rare in it. */
const windowReach = 16;

/** Whoever asks for a literal by this number is not told where it stands, but only that it does. */
export const markerOwner = 0xffff;

/** What it stands for begins gzip, and is told to the extractors. */
export const gzipOwner = 0xfffe;

/** The three bytes with which gzip begins (RFC 1952) as they are written, at the beginning of twelve. */
export const gzipLiterals: readonly Literal[] = [
  { text: "H4sI", owner: gzipOwner, behind: { run: "unspaced", least: 12 } },
  { text: "1f8b08", owner: gzipOwner, anyCase: true, behind: { run: "hexadecimal", least: 18 } },
];

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
  readonly #framed: ReadonlySet<number>;
  readonly #shapes: Sightings | undefined;
  readonly #words: WordPrefilter | undefined;
  #soFar: GlanceSoFar = nothingSeen();

  /** @param framed owners of the table's: see `Plan` @param words looks at every slice as well */
  constructor(
    { count, longest, bytes }: Table,
    framed: readonly number[] = [],
    shapes: readonly WantedShape[] = [],
    words?: WordPrefilter,
  ) {
    this.#framed = new Set(framed);
    this.#shapes = shapes.length === 0 ? undefined : new Sightings(shapes);
    this.#words = words;
    this.#kernel = new WebAssembly.Instance(compiled()).exports as unknown as Kernel; // what kernel/index.ts exports
    const { memory, resultsAt, tableAt, beginningsAt, build, place, wantShapes } = this.#kernel;
    this.#slice = tableAt.value + bytes.length;
    this.#overlap = longest + behind;
    const missing = this.#slice + sliceLength + this.#overlap + slack - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    this.#bytes = new Uint8Array(memory.buffer);
    this.#results = new Uint32Array(memory.buffer, resultsAt.value);
    this.#bytes.set(bytes, tableAt.value);
    place(this.#slice);
    build(count);
    if (shapes.length > 0) this.#bytes.set(beginnings(shapes), beginningsAt.value);
    wantShapes(...leasts(shapes));
  }

  /**
   * Reads a piece of some bytes straight into the kernel's memory.
   * @param from a multiple of sixteen.
   * @throws whatever copying the bytes throws; nothing that was seen of them is taken for clues of others.
   */
  look(part: Segment["part"], bytes: Bytes, from: number, slices: number = slicesInPiece): Glance {
    try {
      return this.#look(part, bytes, from, slices);
    } catch (error) {
      this.#soFar = nothingSeen();
      this.#shapes?.take();
      this.#words?.take();
      throw error;
    }
  }

  #look(part: Segment["part"], bytes: Bytes, from: number, slices: number): Glance {
    let start = from;
    let first = 0;
    for (let slice = 1; ; slice++) {
      const count = bytes.copy(this.#bytes, this.#slice, start, start + sliceLength + this.#overlap);
      const isLast = count <= sliceLength;
      const length = isLast ? count : sliceLength;
      if (length > 0) this.#lookAt(part, start, length, count);
      if (start === 0 && length > 1 && this.#isEncoded()) this.#soFar.isEncoded = true;
      if (start === 0) first = length < 4 ? 0 : this.#firstBytes();
      start += length;
      if (isLast || slice === slices) return this.#glance(start, isLast, first);
    }
  }

  #glance(end: number, isLast: boolean, first: number): Glance {
    const { clues, isMarked, isEncoded } = this.#soFar;
    for (const sighting of this.#shapes?.take() ?? []) clues.sightings.push(sighting);
    clues.sightings.sort((a, b) => a.start - b.start);
    if (this.#words !== undefined) {
      const taken = this.#words.take();
      clues.words = taken.words;
      clues.foreign = taken.foreign;
      clues.apart = taken.apart;
    }
    const { sightings, words, base64, wide, escapes, hexadecimal, gzip, foreign, apart } = clues;
    // Those in a token are told before those in front of one.
    if (escapes.length > 1) escapes.sort((a, b) => a - b);
    const inText = base64.length + wide.length + escapes.length + hexadecimal.length + gzip.length;
    const isEmpty = !isEncoded && sightings.length + words.length + inText + foreign.length + apart.length === 0;
    if (!isEmpty || isMarked) this.#soFar = nothingSeen();
    return { clues: isEmpty ? undefined : clues, isMarked, end, isLast, first };
  }

  #firstBytes(): number {
    let first = 0;
    for (let at = this.#slice; at < this.#slice + 4; at++) first = first * 256 + (this.#bytes[at] ?? 0);
    return first;
  }

  /** Whether the first bytes are a byte order mark of UTF-16 or UTF-32, or those of gzip. */
  #isEncoded(): boolean {
    const at = this.#slice;
    const [first, second, third] = [this.#bytes[at], this.#bytes[at + 1], this.#bytes[at + 2]];
    if (first === 0x1f) return second === 0x8b && third === 8;
    if (first === 0) return second === 0 && third === 0xfe && this.#bytes[at + 3] === 0xff;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  }

  /** @param length of the slice's own part @param whole the same with what it shares with the next. */
  #lookAt(part: Segment["part"], start: number, length: number, whole: number): void {
    const { find, findInName, findEncodings } = this.#kernel;
    const findLiterals = part === "name" ? findInName : find;
    for (let from = 0; from < length + windowReach;) {
      from = findLiterals(from, length, whole);
      this.#takeLiterals(start);
    }
    const goesOn = (start > 0 ? 1 : 0) | (whole > length ? 2 : 0);
    findEncodings(length, whole, goesOn);
    this.#takeEncodings(start);
    this.#lookAtShapes(start, length, whole, goesOn);
    this.#words?.look(this.#bytes.subarray(this.#slice, this.#slice + whole), start, length, goesOn);
  }

  #takeLiterals(start: number): void {
    const { value: count } = this.#kernel.results;
    for (let index = 0; index < count; index++) {
      const at = start + this.#result(2 * index);
      const whose = this.#result(2 * index + 1);
      const owner = whose & 0xffff;
      if (owner === markerOwner) this.#soFar.isMarked = true;
      else if (owner === gzipOwner) this.#soFar.clues.gzip.push(at);
      else {
        const sighting = { owner, start: at, end: at + (whose >>> 16) };
        this.#soFar.clues.sightings.push(this.#framed.has(owner) ? { ...sighting, isFramed: true } : sighting);
      }
    }
  }

  #takeEncodings(start: number): void {
    const { value: count } = this.#kernel.results;
    for (let index = 0; index < count; index++) {
      const at = start + this.#result(2 * index);
      const end = this.#result(2 * index + 1);
      if (end === escapeKind) this.#soFar.clues.escapes.push(at);
      else if (end === hexadecimalKind) this.#soFar.clues.hexadecimal.push(at);
      else if (end > wideKind) addRange(this.#soFar.clues.wide, { start: at, end: start + end - wideKind }, start);
      else addRange(this.#soFar.clues.base64, { start: at, end: start + end }, start);
    }
  }

  #lookAtShapes(start: number, length: number, whole: number, goesOn: number): void {
    if (this.#shapes === undefined) return;
    const { findShapes, results } = this.#kernel;
    for (let from = 0; from < length;) {
      from = findShapes(from, length, whole, goesOn);
      for (let index = 0; index < results.value; index++)
        this.#shapes.add(this.#result(2 * index), this.#result(2 * index + 1), start);
    }
  }

  #result(index: number): number {
    return this.#results[index] ?? 0;
  }
}

let known: WebAssembly.Module | undefined;

function compiled(): WebAssembly.Module {
  return (known ??= new WebAssembly.Module(Buffer.from(kernel, "base64")));
}
