import type { Segment } from "../../model/segment.ts";
import type { Part } from "../extract.ts";
import { writeDecoded, type Spelling } from "./decode.ts";
import { type Outer, Written } from "./written.ts";

/** So much is given at once, in bytes; a line that is longer is cut, and what stood before the cut is repeated. */
const most = 1 << 20;
const repeated = 4096;

const newline = Buffer.from("\n");
const space = Buffer.from(" ");

/** A piece of text, and where it stands in the document. */
interface Piece {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly base: number;
}

/**
 * Text as a reader sees it, joined as far as nothing separates it. A line is kept where it is written otherwise in the document: of several
 * pieces, or with references. The others are searched where they stand.
 */
export class Lines {
  readonly #written = new Written();
  #start = 0;
  #isOther = false;
  /** The only piece so far, as long as it need not be written. */
  #held: Piece | undefined;
  /** Where there is space behind what was written. */
  #space: number | undefined;

  /** How much `take` would give: what is open is given only where it is too long. */
  get length(): number {
    return this.#isCut ? this.#written.length : this.#start;
  }

  get #isCut(): boolean {
    return this.#written.length - this.#start > most;
  }

  /** @param isPlain whether it stands there as it is read */
  add(bytes: Buffer, start: number, end: number, base: number, spelling: Spelling, isPlain: boolean): void {
    if (isPlain && isBlank(bytes, start, end)) {
      this.#space ??= base + start;
      return;
    }
    const written = this.#written;
    const isFirst = this.#held === undefined && written.length === this.#start;
    if (isFirst && isPlain) {
      this.#held = { bytes, start, end, base };
      this.#space = undefined;
      return;
    }
    this.#release();
    if (this.#space !== undefined && !isFirst) written.put(space, this.#space, this.#space + 1);
    this.#space = undefined;
    if (isPlain) written.copy(bytes, start, end, base + start);
    else if (writeDecoded(written, bytes, start, end, base, spelling)) this.#isOther = true;
    if (!isFirst) this.#isOther = true;
  }

  /**
   * @param place where in the document it ends
   * @param markup gets a line in which there is some
   */
  end(place: number, markup?: (text: Written, from: number) => void): void {
    const written = this.#written;
    this.#space = undefined;
    if (markup !== undefined && this.#held?.bytes.subarray(this.#held.start, this.#held.end).includes(less))
      this.#release();
    this.#held = undefined;
    if (written.length === this.#start) return;
    if (markup !== undefined && written.since(this.#start).includes(less)) markup(written, this.#start);
    if (this.#isOther) written.put(newline, place, place + 1);
    else written.cut(this.#start);
    this.#start = written.length;
    this.#isOther = false;
  }

  #release(): void {
    if (this.#held === undefined) return;
    const { bytes, start, end, base } = this.#held;
    this.#held = undefined;
    this.#written.copy(bytes, start, end, base + start);
  }

  take(outer: Outer): (Part & Segment) | undefined {
    const written = this.#written;
    if (written.length === 0) return undefined;
    const tail = new Written();
    if (this.#isCut) tail.append(written, written.length - repeated);
    else {
      tail.append(written, this.#start);
      written.cut(this.#start);
    }
    const part = written.length === 0 ? undefined : written.part(outer);
    written.append(tail, 0);
    this.#start = 0;
    return part;
  }
}

const less = 60;

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}
