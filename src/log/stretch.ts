import { countBefore, type Range } from "../model/range.ts";
import type { Edit } from "./edits.ts";

/** A stretch of some bytes of which something is to be masked. */
export interface Stretch extends Range {
  readonly bytes: Buffer;
  /** The end of what was written before it. */
  readonly before: Buffer;
  /** How far before it something was masked last, in bytes as they were written; undefined where nothing was nearby. */
  readonly masked: number | undefined;
  /** Whether something stands before all this, and behind it. */
  readonly comesAfter: boolean;
  readonly goesOn: boolean;
}

/** Something that stands in the place of some bytes: these, and where it stands in what is written. */
export interface Mark extends Range {
  readonly at: number;
  readonly length: number;
}

/** A stretch as it will be written, behind the end of what was written before it. */
export class Written {
  readonly bytes: Buffer;
  readonly marks: readonly Mark[];
  readonly stretch: Stretch;

  /** @param edits in order; those beside the stretch are left out */
  constructor(stretch: Stretch, edits: readonly Edit[]) {
    const { bytes, before } = stretch;
    const pieces: Buffer[] = [before];
    const marks: Mark[] = [];
    let [at, last] = [before.length, stretch.start];
    for (let index = countBefore(edits, stretch.start); index < edits.length; index++) {
      const edit = edits[index];
      if (edit === undefined || edit.start >= stretch.end) break;
      const { start, end, by } = edit;
      pieces.push(bytes.subarray(last, start), Buffer.from(by, "latin1"));
      at += start - last;
      marks.push({ start, end, at, length: by.length });
      at += by.length;
      last = end;
    }
    pieces.push(bytes.subarray(last, Math.max(last, stretch.end)));
    this.bytes = Buffer.concat(pieces);
    this.marks = marks;
    this.stretch = stretch;
  }

  /** What stands for a range in the bytes; undefined where it is a part of what was masked. */
  placeOf({ start, end }: Range): Range | undefined {
    const first = this.#placeOf(start);
    const last = this.#placeOf(end - 1);
    if (first.mark !== undefined && first.mark === last.mark) return undefined;
    return { start: first.mark?.start ?? first.place, end: last.mark?.end ?? last.place + 1 };
  }

  #placeOf(at: number): { readonly place: number; readonly mark?: Mark } {
    const { start, before } = this.stretch;
    const mark = this.marks.findLast((one) => one.at <= at);
    if (mark === undefined) return { place: start - before.length + at };
    return at < mark.at + mark.length ? { place: mark.start, mark } : { place: mark.end + at - mark.at - mark.length };
  }
}
