import type { Range } from "../../model/range.ts";
import type { Charset } from "./charset.ts";
import { Declared } from "./declared.ts";
import { type Spelling, writeDecoded } from "./decode.ts";
import { writeBase64, writePercent, writeScript, writeStyle } from "./escaped.ts";
import { Lines } from "./lines.ts";
import type { Markup, Step } from "./markup.ts";
import { Written } from "./written.ts";

/** How markup is read. */
export interface Language {
  /** XML has no elements of its own, the case of its names counts, and text joins only in what is known to stand in a line. */
  readonly isXml: boolean;
  readonly charset: Charset;
  /** As a slice that is read at once, in bytes; other ones than the usual are for tests. */
  readonly slice?: number;
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

  /** Takes what the kernel tells. */
  take(markup: Markup, step: Step): void {
    const { bytes, base, events } = markup;
    const last = 4 * markup.count;
    for (let at = 0; at < last; at += 4) {
      const what = events[at] ?? 0;
      const start = events[at + 1] ?? 0;
      const end = events[at + 2] ?? 0;
      const lines = (what & told.hidden) === 0 ? this.visible : this.hidden;
      switch (what & told.kind) {
        case told.text:
          lines.add(
            bytes,
            start,
            end,
            base,
            (what & told.literal) === 0 ? this.#text : this.#plain,
            (what & told.plain) !== 0,
          );
          break;
        case told.space:
          lines.addSpace(base + start);
          break;
        case told.end:
          lines.end(base + start, this.#isXml ? (text, from): void => this.#addMarkup(text, from) : undefined);
          break;
        case told.comment:
        case told.raw:
          this.#takeMarkup(bytes.subarray(start, end), base + start);
          break;
        case told.script:
          this.#takeCode(bytes.subarray(start, end), base + start, writeScript);
          break;
        case told.style:
          this.#takeCode(bytes.subarray(start, end), base + start, writeStyle);
          break;
        case told.declaration:
          this.#own.read(bytes.subarray(start, end));
      }
    }
    if (step === "token") this.#takeStart(markup);
  }

  #takeStart(markup: Markup): void {
    const { bytes, base, token, attributes } = markup;
    const isOther = ((token[5] ?? 0) & hasReference) !== 0;
    if (isOther || !this.#isUtf8) this.#takeTag(bytes, token[1] ?? 0, token[2] ?? 0, base);
    for (let index = 0; index < 4 * (token[6] ?? 0); index += 4) {
      const valueStart = attributes[index + 2] ?? 0;
      const valueEnd = attributes[index + 3] ?? 0;
      if (valueEnd - valueStart <= 3) continue;
      const isStyle = isAttribute(bytes, attributes[index] ?? 0, attributes[index + 1] ?? 0, "style");
      this.#takeValue(markup, valueStart, valueEnd, isStyle);
    }
  }

  #takeTag(bytes: Buffer, start: number, end: number, base: number): void {
    const { tags } = this;
    const from = tags.length;
    if (writeDecoded(tags, bytes, start, end, base, this.#value)) tags.put(newline, base + start, base + end);
    else tags.cut(from);
  }

  #takeValue({ bytes, base, token }: Markup, start: number, end: number, isStyle: boolean): void {
    const isData = mayBeData(bytes, start);
    const isOther = ((token[5] ?? 0) & (hasReference | hasMarkup)) !== 0;
    if (!(isOther || isData || isStyle)) return;
    if (!isOther && isData && isPicture(bytes, start, end)) return;
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
    const isBase64 = inBase64.test(parameters);
    const isMarkup = ofMarkup.test(type);
    if (isBase64 && !isMarkup) return;
    const made = new Written();
    (isBase64 ? writeBase64 : writePercent)(made, value.since(header.length), header.length);
    const text = new Written();
    text.appendMade(made, value);
    if (isMarkup) this.#addMarkup(text, 0);
    this.tags.append(text, 0);
    this.tags.copy(newline, 0, 1, 0);
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
const inBase64 = /;\s*base64\s*$/i;
const ofMarkup = /html|xml/i;
const dataUrl = /^\s*data:([\w.+/-]*)(;[^,]*)?,/i;

/** What the kernel tells of texts: see kernel/page/told.ts. */
const told = {
  kind: 0xff,
  text: 1,
  space: 2,
  end: 3,
  comment: 4,
  script: 5,
  style: 6,
  raw: 7,
  declaration: 8,
  plain: 0x100,
  literal: 0x200,
  hidden: 0x400,
} as const;

/** And of a tag: see `noteTag` in kernel/page/tags.ts. */
const hasReference = 1;
const hasMarkup = 2;

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

/** Whether a `data:` URL is in base64 and of no markup: it stands so in the bytes, and most of them are long. */
function isPicture(bytes: Buffer, start: number, end: number): boolean {
  const [, type = "", parameters = ""] =
    dataUrl.exec(bytes.toString("latin1", start, Math.min(end, start + 128))) ?? [];
  return inBase64.test(parameters) && !ofMarkup.test(type);
}

/** A letter of ASCII in lower case. */
function lowered(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
