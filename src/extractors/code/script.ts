const [tab, newline, carriage, space] = [0x09, 0x0a, 0x0d, 0x20];
const [quotationMark, dollar, apostrophe, star, slash] = [0x22, 0x24, 0x27, 0x2a, 0x2f];
const [openBracket, backslash, closeBracket, backtick, openBrace, closeBrace] = [0x5b, 0x5c, 0x5d, 0x60, 0x7b, 0x7d];

export type ScriptKind = "string" | "template" | "comment" | "pattern" | "word" | "sign";

/**
 * Cuts scripts into tokens: JavaScript, TypeScript and JSX, whole or broken, in one pass. A string that its line does not end is no string,
 * so that a reading that went wrong finds back at the next line. What stands behind a slash is told by the token before it.
 */
export class ScriptTokens {
  kind: ScriptKind = "sign";
  start = 0;
  end = 0;
  readonly #bytes: Buffer;
  /** How many braces are open in each placeholder of a template that is. */
  readonly #templates: number[] = [];
  #at = 0;
  /** Up to where nothing ends that begins with a quotation mark or a slash: otherwise each would be read up to there once more. */
  readonly #endless = new Map<number, number>();
  /** Whether a slash would divide. */
  #divides = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  next(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    for (let byte = bytes[at]; byte === space || byte === newline || byte === tab || byte === carriage;)
      byte = bytes[++at];
    if (at >= bytes.length) return false;
    const byte = bytes[at] ?? 0;
    if (isOfWord(byte)) return this.#takeWord(at);
    if (byte === quotationMark || byte === apostrophe) return this.#takeString(at, byte);
    if (byte === backtick) return this.#takeTemplate(at, at + 1);
    if (byte === slash) return this.#takeSlash(at);
    const placeholder = this.#templates.length - 1;
    if (placeholder >= 0 && (byte === openBrace || byte === closeBrace)) {
      const depth = (this.#templates[placeholder] ?? 0) + (byte === openBrace ? 1 : -1);
      this.#templates[placeholder] = depth;
      if (depth < 0) {
        this.#templates.pop();
        return this.#takeTemplate(at, at + 1);
      }
    }
    return this.#give("sign", at, at + 1, byte === 0x29 || byte === closeBracket || byte === closeBrace);
  }

  #takeWord(start: number): boolean {
    const bytes = this.#bytes;
    let at = start + 1;
    while (isOfWord(bytes[at] ?? 0)) at++;
    const isShort = at - start <= 10;
    return this.#give("word", start, at, !(isShort && beforePattern.test(bytes.toString("latin1", start, at))));
  }

  #takeString(start: number, mark: number): boolean {
    const bytes = this.#bytes;
    let at = Math.max(start + 1, this.#endless.get(mark) ?? 0);
    if (at === start + 1) {
      for (; at < bytes.length && bytes[at] !== newline; at++) {
        const byte = bytes[at];
        if (byte === mark) return this.#give("string", start, at + 1, true);
        if (byte === backslash) at += bytes[at + 1] === carriage && bytes[at + 2] === newline ? 2 : 1;
      }
      this.#endless.set(mark, at);
    }
    return this.#give("sign", start, start + 1, false);
  }

  /** Up to the end of the template, or to a placeholder in it. */
  #takeTemplate(start: number, from: number): boolean {
    const bytes = this.#bytes;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === backtick) return this.#give("template", start, at + 1, true);
      if (byte === backslash) at++;
      else if (byte === dollar && bytes[at + 1] === openBrace) {
        this.#templates.push(0);
        return this.#give("template", start, at + 2, false);
      }
    }
    return this.#give("template", start, bytes.length, true);
  }

  #takeSlash(start: number): boolean {
    const bytes = this.#bytes;
    const second = bytes[start + 1];
    if (second === slash || second === star) {
      const found = second === slash ? bytes.indexOf(newline, start) : bytes.indexOf("*/", start + 2);
      const end = found === -1 ? bytes.length : found + (second === slash ? 0 : 2);
      return this.#give("comment", start, end, this.#divides);
    }
    const end = this.#divides ? 0 : this.#endOfPattern(start + 1);
    return end === 0 ? this.#give("sign", start, start + 1, false) : this.#give("pattern", start, end, true);
  }

  /** 0 where its line ends before it. */
  #endOfPattern(from: number): number {
    const bytes = this.#bytes;
    if (from < (this.#endless.get(slash) ?? 0)) return 0;
    let isClass = false;
    let at = from;
    for (; at < bytes.length && bytes[at] !== newline; at++) {
      const byte = bytes[at];
      if (byte === backslash) at++;
      else if (byte === openBracket) isClass = true;
      else if (byte === closeBracket) isClass = false;
      else if (byte === slash && !isClass) return at + 1;
    }
    this.#endless.set(slash, at);
    return 0;
  }

  #give(kind: ScriptKind, start: number, end: number, divides: boolean): boolean {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.#at = end;
    this.#divides = divides;
    return true;
  }
}

const beforePattern = /^(?:return|typeof|case|in|of|delete|void|throw|new|instanceof|do|else|yield|await)$/;

function isOfWord(byte: number): boolean {
  const low = byte | 0x20;
  return (
    (low >= 0x61 && low <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === dollar || byte >= 0x80
  );
}
