import type { Range } from "../../model/range.ts";
import type { Charset } from "./charset.ts";
import { Declared } from "./declared.ts";
import { type Spelling, writeDecoded } from "./decode.ts";
import { type Element, lowered, tableElement, unknown } from "./elements.ts";
import { writeBase64, writePercent, writeScript, writeStyle } from "./escaped.ts";
import { Lines } from "./lines.ts";
import type { Tokens } from "./tokens.ts";
import { Written } from "./written.ts";

/** How markup is read. */
export interface Language {
  /** XML has no elements of its own, the case of its names counts, and text joins only in what is known to stand in a line. */
  readonly isXml: boolean;
  readonly charset: Charset;
}

const less = 60;
const backslash = 92;
const newline = Buffer.from("\n");

/** What was read of some markup, token by token, each kind of text in one place. */
export class Page {
  readonly visible: Lines = new Lines();
  readonly hidden: Lines = new Lines();
  /** Start tags with references in them, and what `data:` URLs hold. */
  readonly tags: Written = new Written();
  /** Scripts and style sheets with escapes. */
  readonly code: Written = new Written();
  /** What has tags in it itself, one behind the other, and where each stands. */
  readonly markup: Written = new Written();
  values: Range[] = [];

  readonly #isXml: boolean;
  readonly #text: Spelling;
  readonly #value: Spelling;
  readonly #plain: Spelling;
  /** Whether bytes from 0x80 on are taken as they stand. */
  readonly #isUtf8: boolean;
  readonly #own = new Declared();
  #current: Lines = this.visible;
  /** How many of each element that separates are open. */
  readonly #open = new Map<Element, number>();
  /** The element in which all is hidden, and how many of its name are open. */
  #hiding = "";
  #hidingDepth = 0;

  constructor({ isXml, charset: { table } }: Language) {
    this.#isXml = isXml;
    this.#isUtf8 = table === undefined;
    this.#plain = table === undefined ? {} : { table };
    const spelling = isXml ? { ...this.#plain, own: this.#own } : this.#plain;
    this.#text = { ...spelling, references: isXml ? "xml" : "text" };
    this.#value = { ...spelling, references: isXml ? "xml" : "attribute" };
  }

  get length(): number {
    return this.visible.length + this.hidden.length + this.tags.length + this.code.length + this.markup.length;
  }

  take(tokens: Tokens): void {
    const { bytes, base, start, end } = tokens;
    switch (tokens.kind) {
      case "text":
        return this.#current.add(bytes, start, end, base, this.#text, this.#isUtf8 && !tokens.hasReference);
      case "cdata":
        return this.#current.add(bytes, start, end, base, this.#plain, this.#isUtf8);
      case "start":
        return this.#takeStart(tokens);
      case "end":
        return this.#takeEnd(tokens);
      case "comment":
        return this.#takeMarkup(bytes.subarray(start, end), base + start);
      case "raw":
        return this.#takeRaw(tokens);
      case "declaration":
        return this.#isXml ? this.#own.read(bytes.subarray(start, end)) : undefined;
      case "broken":
        return undefined;
    }
  }

  /** Ends what is open. @param place behind all that was read */
  finish(place: number): void {
    for (const lines of [this.visible, this.hidden]) this.#endLine(place, lines);
    this.#current = this.visible;
    this.#hidingDepth = 0;
    this.#open.clear();
  }

  #takeStart(tokens: Tokens): void {
    const { element, bytes, base, start, end, attributes } = tokens;
    if (this.#separates(tokens)) this.#endLine(base + start);
    if (tokens.hasReference || !this.#isUtf8) this.#takeTag(bytes, start, end, base);
    let isHidden = element.isHidden && !this.#isXml;
    for (let index = 0; index < attributes.length; index += 4) {
      const nameStart = attributes[index] ?? 0;
      const nameEnd = attributes[index + 1] ?? 0;
      const valueStart = attributes[index + 2] ?? 0;
      const valueEnd = attributes[index + 3] ?? 0;
      const isStyle = isAttribute(bytes, nameStart, nameEnd, "style");
      isHidden ||= isStyle
        ? hidingStyle.test(bytes.toString("latin1", valueStart, valueEnd))
        : isAttribute(bytes, nameStart, nameEnd, "hidden");
      if (valueEnd - valueStart > 3) this.#takeValue(tokens, valueStart, valueEnd, isStyle);
    }
    const isEmpty = element.isVoid || (tokens.isSelfClosing && (this.#isXml || tokens.isForeign));
    if (isEmpty) return;
    if (this.#hidingDepth > 0) {
      if (nameOf(tokens) === this.#hiding) this.#hidingDepth++;
    } else if (isHidden) {
      this.#hiding = nameOf(tokens);
      this.#hidingDepth = 1;
      this.#current = this.hidden;
    }
  }

  #takeTag(bytes: Buffer, start: number, end: number, base: number): void {
    const { tags } = this;
    const from = tags.length;
    if (writeDecoded(tags, bytes, start, end, base, this.#value)) tags.put(newline, base + start, base + end);
    else tags.cut(from);
  }

  #takeEnd(tokens: Tokens): void {
    const place = tokens.base + tokens.start;
    if (this.#separates(tokens)) this.#endLine(place);
    if (this.#hidingDepth === 0 || nameOf(tokens) !== this.#hiding || --this.#hidingDepth > 0) return;
    this.#endLine(place, this.hidden);
    this.#current = this.visible;
  }

  #separates({ kind, element, bytes, nameStart, nameEnd }: Tokens): boolean {
    if (this.#isXml && element === unknown) return !inlineInXml.test(bytes.toString("latin1", nameStart, nameEnd));
    if (!element.separates) return false;
    const open = this.#open.get(element) ?? 0;
    if (kind === "start") {
      if (element.isOfTable && !this.#isXml && !this.#open.has(tableElement)) return false;
      // One form in another is ignored.
      if (element.name === "form" && open > 0) return false;
      if (!element.isVoid) this.#open.set(element, open + 1);
      return true;
    }
    if (open > 1) this.#open.set(element, open - 1);
    else this.#open.delete(element);
    // An end of what is not open is ignored, but for these two, which stand for the element.
    return open > 0 || element.name === "p" || element.name === "br";
  }

  #endLine(place: number, lines: Lines = this.#current): void {
    lines.end(place, this.#isXml ? (text, from): void => this.#addMarkup(text, from) : undefined);
  }

  #takeValue(tokens: Tokens, start: number, end: number, isStyle: boolean): void {
    const { bytes, base } = tokens;
    const isData = mayBeData(bytes, start);
    if (!(tokens.hasReference || tokens.hasMarkup || isData || isStyle)) return;
    const value = new Written();
    writeDecoded(value, bytes, start, end, base, this.#value);
    const text = value.since(0);
    if (text.includes(less)) this.#addMarkup(value, 0);
    if (isData) this.#takeData(value);
    if (isStyle && text.includes(backslash)) {
      const made = new Written();
      writeStyle(made, text, 0);
      this.code.appendMade(made, value);
      this.code.put(newline, base + start, base + end);
    }
  }

  /** Of a `data:` URL what is written in percent-encoding, and what is markup. What is in base64 stands so in the bytes. */
  #takeData(value: Written): void {
    const url = value.since(0).toString("latin1");
    const [header, type = "", parameters = ""] = dataUrl.exec(url) ?? [];
    if (header === undefined) return;
    const isBase64 = /;\s*base64\s*$/i.test(parameters);
    const isMarkup = /html|xml/i.test(type);
    if (isBase64 && !isMarkup) return;
    const made = new Written();
    (isBase64 ? writeBase64 : writePercent)(made, value.since(header.length), header.length);
    const text = new Written();
    text.appendMade(made, value);
    if (isMarkup) this.#addMarkup(text, 0);
    this.tags.append(text, 0);
    this.tags.copy(newline, 0, 1, 0);
  }

  #takeRaw(tokens: Tokens): void {
    const { element, bytes, base, start, end } = tokens;
    const text = bytes.subarray(start, end);
    if (element.content === "script") this.#takeCode(text, base + start, writeScript);
    else if (element.name === "style") this.#takeCode(text, base + start, writeStyle);
    else if (element.content === "raw") this.#takeMarkup(text, base + start);
    else this.#current.add(bytes, start, end, base, element.content === "escapable" ? this.#text : this.#plain, false);
  }

  #takeCode(text: Buffer, place: number, write: typeof writeScript): void {
    const isStyle = write === writeStyle;
    const joins = isStyle && text.includes("content") && betweenStrings.test(text.toString("latin1"));
    if (!joins && !text.includes(backslash)) return this.#takeMarkup(text, place, tagInText);
    const { code } = this;
    const from = code.length;
    write(code, text, place);
    code.put(newline, place, place + text.length);
    if (!isStyle && tagInText.test(code.since(from).toString("latin1"))) this.#addMarkup(code, from);
    return undefined;
  }

  /** @param sign of what is worth to be read as markup */
  #takeMarkup(text: Buffer, place: number, sign: RegExp = tagOrReference): void {
    const { table } = this.#plain;
    const isMarkup = sign.test(text.toString("latin1"));
    if (!isMarkup && table === undefined) return;
    const written = new Written();
    const isOther = writeDecoded(written, text, 0, text.length, place, this.#plain);
    if (isMarkup) this.#addMarkup(written, 0);
    if (!isOther) return;
    this.code.append(written, 0);
    this.code.put(newline, place, place + text.length);
  }

  #addMarkup(text: Written, from: number): void {
    const start = this.markup.length;
    this.markup.append(text, from);
    this.values.push({ start, end: this.markup.length });
  }
}

const tagInText = /<[a-z/]/i;
const tagOrReference = /<[a-z/]|&[#a-z]/i;
const betweenStrings = /["']\s+["']/;
const hidingStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const dataUrl = /^\s*data:([\w.+/-]*)(;[^,]*)?,/i;

/** What browsers set in a line: of HTML, and of SVG. */
const inlineInXml =
  /^(?:\w+:)?(?:abbr|acronym|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|strike|strong|sub|sup|textPath|time|tspan|tt|u|var|wbr)$/i;

function nameOf({ bytes, nameStart, nameEnd }: Tokens): string {
  return bytes.toString("latin1", nameStart, nameEnd).toLowerCase();
}

function isAttribute(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let index = 0; index < name.length; index++)
    if (lowered(bytes[start + index] ?? 0) !== name.charCodeAt(index)) return false;
  return true;
}

/** Whether a value begins as a `data:` URL does, with spaces before it or without. */
function mayBeData(bytes: Buffer, start: number): boolean {
  const first = lowered(bytes[start] ?? 0);
  return first <= 32 || (first === 100 && lowered(bytes[start + 1] ?? 0) === 97);
}
