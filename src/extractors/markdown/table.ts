import type { Range } from "../../model/range.ts";

/** The second row of a table: GitHub Flavored Markdown 0.29, 4.10. What has more columns than a spreadsheet is text. */
export const delimiterRow: RegExp =
  /(?=[^\n]*\|)\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?){0,16383}[ \t]*(?:\|[ \t]*)?$/my;

/** The cells of a row, without the spaces around them. */
export function* cellsOf(text: string, { start, end }: Range): Generator<Range> {
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 124) {
      yield trimmed(text, from, at);
      from = at + 1;
    }
  }
  const last = trimmed(text, from, end);
  if (last.start < last.end) yield last;
}

export function countOfCells(text: string, row: Range): number {
  let count = 0;
  for (const _ of cellsOf(text, row)) count++;
  return count;
}

function trimmed(text: string, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return { start, end };
}
