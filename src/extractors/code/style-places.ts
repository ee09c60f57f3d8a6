import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, isName, shownOf } from "../shown.ts";
import { mapPlacer } from "./inline-map.ts";

/** What is longer, in bytes, is not read for its places. */
const longest = 1 << 26;

const [newline, quotationMark, apostrophe, openRound, closeRound] = [0x0a, 0x22, 0x27, 0x28, 0x29];
const [star, slash, colon, semicolon, backslash, openBrace, closeBrace] = [0x2a, 0x2f, 0x3a, 0x3b, 0x5c, 0x7b, 0x7d];

/**
 * Where in a style sheet some ranges of its bytes begin: in a text that is shown, an address, a comment, a source map at its end. The element is
 * the property that has it as its value.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export function placesInStyle(whole: Bytes, ranges: readonly Range[]): readonly (Place | undefined)[] {
  if (whole.length > longest) return [];
  const bytes = whole.subarray(0, whole.length);
  const shown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const placesInMap = mapPlacer(ranges);
  const reader = new StyleReader(bytes);
  for (let next = 0; next < waiting.length && reader.next();) {
    const { kind, start, end } = reader;
    const first = next;
    while ((waiting[next]?.start ?? Infinity) < end) next++;
    if (next === first) continue;
    const name = reader.property.end === 0 ? "" : bytes.toString("latin1", reader.property.start, reader.property.end);
    const isShown = isName(name.replace(/^-{1,2}/, "")) && shown(reader.property);
    const inMap = kind === "comment" ? placesInMap(bytes.subarray(start, end), start) : undefined;
    const isValue = kind !== "comment" && name !== "";
    const surface = kind === "string" ? (/^content$/i.test(name) ? "content string" : "string") : kind;
    const place = { surface, ...(isValue && isShown && { element: name }) };
    for (const { index } of waiting.slice(first, next)) places[index] = inMap?.get(index) ?? place;
  }
  return places;
}

/** The comments of a style sheet. */
export function* commentsInStyle(bytes: Buffer): Generator<Range> {
  const reader = new StyleReader(bytes);
  while (reader.next()) if (reader.kind === "comment") yield { start: reader.start, end: reader.end };
}

/** Reads a style sheet piece by piece, also one of Sass or Less, broken or not. */
class StyleReader {
  kind: "string" | "url" | "comment" | "style" = "style";
  start = 0;
  end = 0;
  /** The name of the property whose value this is; it ends at 0 where there is none. */
  property: Range = { start: 0, end: 0 };
  readonly #bytes: Buffer;
  /** Where the declaration or the selector begins. */
  #begin = 0;
  #isUrl = false;
  /** Up to where a quotation mark begins no string: otherwise each would be read up to there once more. */
  readonly #endless = new Map<number, number>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  next(): boolean {
    const bytes = this.#bytes;
    const start = this.end;
    if (start >= bytes.length) return false;
    const byte = bytes[start] ?? 0;
    if (byte === quotationMark || byte === apostrophe) return this.#takeString(start, byte);
    if (byte === slash && bytes[start + 1] === star) {
      const found = bytes.indexOf("*/", start + 2);
      return this.#give("comment", start, found === -1 ? bytes.length : found + 2);
    }
    if (byte === openRound && /url$/i.test(bytes.toString("latin1", Math.max(0, start - 3), start))) this.#isUrl = true;
    else if (byte === closeRound) this.#isUrl = false;
    else if (byte === semicolon || byte === openBrace || byte === closeBrace) this.#end(start);
    else if (byte === colon && this.property.end === 0) this.#name(start);
    let at = start + 1;
    while (at < bytes.length && !isSign(bytes[at] ?? 0)) at += bytes[at] === backslash ? 2 : 1;
    return this.#give(this.#isUrl ? "url" : "style", start, Math.min(at, bytes.length));
  }

  #end(at: number): void {
    // An address can have semicolons in it.
    if (this.#isUrl && this.#bytes[at] === semicolon) return;
    this.#isUrl = false;
    this.#begin = at + 1;
    this.property = { start: 0, end: 0 };
  }

  #name(at: number): void {
    const bytes = this.#bytes;
    const least = Math.max(this.#begin, at - mostName);
    let end = at;
    while (end > least && (bytes[end - 1] ?? 0) <= 32) end--;
    let start = end;
    while (start > least && isOfName(bytes[start - 1] ?? 0)) start--;
    if (start < end) this.property = { start, end };
  }

  #takeString(start: number, mark: number): boolean {
    const bytes = this.#bytes;
    let at = Math.max(start + 1, this.#endless.get(mark) ?? 0);
    if (at === start + 1) {
      for (; at < bytes.length && bytes[at] !== newline; at++) {
        if (bytes[at] === mark) return this.#give(this.#isUrl ? "url" : "string", start, at + 1);
        if (bytes[at] === backslash) at += bytes[at + 1] === 0x0d ? 2 : 1;
      }
      this.#endless.set(mark, at);
    }
    return this.#give("style", start, start + 1);
  }

  #give(kind: StyleReader["kind"], start: number, end: number): boolean {
    this.kind = kind;
    this.start = start;
    this.end = end;
    return true;
  }
}

const mostName = 60;

function isOfName(byte: number): boolean {
  const low = byte | 0x20;
  return (low >= 0x61 && low <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2d;
}

function isSign(byte: number): boolean {
  return (
    byte === quotationMark ||
    byte === apostrophe ||
    byte === slash ||
    byte === openRound ||
    byte === closeRound ||
    byte === semicolon ||
    byte === openBrace ||
    byte === closeBrace ||
    byte === colon
  );
}
