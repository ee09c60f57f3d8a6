import { controlSequence, meaningOfSequence, writtenEscape } from "../model/control-sequence.ts";
import { countBefore, type Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/** So much before and behind its own part a piece is read at most, in bytes. */
const before = 2048;
const behind = 8192;

const sequence = String.raw`(?:\x1b|(?<!\\)\\{1,127}${writtenEscape})${controlSequence}`;
const aSequence = new RegExp(sequence);

/** Whether a bracket belongs to a colour of a terminal or to another control sequence, escaped or not. */
export function isColor(held: Buffer, bracket: number): boolean {
  return aSequence.test(held.toString("latin1", Math.max(0, bracket - 6), bracket + 48));
}

/** A letter, `-` or `_` that is escaped: no program has to, and `"pass\u0077ord"` is a name like any other. */
const letter = String.raw`(?<!\\)\\{1,127}u00(?<code>2[dD]|4[1-9a-fA-F]|5[\daAfF]|6[1-9a-fA-F]|7[\daA])`;

const beginningOfEscape = String.raw`\u00`;
const isLetter = /^(?:2[dD]|[46][1-9a-fA-F]|[57][\daA]|5[fF])$/;

/** Whether a letter is escaped, or slashes as `json_encode` of PHP writes addresses: `https:\/\/user:…@host`. */
export function hasEscapes(held: Buffer, { start, end }: Range): boolean {
  const own = held.subarray(start, end + longestEscape - 1);
  const first = own.indexOf(backslash);
  if (first === -1) return false;
  if (own.includes(String.raw`\/\/`, first)) return true;
  // Of what programs do escape, control characters and signs of HTML are most.
  for (let at = own.indexOf(beginningOfEscape, first); at !== -1; at = own.indexOf(beginningOfEscape, at + 1))
    if (isLetter.test(held.toString("latin1", start + at + 4, start + at + 6))) return true;
  return false;
}

const backslash = 0x5c;

/** `\u0077`, in bytes. */
const longestEscape = 6;

/** What a terminal does not show, the backslashes in front of a slash, and what stands for a letter. */
const unseen = new RegExp(String.raw`(?<sequence>${sequence})|(?<!\\)\\{1,127}(?=\/)|${letter}`, "g");

/**
 * A piece as who looks at it reads it: without colours of a terminal, which stand between a name and its value, and in the midst of words; and with
 * slashes and letters that are not escaped.
 */
export function readText(held: Buffer, own: Range, from: number): Segment {
  const lines = wholeLines(held, own);
  const text = held.toString("latin1", lines.start, lines.end);
  /** Where something was left out, in what is read, and how much was up to there. */
  const cuts: Range[] = [];
  /** Which of them belong to the letter in front of them. */
  const letters = new Set<number>();
  let read = "";
  let last = 0;
  for (const { 0: found, index, groups } of text.matchAll(unseen)) {
    read += text.slice(last, index);
    last = index + found.length;
    const code = groups?.["code"];
    if (code !== undefined) letters.add((read += String.fromCharCode(Number.parseInt(code, 16))).length);
    if (groups?.["sequence"] !== undefined) read += meaningOfSequence(found);
    cuts.push({ start: read.length, end: last - read.length });
  }
  const place = (offset: number): number => {
    const cut = cuts[countBefore(cuts, offset + 1) - 1];
    return from + lines.start + offset + (cut?.end ?? 0);
  };
  return {
    part: "contents",
    surface: "colours in text",
    bytes: Buffer.from(read + text.slice(last), "latin1"),
    toDocument: ({ start, end }) => ({
      start: place(start),
      end: letters.has(end) ? place(end) : place(Math.max(start, end - 1)) + 1,
    }),
  };
}

/** A piece with what it is read with, from the beginning of a line to the end of one where there is one: of a mask that is cut off the rest would be a value. */
function wholeLines(held: Buffer, own: Range): Range {
  const first = Math.max(0, own.start - before);
  const start = first === 0 ? 0 : held.subarray(first, own.start).indexOf(newline) + 1 + first;
  const last = own.end + behind;
  const end = last >= held.length ? -1 : held.subarray(own.end, last).lastIndexOf(newline);
  return { start, end: end === -1 ? last : own.end + end };
}

const newline = 0x0a;
