import { foreignIn } from "./foreign.ts";
import { innerSegment, type Layer } from "./layer.ts";
import { textsIn } from "./lines.ts";

/**
 * Text whose bytes are written in hexadecimal digits with something between them: `4a 61 6e`, `4a:61:6e`, `\x4a\x61`, `0x4a, 0x61`, and what xxd,
 * hexdump and od print, without the number before each line and the characters behind it. It is looked for where a list is.
 */
export const dump: Layer = function* (segment, clues) {
  let done = 0;
  for (const place of clues.apart) {
    if (place <= done) continue;
    const places = placesAround(segment.bytes, place, done);
    done = Math.max(place, (places.at(-1) ?? 0) + 2);
    const bytes = Buffer.from(places.map((at) => Number.parseInt(segment.bytes.toString("latin1", at, at + 2), 16)));
    for (const text of [...textsIn(bytes), ...foreignIn(bytes)])
      yield innerSegment(segment, "hexadecimal", bytes.subarray(text.start, text.end), ({ start, end }) => ({
        start: places[text.start + start] ?? 0,
        end: (places[text.start + Math.max(start, end - 1)] ?? 0) + 2,
      }));
  }
};

/** How much of a line is read before a place, and behind where it begins. */
const before = 512;
const longestLine = 65_536;

/** Where the bytes stand, each by its first digit: those of the line of a place, around it, and of the lines that go on with it. */
function placesAround(bytes: Buffer, place: number, least: number): number[] {
  const places: number[] = [];
  let start = Math.max(least, place - before, bytes.subarray(0, place).lastIndexOf(0x0a) + 1);
  for (let isFirst = true; start < bytes.length; isFirst = false) {
    const newline = bytes.subarray(start, start + longestLine).indexOf(0x0a);
    const end = newline < 0 ? Math.min(bytes.length, start + longestLine) : start + newline;
    const line = bytes.toString("latin1", start, end);
    const found = isFirst ? placesIn(line, place - start - 1) : goesOn.test(line) ? placesIn(line, 0) : [];
    if (found.length === 0) break;
    for (const at of found) places.push(start + at);
    start = end + 1;
  }
  return places;
}

/** A line with nothing in front of its digits but spaces, a bracket or quotation marks. */
const goesOn = /^[\s"'{([]{0,40}(?:0x|\\x|%)?[\da-f]{2}/i;

/** Pairs of digits in a row. */
const group = /(?:\\x|%|(?<!\w)(?:0x)?)(?<digits>(?:[\da-f]{2}){1,8})(?!\w)/gi;

const gap = /^[ \t]{0,3}[,:;-]?[ \t]{0,3}$/;

/** A line's number in a dump. */
const offset = /^\s*(?:0x)?(?:[\da-f]{4,16}:|[\da-f]{6,16}(?=\s))/i;

/** Of hexdump, whose lines have a wider gap in the middle. */
const half = 8;

/** The row of bytes in a line in which a place is, or the first one behind it. */
function placesIn(line: string, place: number): number[] {
  const numbered = offset.exec(line)?.[0].length ?? 0;
  let row: number[] = [];
  let last = 0;
  for (const { 0: whole, index, groups } of line.slice(numbered).matchAll(group)) {
    const start = numbered + index;
    const between = line.slice(last, start);
    const isBehind = numbered > 0 && between.length > 1 && row.length > 0 && row.length !== half;
    if (isBehind || !gap.test(between)) {
      if (last > place && row.length > 0) return row;
      row = [];
    }
    last = start + whole.length;
    const digits = groups?.["digits"] ?? "";
    for (let at = last - digits.length; at < last; at += 2) row.push(at);
  }
  return last > place ? row : [];
}
