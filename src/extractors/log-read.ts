import { countBefore, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/** So much before and behind its own part a piece is read, in bytes. */
const before = 2048;
const behind = 8192;

const color = new RegExp(String.raw`(?:\x1b|(?<!\\)\\{1,127}(?:u001[bB]|x1[bB]|033|e))\[[\d;]{0,20}[mK]`);

/** Whether a bracket belongs to a colour of a terminal (ECMA-48), escaped or not. */
export function isColor(held: Buffer, bracket: number): boolean {
  return color.test(held.toString("latin1", Math.max(0, bracket - 6), bracket + 24));
}

/** As `json_encode` of PHP writes addresses: `https:\/\/user:…@host`. */
export function hasEscapedSlashes(held: Buffer, { start, end }: Range): boolean {
  const at = held.indexOf(String.raw`\/\/`, start);
  return at !== -1 && at < end;
}

/** What nobody sees, and the backslashes in front of a slash. */
const unseen = new RegExp(String.raw`${color.source}|(?<!\\)\\{1,127}(?=\/)`, "g");

/**
 * A piece as who looks at it reads it: without colours of a terminal, which stand between a name and its value, and in the midst of words; and with
 * slashes that are not escaped.
 */
export function readText(held: Buffer, own: Range, from: number): Segment {
  const first = Math.max(0, own.start - before);
  const text = held.toString("latin1", first, own.end + behind);
  /** Where something was left out, in what is read, and how much was up to there. */
  const cuts: Range[] = [];
  let read = "";
  let last = 0;
  for (const { 0: found, index } of text.matchAll(unseen)) {
    read += text.slice(last, index);
    last = index + found.length;
    cuts.push({ start: read.length, end: last - read.length });
  }
  const place = (offset: number): number => {
    const cut = cuts[countBefore(cuts, offset + 1) - 1];
    return from + first + offset + (cut?.end ?? 0);
  };
  return {
    part: "contents",
    surface: "colours in text",
    bytes: Buffer.from(read + text.slice(last), "latin1"),
    toDocument: ({ start, end }) => ({ start: place(start), end: place(Math.max(start, end - 1)) + 1 }),
  };
}
