import { alphanumeric, byteClass } from "../../model/byte-runs.ts";
import { writtenEscape } from "../../model/control-sequence.ts";
import type { Range } from "../../model/range.ts";
import { script } from "../escapes.ts";
import { isEscaped } from "../json-string.ts";
import { around, type Frame, longest, nearnessOf } from "./frame.ts";

const [newline, quotationMark, apostrophe, backslash] = [0x0a, 0x22, 0x27, 0x5c];

/** A string of JSON, of YAML or of a program: lines and quotation marks are escaped in it. */
export const string: Frame = {
  encoding: "escapes",
  spelling: script,
  finder(bytes) {
    const isNear = nearnessOf(bytes, escapeIn);
    return ({ at }) => {
      if (!isNear(at)) return undefined;
      const range = stringAround(bytes, at, quotationMark) ?? stringAround(bytes, at, apostrophe);
      return range !== undefined && escapeIn(bytes.subarray(range.start, range.end)) !== -1 ? range : undefined;
    };
  },
};

/** A cell of CSV, a string of SQL or of YAML: its own quotation marks are written twice in it. */
export function doubled(quote: string): Frame {
  const mark = quote.charCodeAt(0);
  const find = (part: Buffer): number => pairIn(part, mark);
  return {
    encoding: "escapes",
    spelling: { pattern: new RegExp(quote + quote, "g"), meaning: () => quote },
    finder(bytes) {
      const isNear = nearnessOf(bytes, find);
      return ({ at }) => {
        if (!isNear(at)) return undefined;
        const range = doubledAround(bytes, at, mark);
        return find(bytes.subarray(range.start, range.end)) !== -1 ? range : undefined;
      };
    },
  };
}

/** Where the first newline or quotation mark is escaped, or the escape character of a terminal. */
function escapeIn(bytes: Buffer): number {
  for (let at = bytes.indexOf(backslash); at !== -1; at = bytes.indexOf(backslash, at + 1)) {
    const next = bytes[at + 1];
    if (next === letterN || next === quotationMark || next === apostrophe) return at;
    if (beginsColour.test(bytes.toString("latin1", at + 1, at + longest))) return at;
  }
  return -1;
}

const letterN = 0x6e;
const beginsColour = new RegExp(String.raw`^${writtenEscape}\[`);

/** Where a quotation mark is first written twice in front of a letter or a digit. Nothing stands so that is only empty. */
function pairIn(bytes: Buffer, quote: number): number {
  const isWord = word();
  const pair = String.fromCharCode(quote).repeat(2);
  for (let at = bytes.indexOf(pair); at !== -1; at = bytes.indexOf(pair, at)) {
    const end = endOfMarks(bytes, at, quote);
    if (end - at === 2 && isWord[bytes[end] ?? 0] === 1) return at;
    at = end;
  }
  return -1;
}

const word = byteClass(() => alphanumeric);

function endOfMarks(bytes: Buffer, from: number, quote: number): number {
  let end = from;
  while (bytes[end] === quote) end++;
  return end;
}

/** The string around a place in its line, without its quotation marks. */
function stringAround(bytes: Buffer, place: number, quote: number): Range | undefined {
  const start = startOfString(bytes, place, quote);
  const end = start === undefined ? undefined : endOfString(bytes, place, quote);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Of a string that begins far before, the beginning of a line in it. */
function startOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const first = place - around;
  for (let at = place - 1; at >= Math.max(0, first); at--) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at + 1;
  }
  const line = first < 0 ? -1 : bytes.subarray(first, place).indexOf(escapedNewline);
  return line === -1 ? undefined : first + line + escapedNewline.length;
}

/** Of a string that ends far behind, the end of a line in it. */
function endOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const last = place + around;
  for (let at = place; at < Math.min(bytes.length, last); at++) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at;
  }
  const line = last > bytes.length ? -1 : bytes.subarray(place, last).lastIndexOf(escapedNewline);
  if (line === -1) return undefined;
  let end = place + line;
  while (bytes[end - 1] === backslash) end--;
  return end;
}

const escapedNewline = String.raw`\n`;

/** The string around a place in which quotation marks are written twice: up to the outer ones, or so far as is read. */
function doubledAround(bytes: Buffer, place: number, quote: number): Range {
  const [first, last] = [Math.max(0, place - around), Math.min(bytes.length, place + around)];
  let start = place;
  while (start > first) {
    let marks = start;
    while (bytes[marks - 1] === quote) marks--;
    const isOuter = (start - marks) % 2 === 1;
    start = isOuter ? marks + 1 : Math.min(marks, start - 1);
    if (isOuter) break;
  }
  let end = place;
  while (end < last) {
    const marks = endOfMarks(bytes, end, quote);
    const isOuter = (marks - end) % 2 === 1;
    end = isOuter ? marks - 1 : Math.max(marks, end + 1);
    if (isOuter) break;
  }
  return { start, end };
}
