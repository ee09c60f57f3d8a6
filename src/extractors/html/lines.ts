import type { Segment } from "../../model/segment.ts";
import type { Part } from "../format.ts";
import { writeDecoded, type Spelling } from "./decode.ts";
import { type Outer, Written } from "./written.ts";

/** So much is given at once, in bytes; a line that is longer is cut, and what stood before the cut is repeated. */
const most = 1 << 20;
const repeated = 4096;

const newline = Buffer.from("\n");
const space = Buffer.from(" ");

/**
 * Text as a reader sees it, joined as far as nothing separates it. A line is kept where it is written otherwise in the document: of several
 * pieces, or with references. The others are searched where they stand.
 */
export class Lines {
  readonly #written = new Written();
  #start = 0;
  #isOther = false;
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
    const written = this.#written;
    const isFirst = written.length === this.#start;
    if (this.#space !== undefined && !isFirst) written.put(space, this.#space, this.#space + 1);
    this.#space = undefined;
    if (isPlain) written.copy(bytes, start, end, base + start);
    else if (writeDecoded(written, bytes, start, end, base, spelling)) this.#isOther = true;
    // What comes to nothing, such as a soft hyphen, leaves the line as it was.
    if (!isFirst) this.#isOther = true;
    else if (written.length === this.#start) this.#isOther = false;
  }

  /** Space between two texts, wherever it begins first. */
  addSpace(place: number): void {
    this.#space ??= place;
  }

  /**
   * @param place where in the document it ends
   * @param markup gets a line in which there is some
   */
  end(place: number, markup?: (text: Written, from: number) => void): void {
    const written = this.#written;
    this.#space = undefined;
    if (written.length === this.#start) return;
    if (markup !== undefined && written.since(this.#start).includes(less)) markup(written, this.#start);
    if (this.#isOther) written.put(newline, place, place + 1);
    else written.cut(this.#start);
    this.#start = written.length;
    this.#isOther = false;
  }

  take(outer: Outer): (Part & Segment) | undefined {
    const written = this.#written;
    if (written.length === 0) return undefined;
    if (this.#start === written.length) {
      this.#start = 0;
      return written.part(outer);
    }
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
