import { matchesOf } from "../model/matches.ts";
import { countBefore, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment } from "./layer.ts";

/** What is written for characters, and what a reader takes it for. */
export interface Spelling {
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** Of a match, in Latin-1. */
  readonly meaning: (written: string) => string;
}

/**
 * A range of a segment as its reader reads it, undefined where that is what stands there.
 * @param encoding see `innerSegment`
 */
export function respelled(segment: Segment, range: Range, spelling: Spelling, encoding?: string): Segment | undefined {
  const text = segment.bytes.toString("latin1", range.start, range.end);
  const read = text.replaceAll(spelling.pattern, spelling.meaning);
  if (read === text) return undefined;
  // What most ranges hold is nothing, and then nobody asks for places.
  let all: readonly Spelled[] | undefined;
  const place = (offset: number): Range => {
    const { start, end } = placeIn((all ??= spelledIn(text, spelling)), offset);
    return { start: range.start + start, end: range.start + end };
  };
  return innerSegment(segment, encoding, Buffer.from(read, "latin1"), ({ start, end }) => ({
    start: place(start).start,
    end: place(Math.max(start, end - 1)).end,
  }));
}

/** Something that stands for other characters, by where these begin in the text that is read. */
interface Spelled {
  readonly start: number;
  /** For how many characters it stands: none where it is a colour of a terminal. */
  readonly length: number;
  readonly written: Range;
}

function spelledIn(text: string, { pattern, meaning }: Spelling): Spelled[] {
  let more = 0;
  return matchesOf(text, pattern).map(({ 0: written, index }) => {
    const { length } = meaning(written);
    const start = index - more;
    more += written.length - length;
    return { start, length, written: { start: index, end: index + written.length } };
  });
}

/** Where a byte of the text that is read comes from. */
function placeIn(all: readonly Spelled[], offset: number): Range {
  const last = all[countBefore(all, offset + 1) - 1];
  if (last === undefined) return { start: offset, end: offset + 1 };
  if (offset < last.start + last.length) return last.written;
  const at = last.written.end + offset - last.start - last.length;
  return { start: at, end: at + 1 };
}
