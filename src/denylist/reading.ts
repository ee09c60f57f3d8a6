import { isUtf8 } from "node:buffer";
import type { Range } from "../model/range.ts";

/** A stretch of bytes as somebody may read it: text, with the bytes that each of its UTF-16 units comes from. */
export interface Reading {
  readonly text: string;
  /** Where the units begin and end in the bytes; undefined where each is one byte, from `base` on. */
  readonly map: { readonly starts: Uint32Array; readonly ends: Uint32Array } | undefined;
  readonly base: number;
}

/** The bytes that a part of the text comes from; it is not empty. */
export function sourceOf({ map, base }: Reading, start: number, end: number): Range {
  if (map === undefined) return { start: base + start, end: base + end };
  return { start: map.starts[start] ?? 0, end: map.ends[end - 1] ?? 0 };
}

/** The bytes as they stand: UTF-8, and Windows-1252 wherever they are not. */
export function plainReading(bytes: Buffer, { start, end }: Range): Reading {
  const stretch = bytes.subarray(start, end);
  const latin = stretch.toString("latin1");
  if (!/[^\0-\x7f]/.test(latin)) return { text: latin, map: undefined, base: start };
  return isUtf8(stretch) ? mapped(start, stretch.toString()) : mapped(start, ...textAndWidths(stretch));
}

/** @param widths of the characters, in bytes; by UTF-8 where they are missing */
function mapped(base: number, text: string, widths?: readonly number[]): Reading {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let from = base;
  for (let unit = 0, count = 0; unit < text.length; unit++, count++) {
    const code = text.charCodeAt(unit);
    const isPair = code >= 0xd800 && code < 0xdc00;
    const width = widths?.[count] ?? (isPair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3);
    starts[unit] = from;
    ends[unit] = from + width;
    if (isPair) {
      unit++;
      starts[unit] = from;
      ends[unit] = from + width;
    }
    from += width;
  }
  return { text, map: { starts, ends }, base };
}

function textAndWidths(bytes: Buffer): [string, number[]] {
  const characters: string[] = [];
  const widths: number[] = [];
  for (let at = 0; at < bytes.length; at += widths.at(-1) ?? 1) {
    const width = widthAt(bytes, at);
    characters.push(width === 1 ? (single()[bytes[at] ?? 0] ?? "") : bytes.toString("utf8", at, at + width));
    widths.push(width);
  }
  return [characters.join(""), widths];
}

let known: readonly string[] | undefined;

/** What each byte is in Windows-1252. */
function single(): readonly string[] {
  return (known ??= [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]);
}

/** How many bytes the character has that begins at a place: one where it is no UTF-8. */
function widthAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  const width = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return width > 1 && isUtf8(bytes.subarray(at, at + width)) ? width : 1;
}

/** What a piece of a text means: another text, and how many units of the first it stands for. */
export interface Piece {
  readonly text: string;
  readonly length: number;
}

/**
 * The text with what a pattern finds replaced by what it means.
 * @param pattern global
 * @param meaning the pieces of a match, of its length together; undefined where it stays as it is
 * @returns undefined where nothing is replaced
 */
export function rewritten(
  reading: Reading,
  pattern: RegExp,
  meaning: (match: RegExpExecArray) => readonly Piece[] | undefined,
): Reading | undefined {
  const parts: Part[] = [];
  let done = 0;
  let length = 0;
  for (const match of reading.text.matchAll(pattern)) {
    const pieces = meaning(match);
    if (pieces === undefined) continue;
    parts.push({ text: reading.text.slice(done, match.index), start: done, end: match.index, isKept: true });
    length += match.index - done;
    done = match.index;
    for (const piece of pieces) {
      parts.push({ text: piece.text, start: done, end: done + piece.length, isKept: false });
      length += piece.text.length;
      done += piece.length;
    }
  }
  if (parts.length === 0) return undefined;
  parts.push({ text: reading.text.slice(done), start: done, end: reading.text.length, isKept: true });
  const map = mapOf(reading, parts, length + reading.text.length - done);
  return { text: parts.map(({ text }) => text).join(""), map, base: reading.base };
}

/** A part of the new text, and the units of the former that it comes from: one by one where they are kept. */
interface Part extends Range {
  readonly text: string;
  readonly isKept: boolean;
}

function mapOf(reading: Reading, parts: readonly Part[], length: number): NonNullable<Reading["map"]> {
  const { map: former, base } = reading;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let at = 0;
  for (const { text, start, end, isKept } of parts) {
    const next = at + text.length;
    if (!isKept && next > at) {
      const source = sourceOf(reading, start, end);
      starts.fill(source.start, at, next);
      ends.fill(source.end, at, next);
    } else if (isKept && former !== undefined) {
      starts.set(former.starts.subarray(start, end), at);
      ends.set(former.ends.subarray(start, end), at);
    } else if (isKept)
      for (let unit = 0; unit < text.length; unit++) {
        starts[at + unit] = base + start + unit;
        ends[at + unit] = base + start + unit + 1;
      }
    at = next;
  }
  return { starts, ends };
}
