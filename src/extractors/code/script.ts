import type { Bytes } from "../../model/bytes.ts";
import { Sliding } from "./sliding.ts";

const [tab, newline, carriage, space] = [0x09, 0x0a, 0x0d, 0x20];
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

  /** A byte of the token, or one of the two behind it; undefined behind the script. */
  byteAt(index: number): number | undefined {
    return this.#bytes[this.start - this.#sliding.start + index];
  }

  /** Nothing more is read. */
  close(): void {
    this.#sliding.close();
  }

  next(): boolean {
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
    return this.next();
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
      if (found === -1 && this.#goesOn) return this.#again(start);
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

const beforePattern = /^(?:return|typeof|case|in|of|delete|void|throw|new|instanceof|do|else|yield|await)$/;

const [white, ofWord] = [1, 2];

/** Of each byte whether it is white space or can stand in a word. */
const classes = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  if (byte === space || byte === newline || byte === tab || byte === carriage) return white;
  return byte >= 0x80 || /[\w$]/.test(String.fromCharCode(byte)) ? ofWord : 0;
});
