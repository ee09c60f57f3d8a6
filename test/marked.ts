import type { Range } from "../src/model/range.ts";

/** The text with «» around ranges of its bytes, which are in order and do not overlap. */
export function marked(bytes: Buffer, ranges: Iterable<Range>): string {
  let text = "";
  let done = 0;
  for (const { start, end } of ranges) {
    text += `${bytes.toString("utf8", done, start)}«${bytes.toString("utf8", start, end)}»`;
    done = end;
  }
  return text + bytes.toString("utf8", done);
}
