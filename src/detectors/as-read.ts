import { matchesOf } from "../model/matches.ts";
import { countBefore, type Range } from "../model/range.ts";

/** A text as it is read, where some of it is written otherwise, and the way back. */
export interface AsRead {
  readonly text: string;
  readonly toWritten: (range: Range) => Range;
}

/** @param written global: what is written otherwise. @param meaning of a match, no longer than it */
export function asRead(text: string, written: RegExp, meaning: (match: RegExpExecArray) => string): AsRead {
  /** Where what stands behind a match begins as it is read, and where as it is written. */
  const behind: Range[] = [];
  let read = "";
  let done = 0;
  for (const match of matchesOf(text, written)) {
    read += text.slice(done, match.index) + meaning(match);
    done = match.index + match[0].length;
    behind.push({ start: read.length, end: done });
  }
  const placeOf = (at: number): number => {
    const last = behind[countBefore(behind, at + 1) - 1];
    return last === undefined ? at : last.end + at - last.start;
  };
  return {
    text: read + text.slice(done),
    toWritten: ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }),
  };
}
