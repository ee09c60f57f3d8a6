import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/** How the surface of a key begins of which each line stands in a line of the log. */
export const keyInLines = "lines";

const beginning = "-----BEGIN ";
const newline = 0x0a;

/** So many lines has no key, and so long is none of the log's, in bytes. */
const mostLines = 300;
const longestLine = 4096;

/**
 * Private keys that were logged line by line: a time, the name of a container or Docker's JSON stand around each of their lines. What is found is told at the first
 * of them; `linesOfKey` tells the others.
 */
export function* keysIn(held: Buffer, own: Range, from: number): Generator<Segment> {
  const begun = held.subarray(0, own.end + beginning.length - 1);
  for (let at = begun.indexOf(beginning, own.start); at !== -1; at = begun.indexOf(beginning, at + 1)) {
    const lines = linesOfKey(held, at);
    const [first] = lines;
    if (first === undefined || lines.length < 3) continue;
    const text = lines.map(({ start, end }) => held.toString("latin1", start, end)).join("\n");
    const range = { start: from + first.start, end: from + first.end };
    yield {
      part: "contents",
      surface: `${keyInLines} in text`,
      bytes: Buffer.from(text, "latin1"),
      toDocument: () => range,
    };
  }
}

/** The lines of a key that begins at a place, without what stands around each of them; none where nothing does. */
export function linesOfKey(held: Buffer, at: number): Range[] {
  const start = startOfLine(held, at);
  const behind = endOfLine(held, at);
  const first = held.toString("latin1", at, behind);
  const mark = /^-----BEGIN [A-Z0-9 ]{1,60}-----/.exec(first);
  if (mark === null || at - start > longestLine || first.length > longestLine) return [];
  // What quotes and comments put in front of each line is read as it stands, and so is a key that goes on in its first line.
  if (!/\w/.test(held.toString("latin1", start, at))) return [];
  if (/^(?:\s|\\{1,8}[nrt]){1,8}[A-Za-z\d+/]{8}|-----(?:BEGIN|END) /.test(first.slice(mark[0].length))) return [];
  const lines = [{ start: at, end: at + mark[0].length }];
  let isInPlace = true;
  let next = behind + 1;
  for (let count = 0; next < held.length && count < mostLines; count++) {
    const end = endOfLine(held, next);
    if (end - next > longestLine) break;
    const line = held.toString("latin1", next, end);
    // Otherwise all that follows would be read once more for each key that begins there.
    if (line.includes(beginning)) break;
    const ending = /-----END [A-Z0-9 ]{1,60}-----/.exec(line);
    const found = ending ?? bodyIn(line, at - start);
    if (found === undefined) break;
    isInPlace &&= found.index === at - start;
    lines.push({ start: next + found.index, end: next + found.index + found[0].length });
    if (ending !== null) return lines;
    next = end + 1;
  }
  // Without an end other lines could follow that have a long word somewhere.
  return isInPlace && lines.slice(1, -1).every((line) => line.end - line.start >= shortestLine) ? lines : [];
}

/** Where no end is marked, a shorter line is the last. */
const shortestLine = 40;

/** The base64 at the column of the key's first line that ends a text, or else the longest in a line. */
function bodyIn(line: string, column: number): RegExpExecArray | undefined {
  const runs = [...line.matchAll(/[A-Za-z\d+/]{4,}={0,2}/g)];
  const inPlace = runs.find(
    ({ index, 0: run }) => index === column && /^(?:["'\\]|\s*$)/.test(line.slice(index + run.length)),
  );
  return inPlace ?? runs.filter(({ 0: run }) => run.length >= 24).toSorted((a, b) => b[0].length - a[0].length)[0];
}

/** Where the line of a place begins; no farther than tells that it is too long. */
function startOfLine(held: Buffer, at: number): number {
  const first = Math.max(0, at - longestLine - 1);
  return first + held.subarray(first, at).lastIndexOf(newline) + 1;
}

/** Where it ends, in the same way. */
function endOfLine(held: Buffer, at: number): number {
  const part = held.subarray(at, at + longestLine + 1);
  const end = part.indexOf(newline);
  return at + (end === -1 ? part.length : end);
}
