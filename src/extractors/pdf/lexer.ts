import { type Dictionary, isName, isWord, type Name, type Text, type Value, type Word } from "./value.ts";

/** Reads values one after the other. What is no PDF gives whatever values it looks like, and nothing takes longer than it is long. */
export class Lexer {
  readonly #text: string;
  at: number;
  /** How many more values are read in arrays and dictionaries before they are cut: a few bytes would come to much more in memory. */
  #left = mostValues;

  /** @param text a character for each byte */
  constructor(text: string, at: number = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; undefined at the end. */
  next(depth: number = 0): Value | undefined {
    if (depth === 0) this.#left = mostValues;
    this.#skipSpace();
    const text = this.#text;
    if (this.at >= text.length) return undefined;
    const first = text.charCodeAt(this.at);
    if ((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) return this.#number();
    if (first === slash) return this.#name();
    if (first === openParenthesis) return this.#string();
    if (first === less) {
      if (text.charCodeAt(this.at + 1) !== less) return this.#hexadecimal();
      this.at += 2;
      return this.#dictionary(depth);
    }
    if (first === openBracket) {
      this.at++;
      return this.#array(depth);
    }
    return this.#word();
  }

  #skipSpace(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x25) {
        while (this.at < text.length && !isLineEnd(text.charCodeAt(this.at))) this.at++;
      } else if (isSpace(code)) this.at++;
      else return;
    }
  }

  #number(): Value {
    const start = this.at;
    numeral.lastIndex = start;
    const written = numeral.exec(this.#text)?.[0];
    if (written === undefined) {
      this.at = start + 1;
      return { kind: "word", word: this.#text.charAt(start) };
    }
    this.at = start + written.length;
    if (isWhole.test(written)) {
      reference.lastIndex = this.at;
      const rest = reference.exec(this.#text)?.[0];
      if (rest !== undefined) {
        this.at += rest.length;
        return { kind: "reference", to: Number(written) };
      }
    }
    return Number(written);
  }

  #name(): Name {
    const start = ++this.at;
    while (this.at < this.#text.length && isRegular(this.#text.charCodeAt(this.at))) this.at++;
    const written = this.#text.slice(start, this.at);
    const name = written.includes("#")
      ? written.replaceAll(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      : written;
    return { kind: "name", name };
  }

  #string(): Text {
    const start = ++this.at;
    const text = this.#text;
    let open = 1;
    let isPlain = true;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === backslash) {
        isPlain = false;
        this.at++;
      } else if (code === openParenthesis) open++;
      else if (code === closeParenthesis && --open === 0) break;
    }
    const end = Math.min(this.at, text.length);
    this.at = end + 1;
    const written = text.slice(start, end);
    return { kind: "string", text: isPlain ? written : unescaped(written), start, end, isPlain };
  }

  #hexadecimal(): Text {
    const start = ++this.at;
    const found = this.#text.indexOf(">", start);
    const end = found === -1 ? this.#text.length : found;
    this.at = end + 1;
    const digits = this.#text.slice(start, end).replaceAll(/[^\da-f]/gi, "");
    const text = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
    return { kind: "string", text, start, end, isPlain: false };
  }

  #array(depth: number): readonly Value[] {
    const values: Value[] = [];
    for (;;) {
      const value = this.#inner(depth);
      if (value === undefined || isWord(value, "]")) return values;
      if (this.#left > 0) values.push(value);
    }
  }

  #dictionary(depth: number): Dictionary {
    const entries = new Map<string, Value>();
    for (;;) {
      const key = this.#inner(depth);
      if (key === undefined || isWord(key, ">>")) return entries;
      if (!isName(key)) continue;
      const value = this.#inner(depth);
      if (value === undefined || isWord(value, ">>")) return entries;
      if (this.#left > 0) entries.set(key.name, value);
    }
  }

  /** What stands too deep is read as if it stood beside. */
  #inner(depth: number): Value | undefined {
    this.#left--;
    if (depth < deepest) return this.next(depth + 1);
    this.#skipSpace();
    if (this.at >= this.#text.length) return undefined;
    const isOpening = this.#text.charCodeAt(this.at) === openBracket || this.#text.startsWith("<<", this.at);
    return isOpening ? this.#word() : this.next(depth);
  }

  #word(): Word {
    const start = this.at;
    const text = this.#text;
    if (text.startsWith(">>", start) || text.startsWith("<<", start)) this.at += 2;
    else if (isRegular(text.charCodeAt(start)))
      while (this.at < text.length && isRegular(text.charCodeAt(this.at))) this.at++;
    else this.at++;
    return { kind: "word", word: text.slice(start, this.at) };
  }
}

const mostValues = 1_000_000;
const deepest = 60;

const slash = 0x2f;
const less = 0x3c;
const openBracket = 0x5b;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const backslash = 0x5c;

const numeral = /[+-]{0,2}(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})/y;
const isWhole = /^\d{1,10}$/;
const reference = /[\s\0]{1,4}\d{1,5}[\s\0]{1,4}R(?![\w.])/y;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

const delimiters = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));

function isRegular(code: number): boolean {
  return !isSpace(code) && !delimiters.has(code);
}

const escapes: Readonly<Record<string, string | undefined>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** ISO 32000-2, 7.3.4.2. */
function unescaped(written: string): string {
  return written.replaceAll(/\\(?:([0-7]{1,3})|(\r\n?|\n)|([^]))/g, (_, octal, lineEnd, character) => {
    if (typeof octal === "string") return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (typeof lineEnd === "string") return "";
    return escapes[String(character)] ?? String(character);
  });
}
