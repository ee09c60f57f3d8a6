import { take } from "../inflate.ts";
import { type CMap, readCMap } from "./cmap.ts";
import type { PdfFile } from "./file.ts";
import { textOfGlyph } from "./glyphs.ts";
import { type Dictionary, isArray, isName, isReference, nameIn, numberIn, type Value } from "./value.ts";

/** What a font makes of the bytes of a text. */
export interface Font {
  /** The codes in some bytes, each with what it stands for, and how far it moves on, in sizes of the font. */
  readonly glyphs: (bytes: string) => Generator<Glyph>;
}

interface Glyph {
  /** Nothing where the font does not tell. */
  readonly text: string;
  readonly width: number;
  /** Whether space between words is added to it. */
  readonly isSpace: boolean;
}

/** A font by its dictionary: ISO 32000-2, 9.6 to 9.10. */
export function fontOf(font: Dictionary, file: PdfFile): Font {
  take(file.room, costOfFont);
  const unicode = cmapAt(font.get("ToUnicode"), file);
  return nameIn(font, "Subtype") === "Type0" ? compositeFont(font, unicode, file) : simpleFont(font, unicode, file);
}

/** In bytes of room. */
const costOfFont = 256;

function cmapAt(value: Value | undefined, file: PdfFile): CMap | undefined {
  const stream = isReference(value) ? file.streamAt(value) : undefined;
  const bytes = stream && file.decode(stream);
  return bytes && readCMap(bytes, file.room);
}

/** One byte a code. */
function simpleFont(font: Dictionary, unicode: CMap | undefined, file: PdfFile): Font {
  const texts = encodingOf(font, file);
  for (const [code, text] of unicode?.texts ?? []) if (code < 256) texts[code] = text;
  const widths = file.resolve(font.get("Widths"));
  const first = numberIn(font, "FirstChar") ?? 0;
  const isFixed = /courier|mono/i.test(nameIn(font, "BaseFont") ?? "");
  const scale = nameIn(font, "Subtype") === "Type3" ? 1 : 1 / 1000;
  const glyphs = texts.map((text, code) => {
    const told = isArray(widths) ? file.resolve(widths[code - first]) : undefined;
    const width = typeof told === "number" ? told * scale : isFixed ? 0.6 : usualWidth(text);
    return { text, width, isSpace: code === 0x20 };
  });
  return {
    *glyphs(bytes) {
      for (let at = 0; at < bytes.length; at++) yield glyphs[bytes.charCodeAt(at) & 0xff] ?? noGlyph;
    },
  };
}

const noGlyph: Glyph = { text: "", width: 0, isSpace: false };

function encodingOf(font: Dictionary, file: PdfFile): string[] {
  const encoding = file.resolve(font.get("Encoding"));
  const dictionary = file.dictionary(encoding);
  const base = isName(encoding) ? encoding.name : nameIn(dictionary ?? new Map<string, Value>(), "BaseEncoding");
  const all = Buffer.from(Array.from({ length: 256 }, (_, code) => code));
  const texts = [...new TextDecoder(base === "MacRomanEncoding" ? "macintosh" : "windows-1252").decode(all)];
  for (const [code, text] of ligatures) texts[code] = text;
  const differences = file.resolve(dictionary?.get("Differences"));
  let code = 0;
  for (const value of isArray(differences) ? differences.slice(0, 1024) : []) {
    if (typeof value === "number") code = value;
    else if (isName(value) && code >= 0 && code < 256) texts[code++] = textOfGlyph(value.name);
  }
  return texts;
}

/** Where TeX's fonts have them, in both of its encodings, which no others use. */
const ligatures = [
  [0x0b, "ff"],
  [0x0c, "fi"],
  [0x0d, "fl"],
  [0x0e, "ffi"],
  [0x0f, "ffl"],
  [0x1b, "ff"],
  [0x1c, "fi"],
  [0x1d, "fl"],
  [0x1e, "ffi"],
  [0x1f, "ffl"],
] as const;

/** Of the fonts that every reader has, and that need not tell it: about that of Helvetica. */
function usualWidth(text: string): number {
  if (/[ijlItf.,:;'!| -]/.test(text)) return 0.28;
  return /[A-Zmw@%]/.test(text) ? 0.7 : 0.55;
}

/** Several bytes a code, mostly two. */
function compositeFont(font: Dictionary, unicode: CMap | undefined, file: PdfFile): Font {
  const encoding = file.resolve(font.get("Encoding"));
  const name = isName(encoding) ? encoding.name : "";
  const spaces = cmapAt(font.get("Encoding"), file)?.spaces ?? [];
  const isText = /-(?:UCS2|UTF16)-/.test(name);
  const descendants = file.resolve(font.get("DescendantFonts"));
  const descendant = file.dictionary(isArray(descendants) ? descendants[0] : undefined);
  const widths = widthsIn(file.resolve(descendant?.get("W")), file);
  const usual = (descendant && numberIn(descendant, "DW")) ?? 1000;
  return {
    *glyphs(bytes) {
      for (let at = 0; at < bytes.length;) {
        const length = lengthAt(bytes, at, spaces);
        const code = codeAt(bytes, at, length);
        const text = unicode?.texts.get(code) ?? (isText ? String.fromCharCode(code) : "");
        yield { text, width: (widths.get(code) ?? usual) / 1000, isSpace: length === 1 && code === 0x20 };
        at += length;
      }
    },
  };
}

function lengthAt(bytes: string, at: number, spaces: CMap["spaces"]): number {
  if (spaces.length === 0) return 2;
  for (let length = 1; length <= 4; length++) {
    const code = codeAt(bytes, at, length);
    if (spaces.some((space) => space.length === length && space.first <= code && code <= space.last)) return length;
  }
  return spaces[0]?.length || 2;
}

function codeAt(bytes: string, at: number, length: number): number {
  let code = 0;
  for (let index = at; index < at + length && index < bytes.length; index++)
    code = code * 256 + bytes.charCodeAt(index);
  return code;
}

const mostWidths = 100_000;

/** In bytes of room: a range of them comes to much more than its bytes. */
const costOfWidth = 8;

/** `first [width …]` or `first last width`: ISO 32000-2, 9.7.4.3. */
function widthsIn(value: Value | undefined, file: PdfFile): Map<number, number> {
  const widths = new Map<number, number>();
  const told = isArray(value) ? value : [];
  let left = mostWidths;
  for (let at = 0; at + 1 < told.length && left > 0;) {
    const first = told[at];
    const second = file.resolve(told[at + 1]);
    if (typeof first !== "number") return widths;
    if (isArray(second)) {
      for (const [index, width] of second.entries())
        if (typeof width === "number" && left-- > 0) widths.set(first + index, width);
      at += 2;
      continue;
    }
    const width = told[at + 2];
    if (typeof second !== "number" || typeof width !== "number") return widths;
    for (let code = first; code <= second && left-- > 0; code++) widths.set(code, width);
    at += 3;
  }
  take(file.room, (mostWidths - left) * costOfWidth);
  return widths;
}
