import type { Bytes } from "../model/bytes.ts";
import { countBefore, type Range } from "../model/range.ts";

/**
 * Gives findings of one document an identity that stays when lines move: a hash of the rule, the document's name, the line
 * around the match without anything that was found in it, and how many like it came before.
 * @param found in order, without overlaps.
 */
export function fingerprinter(
  name: string,
  bytes: Bytes,
  found: readonly Range[],
): (rule: string, range: Range | null) => string {
  const seen = new Map<string, number>();
  return (rule, range) => {
    const context = range === null ? "" : surroundings(bytes, range, found);
    const key = JSON.stringify([rule, name, context]);
    const first = hash(`${key}0`);
    const ordinal = seen.get(first) ?? 0;
    seen.set(first, ordinal + 1);
    return ordinal === 0 ? first : hash(`${key}${ordinal}`);
  };
}

/** How much of the line counts on both sides of a match, in bytes: a minified file is one line of megabytes. */
const reach = 200;

/**
 * The line around a match, as Latin-1, without anything that was found in it; of a long line what is near.
 * @param found in order, without overlaps.
 */
export function surroundings(bytes: Bytes, range: Range, found: readonly Range[]): string {
  const line = lineAround(bytes, range);
  let text = "";
  let last = line.start;
  for (let index = Math.max(0, countBefore(found, line.start) - 1); index < found.length; index++) {
    const { start, end } = found[index] ?? line;
    if (start >= line.end) break;
    if (start > last) text += bytes.toString("latin1", last, start);
    last = Math.max(last, end); // the first may end before the line
  }
  return (text + bytes.toString("latin1", last, line.end)).trim();
}

function lineAround(bytes: Bytes, { start, end }: Range): Range {
  const before = bytes.subarray(Math.max(0, start - reach), start);
  const lastByte = Math.max(start, end - 1);
  const after = bytes.subarray(lastByte, end + reach);
  const lineEnd = after.indexOf(newline);
  return {
    start: start - before.length + before.lastIndexOf(newline) + 1,
    end: lastByte + (lineEnd === -1 ? after.length : lineEnd),
  };
}

const newline = 0x0a;

/** SHA-256, 128 bits of it. node:crypto is loaded here and not above: most runs find nothing. */
function hash(text: string): string {
  const { hash: digest } = process.getBuiltinModule("node:crypto");
  return digest("sha256", text, "buffer").toString("hex", 0, 16);
}
