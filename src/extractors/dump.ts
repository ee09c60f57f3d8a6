import { foreignIn } from "./foreign.ts";
import { innerSegment, type Layer } from "./layer.ts";
import { textsIn } from "./lines.ts";

/**
 * Text whose bytes are written in hexadecimal digits with something between them: `4a 61 6e`, `4a:61:6e`, `\x4a\x61`, `0x4a, 0x61`, and what xxd,
 * hexdump and od print, without the number before each line and the characters behind it. It is looked for where a list is.
 */
export const dump: Layer = function* (segment, clues) {
  let done = 0;
  for (const [index, place] of clues.apart.entries()) {
    if (place <= done) continue;
    const places = placesAround(segment.bytes, done, clues.apart, index);
    done = Math.max(place, (places.at(-1) ?? 0) + 2);
    const bytes = Buffer.from(places.map((at) => Number.parseInt(segment.bytes.toString("latin1", at, at + 2), 16)));
    for (const text of [...textsIn(bytes), ...foreignIn(bytes)])
      yield innerSegment(segment, "hexadecimal", bytes.subarray(text.start, text.end), ({ start, end }) => ({
        start: places[text.start + start] ?? 0,
        end: (places[text.start + Math.max(start, end - 1)] ?? 0) + 2,
      }));
  }
};

/** How much of a line is read before a place, and of any line at once. */
const before = 512;
const longestPart = 4096;

/** What a part of a line cuts is shorter: a byte with what stands before it. */
const longestByte = 16;

/**
 * Where the bytes stand, each by its first digit: those of the row around a place, and of the lines that go on with it, as far as no other row
 * stands behind it in its line.
 */
function placesAround(bytes: Buffer, least: number, apart: readonly number[], index: number): number[] {
  const places: number[] = [];
  const place = apart[index] ?? 0;
  const first = Math.max(least, place - before);
  let start = first + bytes.subarray(first, place).lastIndexOf(0x0a) + 1;
  let next = index;
  for (let wanted = place - start - 1; ; wanted = 0) {
    const part = bytes.subarray(start, start + longestPart);
    const newline = part.indexOf(0x0a);
    const line = part.toString("latin1", 0, newline < 0 ? part.length : newline);
    const found = places.length === 0 || goesOn.test(line) ? placesIn(line, wanted) : [];
    if (found.length === 0) return places;
    for (const at of found) places.push(start + at);
    const end = (found.at(-1) ?? 0) + 2;
    while ((apart[next] ?? Infinity) <= start + end) next++;
    if (newline >= 0 && (apart[next] ?? Infinity) > start + newline) start += newline + 1;
    else if (newline < 0 && end > longestPart - longestByte) start += end;
    else return places;
  }
}

/** A line with nothing in front of its digits but spaces, a bracket, quotation marks or what stands between bytes. */
const goesOn = /^[\s"'{([,:;-]{0,40}(?:0x|\\x|%)?[\da-f]{2}/i;

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
