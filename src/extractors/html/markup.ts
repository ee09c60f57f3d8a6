import type { Bytes } from "../../model/bytes.ts";
import { knownElements } from "./elements.ts";
import { pageKernel } from "./page-kernel.generated.ts";

/** What kernel/page/index.ts exports. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly attributesAt: WebAssembly.Global;
  readonly elementsAt: WebAssembly.Global;
  readonly eventsAt: WebAssembly.Global;
  readonly sliceAt: WebAssembly.Global;
  readonly tokenAt: WebAssembly.Global;
  readonly addElement: (element: number) => void;
  readonly placeLanguage: (isXml: boolean, isUtf8: boolean, tellsAll: boolean) => void;
  readonly placeSlice: (length: number, isLast: boolean) => void;
  readonly countEvents: () => number;
  readonly begin: () => void;
  readonly goOn: () => void;
  readonly place: () => number;
  readonly run: () => number;
  readonly publishedSigns: () => number;
}

/** What `publishedSigns` tells: see kernel/page/published.ts. */
const ofBase64 = 1;
const ofJoined = 2;
const ofZlib = 4;
const ofDiagram = 8;
const ofWritten = 16;

/** What of a site's pages is read for besides may stand in one. */
export interface PublishedSigns {
  readonly hasBase64: boolean;
  readonly mayJoin: boolean;
  readonly hasZlib: boolean;
  readonly hasDiagram: boolean;
  readonly hasWritten: boolean;
}

const all = ofBase64 | ofJoined | ofZlib | ofDiagram | ofWritten;

/** How a document is read. */
export interface Reading {
  /** XML has no elements of its own, and the case of its names counts. */
  readonly isXml: boolean;
  /** Whether bytes from 0x80 on are taken as they stand. */
  readonly isUtf8: boolean;
  /** Whether every token is told, one by one. */
  readonly tellsAll: boolean;
  /** As a slice that is read at once, in bytes. */
  readonly slice?: number;
}

/** What the kernel has come to: see kernel/page/give.ts. The end of the slice is told too: what was given of it is there no more then. */
export type Step = "done" | "slice" | "told" | "token";
const steps: readonly Step[] = ["done", "slice", "told", "token"];

/** In bytes. */
const usual = 1 << 20;

/** Instances that have read more keep no memory of it. */
const mostKept = 1 << 22;

/** A file holds so much of what it was asked for last. */
const mostHeld = 1 << 16;

/** A vector that begins at the last byte. */
const slack = 64;

const unused: Markup[] = [];

/** Gives an instance that nobody else reads with, until it is given back. */
export function openMarkup(): Markup {
  return unused.pop() ?? new Markup();
}

/** The kernel's module for markup, with a slice of a document in its memory. */
export class Markup {
  /** The memory: places count from `sliceAt`. */
  bytes: Buffer;
  /** Four numbers for each thing that is told of texts; as many for each attribute of a token; and a token: see kernel/page/memory.ts. */
  events: Uint32Array;
  attributes: Uint32Array;
  token: Uint32Array;
  /** Where the slice begins in the document. */
  base = 0;

  readonly #kernel: Kernel;
  #source: Bytes = Buffer.alloc(0);
  #end = 0;
  #length = 0;
  #slice = usual;

  constructor() {
    this.#kernel = new WebAssembly.Instance(compiled()).exports as unknown as Kernel; // what kernel/page/index.ts exports
    this.#placeElements();
    [this.bytes, this.events, this.attributes, this.token] = this.#views();
    this.#reserve(usual);
  }

  /** Begins to read what stands between two places. */
  begin(source: Bytes, { isXml, isUtf8, tellsAll, slice = usual }: Reading, start: number, end: number): void {
    this.#source = source;
    this.#end = end;
    this.#slice = slice;
    this.#kernel.placeLanguage(isXml, isUtf8, tellsAll);
    this.#read(start, slice);
    this.#kernel.begin();
  }

  /** Reads on. Behind "slice" the next one is in memory; what was told of the one before has to be taken before. */
  step(): Step {
    return steps[this.#kernel.run()] ?? "done";
  }

  get count(): number {
    return this.#kernel.countEvents();
  }

  /** Goes on to a slice that begins at the place that is read; to a longer one, where this one begins there already. */
  goOn(): void {
    const place = this.#kernel.place();
    this.#read(this.base + place, place === 0 ? 2 * this.#length : this.#slice);
    this.#kernel.goOn();
  }

  /** What may stand in a page; in a long one all of it. */
  signsOf(source: Bytes): PublishedSigns {
    const signs = this.#signsOf(source);
    return {
      hasBase64: (signs & ofBase64) !== 0,
      mayJoin: (signs & ofJoined) !== 0,
      hasZlib: (signs & ofZlib) !== 0,
      hasDiagram: (signs & ofDiagram) !== 0,
      hasWritten: (signs & ofWritten) !== 0,
    };
  }

  #signsOf(source: Bytes): number {
    const { length } = source;
    if (length > usual) return all;
    this.#source = source;
    this.#end = length;
    this.#read(0, length);
    return this.#kernel.publishedSigns();
  }

  close(): void {
    this.#source = Buffer.alloc(0);
    if (this.#kernel.memory.buffer.byteLength < mostKept) unused.push(this);
  }

  #read(start: number, length: number): void {
    const end = Math.min(this.#end, start + Math.max(length, this.#slice));
    this.#reserve(end - start);
    this.base = start;
    // Of a short page what was read to tell its characters is still there, and need not be read from its file again.
    const isShort = end - start <= mostHeld;
    this.#length = isShort
      ? this.#source.subarray(start, end).copy(this.bytes)
      : this.#source.copy(this.bytes, 0, start, end);
    this.#kernel.placeSlice(this.#length, end === this.#end || this.#length < end - start);
  }

  #reserve(length: number): void {
    const { memory, sliceAt } = this.#kernel;
    const missing = sliceAt.value + length + slack - memory.buffer.byteLength;
    if (missing <= 0) return;
    memory.grow(Math.ceil(missing / 65_536));
    [this.bytes, this.events, this.attributes, this.token] = this.#views();
  }

  #views(): [Buffer, Uint32Array, Uint32Array, Uint32Array] {
    const { memory, sliceAt, eventsAt, attributesAt, tokenAt } = this.#kernel;
    const { buffer } = memory;
    return [
      Buffer.from(buffer, sliceAt.value),
      new Uint32Array(buffer, eventsAt.value),
      new Uint32Array(buffer, attributesAt.value),
      new Uint32Array(buffer, tokenAt.value, 8),
    ];
  }

  #placeElements(): void {
    const { memory, elementsAt, addElement } = this.#kernel;
    for (const [index, { name, flags }] of knownElements().entries()) {
      const at = elementsAt.value + 32 * (index + 1);
      Buffer.from(memory.buffer).write(name, at, "latin1");
      new Uint32Array(memory.buffer, at + 16, 2).set([name.length, flags]);
      addElement(index + 1);
    }
  }
}

let known: WebAssembly.Module | undefined;

function compiled(): WebAssembly.Module {
  return (known ??= new WebAssembly.Module(Buffer.from(pageKernel, "base64")));
}
