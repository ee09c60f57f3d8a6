import { byteClass, span } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment, type Layer } from "./layer.ts";

interface Encoding {
  readonly name: string;
  /** Bytes of a code unit. */
  readonly unit: 2 | 4;
  readonly littleEndian: boolean;
  readonly mark: readonly number[];
}

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
const encodings: readonly Encoding[] = [
  { name: "UTF-32LE", unit: 4, littleEndian: true, mark: [0xff, 0xfe, 0, 0] },
  { name: "UTF-32BE", unit: 4, littleEndian: false, mark: [0, 0, 0xfe, 0xff] },
  { name: "UTF-16LE", unit: 2, littleEndian: true, mark: [0xff, 0xfe] },
  { name: "UTF-16BE", unit: 2, littleEndian: false, mark: [0xfe, 0xff] },
];

/**
 * Text of two or four bytes a character: the whole segment where it begins with a byte order mark, and every stretch of it
 * beside, because shells append UTF-16 to files of UTF-8 and programs carry it between their instructions.
 */
export const wideText: Layer = function* (segment, clues) {
  const { bytes, beginning } = segment;
  const marked = markedIn(beginning ?? bytes);
  const first = beginning === undefined ? (marked?.mark.length ?? 0) : 0;
  if (marked !== undefined) yield decode(segment, marked, { start: first, end: bytes.length });
  for (const { encoding, range } of stretches(bytes, clues.wide)) {
    // Text of one byte order is that of the other, a byte on.
    const isAligned = marked !== undefined && (range.start - first) % marked.unit === 0;
    const isRead = marked?.unit === encoding.unit && isAligned === (encoding === marked);
    if (!isRead) yield decode(segment, encoding, range);
  }
};

/** The encoding of the bytes that a surface was read from, if they are such text: what stands in their place is written alike. */
export function wideEncodingOf(surface: string): string | undefined {
  return encodings.find(({ name }) => surface === `${name} in text` || surface.endsWith(` ${name} in text`))?.name;
}

/** A text as such bytes. */
export function inWide(text: string, encoding: string): Buffer {
  const { unit, littleEndian } = encodings.find(({ name }) => name === encoding) ?? {};
  if (unit === undefined) throw new Error(`no such encoding: ${encoding}`);
  const bytes = Buffer.alloc(text.length * unit);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (littleEndian) bytes.writeUInt16LE(code, at * unit);
    else bytes.writeUInt16BE(code, (at + 1) * unit - 2);
  }
  return bytes;
}

/** Whether the first bytes of a document say that all of it is such text. */
export function isWide(beginning: Buffer): boolean {
  return markedIn(beginning) !== undefined;
}

function markedIn(bytes: Buffer): Encoding | undefined {
  const first = bytes[0] ?? 1;
  if (first > 0 && first < 0xfe) return undefined; // as nearly always
  return encodings.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
}

interface Stretch {
  readonly encoding: Encoding;
  readonly range: Range;
}

/** But for its first and last character, little-endian text can also be read as big-endian: the longer stretch counts. */
function* stretches(bytes: Buffer, clues: readonly Range[]): Generator<Stretch> {
  if (clues.length === 0) return;
  const all = encodings.flatMap((encoding) => stretchesIn(bytes, encoding, clues));
  let end = 0;
  for (const stretch of all.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)) {
    if (stretch.range.end <= end) continue;
    end = stretch.range.end;
    yield stretch;
  }
}

/** What text looks like that has no byte order mark: this many characters of Latin-1, each beside its NULs. */
const leastCharacters = 8;
const latin1 = byteClass(() => `${span(" ", "\xff")}\t\n\r`);

/**
 * In a loop, because a pattern gives up on a stretch of some megabytes. A stretch has every place that is a multiple of half
 * its least length, so only those are looked at, and only where there is a clue.
 */
function stretchesIn(bytes: Buffer, encoding: Encoding, clues: readonly Range[]): Stretch[] {
  const { unit, littleEndian } = encoding;
  const found: Stretch[] = [];
  const readable = latin1();
  const isCharacter = (at: number): boolean => {
    if (readable[bytes[littleEndian ? at : at + unit - 1] ?? 0] === 0) return false;
    const nul = littleEndian ? at + 1 : at;
    return bytes[nul] === 0 && (unit === 2 || (bytes[nul + 1] === 0 && bytes[nul + 2] === 0));
  };
  const step = (leastCharacters * unit) / 2;
  let last = 0; // no stretch begins before
  for (const clue of clues) {
    for (let at = Math.max(clue.start, last); at < clue.end; at += step) {
      const first = firstOf(bytes, at, unit);
      if (first === undefined) continue;
      let start = littleEndian ? first : first - unit + 1;
      let end = start;
      while (isCharacter(end)) end += unit;
      while (start - unit >= last && isCharacter(start - unit)) start -= unit;
      if (end - start >= leastCharacters * unit) found.push({ encoding, range: { start, end } });
      last = Math.max(last, end);
      at = Math.max(at, end - step);
    }
  }
  return found;
}

/** Where the next unit's only byte that is no NUL stands. */
function firstOf(bytes: Buffer, at: number, unit: number): number | undefined {
  let first: number | undefined;
  for (let place = at; place < at + unit; place++) {
    if (bytes[place] === 0) continue;
    if (first !== undefined) return undefined;
    first = place;
  }
  return first;
}

function decode(segment: Segment, encoding: Encoding, range: Range): Segment {
  const { unit } = encoding;
  const length = Math.floor((range.end - range.start) / unit);
  const bytes = Buffer.from(utf16(segment.bytes, encoding, range.start, length).toString("utf16le"));
  /** How many units stand before each multiple of `step` bytes of the UTF-8: counted on demand. */
  const counted = [0];
  const place = (offset: number): number => {
    const index = Math.floor(offset / step);
    for (let last = counted.length - 1; last < index; last++)
      counted.push((counted[last] ?? 0) + unitsIn(bytes, last * step, last * step + step, unit));
    return range.start + ((counted[index] ?? 0) + unitsIn(bytes, index * step, offset, unit)) * unit;
  };
  return innerSegment(segment, encoding.name, bytes, ({ start, end }) => ({ start: place(start), end: place(end) }));
}

/** In bytes. */
const step = 1024;

/** How many units the characters have that begin in a part of some UTF-8: in UTF-16 what takes four bytes has two. */
function unitsIn(bytes: Buffer, from: number, to: number, unit: Encoding["unit"]): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 && unit === 2 ? 2 : 1;
  }
  return count;
}

/** The characters as UTF-16, little-endian. */
function utf16(bytes: Buffer, { unit, littleEndian }: Encoding, start: number, length: number): Buffer {
  const raw = bytes.subarray(start, start + length * unit);
  if (unit === 2) return littleEndian ? raw : Buffer.from(raw).swap16();
  let text = "";
  for (let at = 0; at < raw.length; at += 4) {
    const point = littleEndian ? raw.readUInt32LE(at) : raw.readUInt32BE(at);
    text += String.fromCodePoint(point > 0x10ffff ? 0xfffd : point);
  }
  return Buffer.from(text, "utf16le");
}
