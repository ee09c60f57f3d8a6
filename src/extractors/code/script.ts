import type { Bytes } from "../../model/bytes.ts";
import { Sliding } from "./sliding.ts";

const [tab, newline, carriage, space] = [0x09, 0x0a, 0x0d, 0x20];
const [colon, equals, newSign] = [0x3a, 0x3d, 0x3e];
const [quotationMark, dollar, apostrophe, star, slash] = [0x22, 0x24, 0x27, 0x2a, 0x2f];
const [openBracket, backslash, closeBracket, backtick, openBrace, closeBrace] = [0x5b, 0x5c, 0x5d, 0x60, 0x7b, 0x7d];

export type ScriptKind = "string" | "template" | "comment" | "pattern" | "word" | "sign";

/**
 * Cuts scripts into tokens: JavaScript, TypeScript and JSX, whole or broken, in one pass. A string that its line does not end is no string,
 * so that a reading that went wrong finds back at the next line. What stands behind a slash is told by the token before it. Of the script no
 * more is in memory than some tokens.
 */
export class ScriptTokens {
  kind: ScriptKind = "sign";
  start = 0;
  end = 0;
  /** What the value that comes next is called: where its key, its variable or its property stands. It ends at 0 where there is none. */
  nameStart = 0;
  nameEnd = 0;
  // Where the word or the string stands that is the last token, without its marks, and whether the last sign before it was `=`.
  #lastStart = 0;
  #lastEnd = 0;
  #assigned = false;
  readonly #sliding: Sliding;
  // What is in memory of the script, and up to where something in it can be told: two bytes more are looked at.
  #bytes: Buffer;
  #stop = 0;
  #at = 0;
  /** How many braces are open in each placeholder of a template that is. */
  readonly #templates: number[] = [];
  /** Up to where nothing ends that begins with a quotation mark or a slash: otherwise each would be read up to there once more. */
  readonly #endless = new Map<number, number>();
  /** Whether a slash would divide behind a token that is no word. */
  #divides = false;

  /** @param length how much of it is in memory, in bytes, if it is not the usual */
  constructor(script: Bytes, length?: number) {
    this.#sliding = new Sliding(script, length);
    this.#bytes = this.#sliding.bytes;
    this.#stop = this.#stopOf();
  }

  /** Nothing more is read. */
  close(): void {
    this.#sliding.close();
  }

  /** @param place words and signs that end before it are passed over */
  next(place: number = 0): boolean {
    this.#name();
    if (this.end < place) this.#skip(place);
    return this.#read();
  }

  #read(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < this.#stop && classes[bytes[at] ?? 0] === white) at++;
    if (at >= this.#stop) return this.#goesOn ? this.#again(at) : false;
    const byte = bytes[at] ?? 0;
    if (classes[byte] === ofWord) return this.#takeWord(at);
    if (byte === quotationMark || byte === apostrophe) return this.#takeString(at, byte);
    if (byte === backtick) return this.#takeTemplate(at, false);
    if (byte === slash) return this.#takeSlash(at);
    const placeholder = this.#templates.length - 1;
    if (placeholder >= 0 && (byte === openBrace || byte === closeBrace)) {
      const depth = (this.#templates[placeholder] ?? 0) + (byte === openBrace ? 1 : -1);
      if (depth < 0) return this.#takeTemplate(at, true);
      this.#templates[placeholder] = depth;
    }
    return this.#give("sign", at, at + 1, byte === 0x29 || byte === closeBracket || byte === closeBrace);
  }

  /** What the last token makes of the names. */
  #name(): void {
    const { kind, start, end } = this;
    if (kind === "comment" || end === 0) return;
    this.nameEnd = 0;
    if (kind === "word" || kind === "string") {
      const mark = kind === "word" ? 0 : 1;
      this.#lastStart = start + mark;
      this.#lastEnd = end - mark;
      return;
    }
    const at = start - this.#sliding.start;
    const byte = this.#bytes[at];
    if (kind === "sign" && this.#lastEnd > 0 && !this.#assigned && isAssignment(byte, this.#bytes[at + 1])) {
      this.nameStart = this.#lastStart;
      this.nameEnd = this.#lastEnd;
    }
    this.#assigned = kind === "sign" && byte === equals;
    this.#lastEnd = 0;
  }

  /** What `next` and `#name` make of words and signs, which nearly all tokens are, one by one without a call. */
  #skip(place: number): void {
    const bytes = this.#bytes;
    const { start } = this.#sliding;
    const stop = Math.min(this.#stop, place - start);
    const isTemplate = this.#templates.length > 0;
    let at = this.#at;
    let [word, last, lastEnd] = [-1, this.#lastStart, this.#lastEnd];
    let { nameStart, nameEnd } = this;
    let assigned = this.#assigned;
    let divides = this.#isDivision();
    for (;;) {
      while (at < stop && classes[bytes[at] ?? 0] === white) at++;
      if (at >= stop) break;
      const byte = bytes[at] ?? 0;
      const kind = classes[byte];
      if (kind === ofWord) {
        let end = at + 1;
        while (end < stop && classes[bytes[end] ?? 0] === ofWord) end++;
        if (end >= stop) break;
        word = at;
        last = start + at;
        at = end;
        lastEnd = start + end;
        nameEnd = 0;
        continue;
      }
      if (kind === begins || (isTemplate && (byte === openBrace || byte === closeBrace))) break;
      nameEnd = 0;
      if (lastEnd > 0 && !assigned && isAssignment(byte, bytes[at + 1])) {
        nameStart = last;
        nameEnd = lastEnd;
      }
      assigned = byte === equals;
      divides = byte === 0x29 || byte === closeBracket || byte === closeBrace;
      word = -1;
      lastEnd = 0;
      at++;
    }
    this.#lastStart = last;
    this.#lastEnd = lastEnd;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.#assigned = assigned;
    this.#divides = divides;
    this.#at = at;
    // A slash behind a word asks which it is.
    this.kind = word === -1 ? "sign" : "word";
    this.start = word === -1 ? start + at : last;
    this.end = word === -1 ? start + at : lastEnd;
  }

  get #goesOn(): boolean {
    return !this.#sliding.isLast;
  }

  #stopOf(): number {
    return this.#goesOn ? Math.max(0, this.#bytes.length - 2) : this.#bytes.length;
  }

  /** Reads what begins at a place once more, with more of the script in memory. */
  #again(at: number): boolean {
    // The word in front will not be there any more.
    this.#divides = this.#isDivision();
    this.kind = "sign";
    this.#sliding.moveTo(at);
    this.#bytes = this.#sliding.bytes;
    this.#stop = this.#stopOf();
    this.#at = 0;
    return this.#read();
  }

  /** Whether a slash divides here. */
  #isDivision(): boolean {
    if (this.kind !== "word") return this.#divides;
    const { start } = this.#sliding;
    const isShort = this.end - this.start <= 10;
    return !(isShort && beforePattern.test(this.#bytes.toString("latin1", this.start - start, this.end - start)));
  }

  #takeWord(start: number): boolean {
    const bytes = this.#bytes;
    let at = start + 1;
    while (at < this.#stop && classes[bytes[at] ?? 0] === ofWord) at++;
    return at >= this.#stop && this.#goesOn ? this.#again(start) : this.#give("word", start, at, true);
  }

  #takeString(start: number, mark: number): boolean {
    const bytes = this.#bytes;
    if (this.#sliding.start + start + 1 >= (this.#endless.get(mark) ?? 0)) {
      let at = start + 1;
      for (; at < this.#stop && bytes[at] !== newline; at++) {
        const byte = bytes[at];
        if (byte === mark) return this.#give("string", start, at + 1, true);
        if (byte === backslash) at += bytes[at + 1] === carriage && bytes[at + 2] === newline ? 2 : 1;
      }
      if (at >= this.#stop && this.#goesOn) return this.#again(start);
      this.#endless.set(mark, this.#sliding.start + at);
    }
    return this.#give("sign", start, start + 1, false);
  }

  /**
   * Up to the end of the template, or to a placeholder in it.
   * @param isBehind whether it goes on behind a placeholder
   */
  #takeTemplate(start: number, isBehind: boolean): boolean {
    const bytes = this.#bytes;
    let at = start + 1;
    for (; at < this.#stop; at++) {
      const byte = bytes[at];
      if (byte === backslash) at++;
      else if (byte === backtick || (byte === dollar && bytes[at + 1] === openBrace)) break;
    }
    if (at >= this.#stop && this.#goesOn) return this.#again(start);
    if (isBehind) this.#templates.pop();
    if (at >= bytes.length) return this.#give("template", start, bytes.length, true);
    if (bytes[at] === backtick) return this.#give("template", start, at + 1, true);
    this.#templates.push(0);
    return this.#give("template", start, at + 2, false);
  }

  #takeSlash(start: number): boolean {
    const bytes = this.#bytes;
    const divides = this.#isDivision();
    const second = bytes[start + 1];
    if (second === slash || second === star) {
      const found = second === slash ? bytes.indexOf(newline, start) : bytes.indexOf("*/", start + 2);
      if (found === -1 && this.#goesOn) return this.#passComment(start, second === slash, divides);
      return this.#give("comment", start, found === -1 ? bytes.length : found + (second === slash ? 0 : 2), divides);
    }
    if (divides || this.#sliding.start + start + 1 < (this.#endless.get(slash) ?? 0))
      return this.#give("sign", start, start + 1, false);
    let isClass = false;
    let at = start + 1;
    for (; at < this.#stop && bytes[at] !== newline; at++) {
      const byte = bytes[at];
      if (byte === backslash) at++;
      else if (byte === openBracket) isClass = true;
      else if (byte === closeBracket) isClass = false;
      else if (byte === slash && !isClass) return this.#give("pattern", start, at + 1, true);
    }
    if (at >= this.#stop && this.#goesOn) return this.#again(start);
    this.#endless.set(slash, this.#sliding.start + at);
    return this.#give("sign", start, start + 1, false);
  }

  /** A comment that goes on behind what is in memory, as one with a source map in it does, is not kept there. */
  #passComment(start: number, isLine: boolean, divides: boolean): boolean {
    const from = this.#sliding.start + start;
    const last = this.#sliding.find(isLine ? newline : "*/", from + 2);
    this.#sliding.jumpTo(isLine ? last : Math.min(last + 2, this.#sliding.length));
    this.#bytes = this.#sliding.bytes;
    this.#stop = this.#stopOf();
    this.#give("comment", 0, 0, divides);
    this.start = from;
    return true;
  }

  /** @param divides of what is no word */
  #give(kind: ScriptKind, start: number, end: number, divides: boolean): boolean {
    this.kind = kind;
    this.start = this.#sliding.start + start;
    this.end = this.#sliding.start + end;
    this.#at = end;
    this.#divides = divides;
    return true;
  }
}

/** Words behind which a slash begins a pattern. */
const beforePattern = /^(?:return|typeof|case|in|of|delete|void|throw|new|instanceof|do|else|yield|await)$/;

/** Whether a sign assigns, by the byte behind it: `=>` and `==` do not. */
function isAssignment(byte: number | undefined, next: number | undefined): boolean {
  return byte === colon || (byte === equals && next !== equals && next !== newSign);
}

const [white, ofWord, begins] = [1, 2, 3];

/** Of each byte whether it is white space, can stand in a word, or begins a string, a template, a comment or a pattern. */
const classes = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  if (byte === quotationMark || byte === apostrophe || byte === backtick || byte === slash) return begins;
  if (byte === space || byte === newline || byte === tab || byte === carriage) return white;
  return byte >= 0x80 || /[\w$]/.test(String.fromCharCode(byte)) ? ofWord : 0;
});
