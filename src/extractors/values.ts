import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import type { Part } from "./format.ts";
import { surfaceIn } from "./inner.ts";
import { waysBack } from "./layer.ts";

/** Some bytes of a document, or what they come to. */
export interface Block {
  readonly bytes: Bytes;
  /** Of the document. */
  readonly range: Range;
  /** Whether they are these very bytes. */
  readonly isExact: boolean;
}

/** The bytes of a document from one place to another, as they stand; places in a block count from its beginning. */
export function blockIn(of: Block, bytes: Bytes, { start, end }: Range): Block {
  if (!of.isExact) return { bytes, range: of.range, isExact: false };
  return { bytes, range: { start: of.range.start + start, end: of.range.start + end }, isExact: true };
}

/**
 * Values that stand in a document under some names: a text for each name, with a line for each value. The name is a surface, which is shown, so
 * that it must be none that the document has made up.
 */
export class Values {
  readonly #of: Part;
  readonly #texts = new Map<string, Lines>();

  constructor(of: Part) {
    this.#of = of;
  }

  /** A value that is the bytes of a block from one place to another. */
  addBytes(surface: string, { bytes, range, isExact }: Block, { start, end }: Range): void {
    if (end <= start) return;
    const value = bytes.subarray(start, end);
    if (isExact) this.#linesOf(surface, true).add(value, range.start + start, range.start + end);
    else this.#linesOf(surface, false).add(value, range.start, range.end);
  }

  /** A value that bytes of a block stand for; all of it where none are told. */
  addText(surface: string, text: string, block: Block, range: Range = { start: 0, end: block.bytes.length }): void {
    if (text === "") return;
    const { start, end } = blockIn(block, block.bytes, range).range;
    this.#linesOf(surface, false).add(Buffer.from(text), start, end);
  }

  #linesOf(surface: string, isExact: boolean): Lines {
    const key = `${isExact} ${surface}`;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const lines = new Lines(surface, isExact);
    this.#texts.set(key, lines);
    return lines;
  }

  *texts(): Generator<Part> {
    for (const lines of this.#texts.values()) {
      const { surface, isExact } = lines;
      const bytes = lines.text();
      yield {
        part: this.#of.part,
        surface: surfaceIn(this.#of, surface),
        bytes,
        ...waysBack(this.#of, (range) => lines.placeOf(range)),
        ...(!isExact && { stream: { of: bytes, toStream: (range: Range): Range => range } }),
      };
    }
  }
}

const newline = 0x0a;

/** Values in lines, each with the place that it comes from; there can be millions. */
class Lines {
  readonly surface: string;
  readonly isExact: boolean;
  /** Of each line: where it begins in the text, and the place in the document. */
  readonly #starts: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  constructor(surface: string, isExact: boolean) {
    this.surface = surface;
    this.isExact = isExact;
  }

  add(value: Buffer, from: number, to: number): void {
    const needed = this.#length + value.length + 1;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#starts.push(this.#length);
    this.#from.push(from);
    this.#to.push(to);
    value.copy(this.#bytes, this.#length);
    this.#bytes[needed - 1] = newline;
    this.#length = needed;
  }

  text(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  placeOf({ start, end }: Range): Range {
    const first = this.#lineAt(start);
    const last = this.#lineAt(Math.max(start, end - 1));
    const [from = 0, to = 0, lastTo = 0] = [this.#from[first], this.#to[first], this.#to[last]];
    if (!this.isExact) return { start: from, end: Math.max(to, lastTo) };
    const [begins = 0, lastBegins = 0, lastFrom = 0] = [this.#starts[first], this.#starts[last], this.#from[last]];
    return { start: Math.min(to, from + start - begins), end: Math.min(lastTo, lastFrom + end - lastBegins) };
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
