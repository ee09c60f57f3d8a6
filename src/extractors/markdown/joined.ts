import { countBefore, lastUpTo, type Range } from "../../model/range.ts";
import type { Block } from "./block.ts";

/** A longer paragraph is read in pieces, in bytes. */
const longest = 1 << 18;

/** The lines of a block as one text, or as several where they are long. */
export function* joinedPieces(source: string, lines: Block["lines"]): Generator<Joined> {
  let piece: Range[] = [];
  let length = 0;
  for (const line of lines) {
    let { start } = line;
    do {
      const end = Math.min(line.end, start + longest);
      if (length + end - start > longest && piece.length > 0) {
        yield new Joined(source, piece);
        piece = [];
        length = 0;
      }
      piece.push({ start, end });
      length += end - start + 1;
      start = end;
    } while (start < line.end);
  }
  yield new Joined(source, piece);
}

/** Lines of a block as one text, with line breaks between them, and the way back. */
export class Joined {
  readonly text: string;
  readonly #lines: readonly Range[];
  /** Where each line begins here. */
  readonly #starts: readonly number[];

  constructor(source: string, lines: Block["lines"]) {
    const starts: number[] = [];
    let length = 0;
    for (const { start, end } of lines) {
      starts.push(length);
      length += end - start + 1;
    }
    this.#lines = lines;
    this.#starts = starts;
    this.text = lines.map(({ start, end }) => source.slice(start, end)).join("\n");
  }

  /** Where in the source a character stands; a line break behind its line. */
  toSource(at: number): number {
    const index = lastUpTo(this.#starts, at);
    return (this.#lines[index]?.start ?? 0) + at - (this.#starts[index] ?? 0);
  }

  /** Where here a place of the source stands, if it does. */
  fromSource(place: number): number | undefined {
    const index = countBefore(this.#lines, place + 1) - 1;
    const line = this.#lines[index];
    return line !== undefined && place <= line.end ? (this.#starts[index] ?? 0) + place - line.start : undefined;
  }

  /** The pieces of a range here that stand in one line each, as ranges of the source, and whether the line break behind is in the range. */
  *pieces({ start, end }: Range): Generator<Range & { readonly isBroken: boolean }> {
    if (start >= end) return;
    for (let index = lastUpTo(this.#starts, start); index < this.#lines.length; index++) {
      const first = this.#starts[index] ?? 0;
      if (first >= end) return;
      const line = this.#lines[index] ?? { start: 0, end: 0 };
      const from = line.start + Math.max(0, start - first);
      const to = line.start + end - first;
      yield { start: from, end: Math.min(line.end, to), isBroken: to > line.end };
    }
  }
}
