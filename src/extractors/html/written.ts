import { lastUpTo, type Range } from "../../model/range.ts";
import type { Segment } from "../../model/segment.ts";
import type { Part } from "../format.ts";
import { waysBack } from "../layer.ts";

/** What a text can be taken from: a part of a document, or a text that was written before. */
export type Outer = Omit<Segment, "bytes">;

const smallest = 4096;

/** So many bytes are copied one by one in less time than it takes to ask for all of them. */
const few = 192;

/** Of most pages most kinds of text are empty. */
const nothing = Buffer.alloc(0);

/** A text that is written piece by piece, with the place where each piece comes from. */
export class Written {
  length = 0;
  #bytes: Buffer = nothing;
  /** Of each piece: where it begins here, where what it comes from begins, and where that ends if it was not copied byte by byte. */
  #outs: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];

  /** Bytes as they stand. @param place where the first of them comes from */
  copy(from: Buffer, start: number, end: number, place: number): void {
    if (end <= start) return;
    const { length } = this;
    this.#reserve(end - start);
    const last = this.#outs.length - 1;
    const goesOn = this.#ends[last] === 0 && place - length === (this.#starts[last] ?? 0) - (this.#outs[last] ?? 0);
    if (!goesOn) this.#begin(place, 0);
    const bytes = this.#bytes;
    if (end - start > few) from.copy(bytes, length, start, end);
    else for (let at = start, to = length; at < end; at++, to++) bytes[to] = from[at] ?? 0;
    this.length += end - start;
  }

  /** Text that stands for some bytes of the source as a whole. */
  put(text: Uint8Array, start: number, end: number): void {
    if (text.length === 0) return;
    this.#reserve(text.length);
    this.#begin(start, end);
    this.#bytes.set(text, this.length);
    this.length += text.length;
  }

  /** A piece of another text. */
  append(other: Written, from: number, to: number = other.length): void {
    const outs = other.#outs;
    for (let index = lastUpTo(outs, from); index < outs.length; index++) {
      const out = outs[index] ?? 0;
      const start = other.#starts[index] ?? 0;
      const end = other.#ends[index] ?? 0;
      const first = Math.max(out, from);
      const last = Math.min(outs[index + 1] ?? other.length, to);
      if (last <= first) return;
      if (end === 0) this.copy(other.#bytes, first, last, start + first - out);
      else this.put(other.#bytes.subarray(first, last), start, end);
    }
  }

  /** A text that was made of another one, with the places from which that one comes. */
  appendMade(text: Written, of: Written): void {
    for (let index = 0; index < text.#outs.length; index++) {
      const out = text.#outs[index] ?? 0;
      const start = text.#starts[index] ?? 0;
      const end = text.#ends[index] ?? 0;
      const last = text.#outs[index + 1] ?? text.length;
      if (end === 0) this.append(of, start, start + last - out);
      else {
        const place = placeIn(of.#outs, of.#starts, of.#ends, { start, end });
        this.put(text.#bytes.subarray(out, last), place.start, place.end);
      }
    }
  }

  /** Takes back what was written behind a place. */
  cut(to: number): void {
    if (to >= this.length) return;
    this.length = to;
    while ((this.#outs.at(-1) ?? -1) >= to) {
      this.#outs.pop();
      this.#starts.pop();
      this.#ends.pop();
    }
  }

  /** What was written from a place on. */
  since(from: number): Buffer {
    return this.#bytes.subarray(from, this.length);
  }

  /** Gives what was written, and begins anew. @param surface as the outer one's where undefined */
  part(outer: Outer, surface: string = outer.surface): Part & Segment {
    const bytes = this.since(0);
    const [outs, starts, ends] = [this.#outs, this.#starts, this.#ends];
    this.#bytes = nothing;
    this.#outs = [];
    this.#starts = [];
    this.#ends = [];
    this.length = 0;
    const toOuter = (range: Range): Range => placeIn(outs, starts, ends, range);
    return { part: outer.part, surface, bytes, ...waysBack(outer, toOuter) };
  }

  #begin(start: number, end: number): void {
    this.#outs.push(this.length);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(smallest, 2 * (this.length + more)));
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
}

/** Where a range comes from. */
function placeIn(
  outs: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  { start, end }: Range,
): Range {
  const place = (at: number): Range => {
    const index = lastUpTo(outs, at);
    const from = starts[index] ?? 0;
    const to = ends[index] ?? 0;
    if (to > 0) return { start: from, end: to };
    const moved = from + at - (outs[index] ?? 0);
    return { start: moved, end: moved + 1 };
  };
  const first = place(start);
  const last = place(Math.max(start, end - 1));
  return { start: first.start, end: Math.max(first.end, last.end) };
}
