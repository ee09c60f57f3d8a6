import type { Bytes } from "../../model/bytes.ts";
import { type Element, elementAt, hashed, lowered, noHash, unknown } from "./elements.ts";

/**
 * `raw`: what is in an element that has no tags in it, such as a script. `broken`: a tag that the document ends in, or that is longer
 * than any that is read. Long texts, comments and raw texts come in several pieces, one behind the other.
 */
export type TokenKind = "text" | "start" | "end" | "comment" | "raw" | "cdata" | "declaration" | "broken";

export interface Markup {
  /** XML has no elements of its own, and the case of its names counts. */
  readonly isXml: boolean;
  /** As a slice that is read at once, in bytes; smaller ones are for tests. */
  readonly slice?: number;
}

const megabyte = 1 << 20;

/** A tag that is longer is not read as one. */
const longestTag = 16 * megabyte;

/** Of a tag with more attributes the further ones are told as a part of the tag alone: four numbers for each. */
const mostAttributes = 40_000;

/** How far ahead of a place is looked to tell what begins there: `<![CDATA[`, `</plaintext>`, the longest reference to a character. */
const farthest = 48;

const amp = 38;
const less = 60;
const greater = 62;
const slash = 47;
const equals = 61;
const bang = 33;
const dash = 45;
const question = 63;

/**
 * Cuts a document into tokens, as WHATWG HTML 13.2.5 tells it, at one slice of memory whatever its length: `next` reads one, and its
 * fields say what it is. Of how elements stand in each other it knows only what changes how the next token is read.
 */
export class Tokens {
  kind: TokenKind = "text";
  /** Of the contents: of a text itself, between the marks of a comment, of a tag with its brackets. Counted in `bytes`. */
  start = 0;
  end = 0;
  /** Of a tag, and of what is raw the element that it is in. */
  element: Element = unknown;
  nameStart = 0;
  nameEnd = 0;
  isSelfClosing = false;
  /** Of a start tag, four for each: where its name begins and ends, and its value. */
  readonly attributes: number[] = [];
  /** Whether a text or a value may have references to characters, or NULs. */
  hasReference = false;
  /** Whether a value has a `<`. */
  hasMarkup = false;
  /** A slice of the document, and where in the document it begins. */
  bytes: Buffer;
  base: number;

  readonly #source: Bytes;
  readonly #sourceEnd: number;
  readonly #isXml: boolean;
  readonly #slice: number;
  #at = 0;
  #isLast: boolean;
  #within: "markup" | "raw" | "comment" | "bogus" | "cdata" | "instruction" = "markup";
  /** How deep a script is in `<!--` and `<script` in itself: "script data escaped" and "double escaped". */
  #escaped: 0 | 1 | 2 = 0;
  /** What of `svg` and `math` is open, and what of HTML in them. */
  readonly #foreign: Element[] = [];

  /** @param start and end: only what stands between them is read */
  constructor(source: Bytes, { isXml, slice = megabyte }: Markup, start: number, end: number) {
    this.#source = source;
    this.#sourceEnd = end;
    this.#isXml = isXml;
    this.#slice = slice;
    this.base = start;
    const first = Math.min(end, start + slice);
    this.bytes = this.#cutOut(start, first);
    this.#isLast = first === end;
  }

  /** @returns false behind the last token */
  next(): boolean {
    for (;;) {
      if (this.#at >= this.bytes.length && this.#isLast) return false;
      if (this.#read()) return true;
      if (this.#isLast && this.#at >= this.bytes.length) return false;
    }
  }

  /** Whether text is in `svg` or `math`. */
  get isForeign(): boolean {
    return this.#foreign.at(-1)?.foreign === "root";
  }

  #read(): boolean {
    if (this.#at >= this.bytes.length) return this.#refill();
    switch (this.#within) {
      case "markup":
        return this.#readMarkup();
      case "raw":
        return this.#readRaw();
      case "comment":
        return this.#readUntil("comment", endOfComment);
      case "bogus":
        return this.#readUntil("comment", endOfBogus);
      case "cdata":
        return this.#readUntil("cdata", endOfCdata);
      case "instruction":
        return this.#readUntil("comment", endOfInstruction);
    }
  }

  #readMarkup(): boolean {
    const { bytes } = this;
    const start = this.#at;
    const first = this.#isMarkup(start);
    if (first === undefined) return this.#refill();
    if (first) return this.#readTagOrComment(start);
    let at = start;
    let hasReference = false;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > less) continue;
      if (byte === less && at > start) break;
      if (byte === amp || byte === 0) hasReference = true;
    }
    this.hasReference = hasReference;
    // A reference that the slice cuts in two is read with the next slice.
    if (at === bytes.length && !this.#isLast) {
      const cut = bytes.lastIndexOf(amp, at - 1);
      if (cut > start && at - cut < farthest) at = cut;
      else if (cut === start && at - cut < farthest) return this.#refill();
    }
    return this.#give("text", start, at, at);
  }

  /** Undefined where the slice is too short to tell. */
  #isMarkup(at: number): boolean | undefined {
    const { bytes } = this;
    if (bytes[at] !== less) return false;
    if (at + farthest > bytes.length && !this.#isLast) return undefined;
    const next = bytes[at + 1];
    if (next === undefined) return false;
    if (next === slash) return at + 2 < bytes.length;
    return next === bang || next === question || isNameStart(next, this.#isXml);
  }

  #readTagOrComment(start: number): boolean {
    const { bytes } = this;
    const next = bytes[start + 1] ?? 0;
    if (next === bang) return this.#readDeclaration(start);
    if (next === question) return this.#begin(this.#isXml ? "instruction" : "bogus", start + (this.#isXml ? 2 : 1));
    if (next !== slash) return this.#readTag("start", start, start + 1);
    const behind = bytes[start + 2] ?? 0;
    if (isNameStart(behind, this.#isXml)) return this.#readTag("end", start, start + 2);
    if (behind !== greater) return this.#begin("bogus", start + 2);
    this.#at = start + 3;
    return false;
  }

  #readDeclaration(start: number): boolean {
    const { bytes } = this;
    const head = bytes.toString("latin1", start + 2, start + 9).toUpperCase();
    if (head.startsWith("--")) {
      const short =
        bytes[start + 4] === greater ? 5 : bytes[start + 4] === dash && bytes[start + 5] === greater ? 6 : 0;
      if (short > 0 && !this.#isXml) return this.#give("comment", start + 4, start + 4, start + short);
      return this.#begin("comment", start + 4);
    }
    if (head === "[CDATA[" && (this.#isXml || this.isForeign)) return this.#begin("cdata", start + 9);
    if (head !== "DOCTYPE") return this.#begin("bogus", start + 2);
    const end = endOfDoctype(bytes, start, this.#isXml);
    if (end === undefined) return this.#unfinished(start);
    return this.#give("declaration", start, end, end);
  }

  #begin(within: "comment" | "bogus" | "cdata" | "instruction", at: number): boolean {
    this.#within = within;
    this.#at = at;
    return false;
  }

  /** Gives what there is of something that ends with marks, and leaves it where they stand. */
  #readUntil(kind: "comment" | "cdata", ending: (bytes: Buffer, from: number) => Ending): boolean {
    const { bytes } = this;
    const start = this.#at;
    const { at, behind } = ending(bytes, start);
    if (behind !== undefined) {
      this.#within = "markup";
      return this.#give(kind, start, at, behind);
    }
    if (this.#isLast) {
      const end = bytes.length;
      this.#within = "markup";
      return this.#give(kind, start, end, end);
    }
    const end = bytes.length - 4;
    return end > start ? this.#give(kind, start, end, end) : this.#refill();
  }

  #readRaw(): boolean {
    const { bytes, element } = this;
    const start = this.#at;
    let at = start;
    const last = this.#isLast ? bytes.length : bytes.length - farthest;
    if (element.content === "plain") at = Math.max(at, last);
    for (; at < last; at++) {
      const byte = bytes[at];
      if (byte === less) {
        if (element.content === "script") {
          if (this.#escaped === 0 && startsWith(bytes, at + 1, "!--")) {
            this.#escaped = 1;
            at++;
            continue;
          }
          if (this.#escaped === 1 && isTagOf(bytes, at + 1, "script")) this.#escaped = 2;
        }
        if (bytes[at + 1] !== slash || !isTagOf(bytes, at + 2, element.name)) continue;
        if (this.#escaped === 2) this.#escaped = 1;
        else break;
      } else if (byte === dash && this.#escaped > 0 && bytes[at + 1] === dash && bytes[at + 2] === greater)
        this.#escaped = 0;
    }
    if (at < last || (this.#isLast && at >= bytes.length)) this.#within = "markup";
    if (at > start) return this.#give("raw", start, at, at);
    return this.#within === "markup" ? false : this.#refill();
  }

  #readTag(kind: "start" | "end", start: number, nameStart: number): boolean {
    const { bytes, attributes } = this;
    attributes.length = 0;
    this.hasReference = false;
    this.hasMarkup = false;
    let at = nameStart;
    let hash = noHash;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isSpace(byte) || byte === slash || byte === greater) break;
      hash = hashed(hash, lowered(byte));
    }
    const nameEnd = at;
    for (;;) {
      let byte = bytes[at];
      while (byte !== undefined && (isSpace(byte) || byte === slash)) byte = bytes[++at];
      if (byte === undefined) return this.#unfinished(start);
      if (byte === greater) break;
      at = this.#readAttribute(at);
    }
    this.element = elementAt(bytes, nameStart, nameEnd, hash);
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.isSelfClosing = bytes[at - 1] === slash && attributes.at(-1) !== at;
    if (!this.#isXml) this.#enterOrLeave(kind);
    return this.#give(kind, start, at + 1, at + 1);
  }

  /** @returns where it ends; behind the slice where it is not over there. */
  #readAttribute(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start + 1;
    while (at < length && !endsName(bytes[at] ?? 0)) at++;
    const nameEnd = at;
    while (at < length && isSpace(bytes[at] ?? 0)) at++;
    if (bytes[at] !== equals) {
      this.#note(start, nameEnd, nameEnd, nameEnd);
      return at;
    }
    at++;
    while (at < length && isSpace(bytes[at] ?? 0)) at++;
    const quote = bytes[at];
    const isQuoted = quote === 34 || quote === 39;
    if (isQuoted) at++;
    const valueStart = at;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === amp) this.hasReference = true;
      else if (byte === less) this.hasMarkup = true;
      if (isQuoted ? byte === quote : byte === greater || isSpace(byte)) break;
    }
    this.#note(start, nameEnd, valueStart, at);
    return isQuoted ? at + 1 : at;
  }

  #note(nameStart: number, nameEnd: number, start: number, end: number): void {
    if (this.attributes.length < mostAttributes) this.attributes.push(nameStart, nameEnd, start, end);
  }

  /** What a tag changes for the tokens behind it. */
  #enterOrLeave(kind: "start" | "end"): void {
    const { element } = this;
    const foreign = this.#foreign;
    if (kind === "end") {
      const open = element.foreign === undefined ? -1 : foreign.lastIndexOf(element);
      if (open !== -1) foreign.length = open;
      else if (this.isForeign && (element.name === "p" || element.name === "br")) this.#breakOut();
      return;
    }
    if (this.isForeign) {
      if (element.breaksOut || (element.name === "font" && this.#hasFontAttribute())) this.#breakOut();
      else {
        const isKnown = element.foreign === "root" || element.foreign === foreign.at(-1)?.name;
        if (isKnown && !this.isSelfClosing && foreign.length < mostForeign) foreign.push(element);
        return;
      }
    }
    if (element.foreign === "root" && !this.isSelfClosing && foreign.length < mostForeign) foreign.push(element);
    if (element.content === "markup") return;
    this.#within = "raw";
    this.#escaped = 0;
  }

  #hasFontAttribute(): boolean {
    const { attributes, bytes } = this;
    return attributes.some(
      (start, index) =>
        index % 4 === 0 && /^(?:color|face|size)$/i.test(bytes.toString("latin1", start, attributes[index + 1])),
    );
  }

  #breakOut(): void {
    while (this.isForeign) this.#foreign.pop();
  }

  /** A tag or a declaration that goes on behind the slice. */
  #unfinished(start: number): boolean {
    this.#at = start;
    if (!this.#isLast && this.bytes.length - start < longestTag) return this.#refill();
    const end = this.bytes.length;
    return this.#give("broken", start, end, end);
  }

  #give(kind: TokenKind, start: number, end: number, behind: number): boolean {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.#at = behind;
    return true;
  }

  /** Goes on to a slice that begins at the place that is read; to a longer one, where this one begins there already. */
  #refill(): boolean {
    const length = this.#at === 0 ? 2 * this.bytes.length : this.#slice;
    this.base += this.#at;
    this.#at = 0;
    const end = Math.min(this.#sourceEnd, this.base + Math.max(length, this.#slice));
    this.bytes = this.#cutOut(this.base, end);
    this.#isLast = end === this.#sourceEnd;
    return false;
  }

  /** A slice that stays as it is when the next is read. */
  #cutOut(start: number, end: number): Buffer {
    const slice = this.#source.subarray(start, end);
    return Buffer.isBuffer(this.#source) ? slice : Buffer.from(slice);
  }
}

/** More that stand in each other are read as if they were closed. */
const mostForeign = 1000;

function isSpace(byte: number): boolean {
  return byte === 32 || (byte <= 13 && byte >= 9 && byte !== 11);
}

function endsName(byte: number): boolean {
  return byte === equals || byte === greater || byte === slash || isSpace(byte);
}

function isNameStart(byte: number, isXml: boolean): boolean {
  return isLetter(byte) || (isXml && (byte === 95 || byte === 58 || byte >= 0x80));
}

function isLetter(byte: number): boolean {
  const low = byte | 32;
  return low >= 97 && low <= 122;
}

function startsWith(bytes: Buffer, at: number, lowerCase: string): boolean {
  for (let index = 0; index < lowerCase.length; index++)
    if (lowered(bytes[at + index] ?? 0) !== lowerCase.charCodeAt(index)) return false;
  return true;
}

/** Whether a name stands there, and is over. */
function isTagOf(bytes: Buffer, at: number, name: string): boolean {
  if (!startsWith(bytes, at, name)) return false;
  const behind = bytes[at + name.length];
  return behind !== undefined && (behind === slash || behind === greater || isSpace(behind));
}

/** Where marks begin and end. */
interface Ending {
  readonly at: number;
  readonly behind?: number;
}

const none: Ending = { at: 0 };

function endOfComment(bytes: Buffer, from: number): Ending {
  for (let at = bytes.indexOf("--", from); at !== -1; at = bytes.indexOf("--", at + 1)) {
    if (bytes[at + 2] === greater) return { at, behind: at + 3 };
    if (bytes[at + 2] === bang && bytes[at + 3] === greater) return { at, behind: at + 4 };
  }
  return none;
}

function endOfBogus(bytes: Buffer, from: number): Ending {
  const at = bytes.indexOf(greater, from);
  return at === -1 ? none : { at, behind: at + 1 };
}

function endOfCdata(bytes: Buffer, from: number): Ending {
  const at = bytes.indexOf("]]>", from);
  return at === -1 ? none : { at, behind: at + 3 };
}

function endOfInstruction(bytes: Buffer, from: number): Ending {
  const at = bytes.indexOf("?>", from);
  return at === -1 ? none : { at, behind: at + 2 };
}

/** In XML it can have declarations in brackets, with brackets and quotation marks in them. */
function endOfDoctype(bytes: Buffer, start: number, isXml: boolean): number | undefined {
  if (!isXml) return endOfBogus(bytes, start).behind;
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 34 || byte === 39) {
      const close = bytes.indexOf(byte, at + 1);
      if (close === -1) return undefined;
      at = close;
    } else if (byte === 91) depth++;
    else if (byte === 93) depth--;
    else if (byte === greater && depth <= 0) return at + 1;
  }
  return undefined;
}
