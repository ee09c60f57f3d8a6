import type { Range } from "../../model/range.ts";
import { writeScript } from "../html/escaped.ts";
import { Written } from "../html/written.ts";
import { wordBreak } from "../search-index/words.ts";
import { LiteralArray } from "./literal-array.ts";
import { type Joined, mayBeMarkup, writeLiteral } from "./lone-literal.ts";
import { ScriptTokens } from "./script.ts";

const [plus, comma, dot] = [0x2b, 0x2c, 0x2e];
const [openRound, closeRound, openBracket, closeBracket] = [0x28, 0x29, 0x5b, 0x5d];
const [openBrace, closeBrace, dollar, backtick] = [0x7b, 0x7d, 0x24, 0x60];

/** What may come next in a text that is put together. */
type Expected = "nothing" | "operator" | "operand" | "method" | "arguments" | "numbers";

/**
 * Whether so much was written that it should be searched before more is. A text that is put together of more literals is cut.
 */
function isFull({ texts, markup }: Joined): boolean {
  return texts.length + markup.length > most;
}

const most = 1 << 20;

/**
 * Writes what a script puts together of literals alone: `"a" + "b"`, `` `a${"b"}` ``, `"a".concat("b")`, `["a", "b"].join("")`,
 * `String.fromCharCode(97)`, `new Uint8Array([97])`, `atob("YQ==")`; and literals whose escapes nobody else reads. It guesses what a name
 * stands for in no case: a text ends there. It stops where `to` is full, which whoever called takes then.
 * @param place where its first byte comes from
 */
export function* writeJoined(to: Joined, bytes: Buffer, place: number): Generator<void> {
  const reader = new Joiner(to, bytes, place);
  const tokens = new ScriptTokens(bytes);
  while (tokens.next()) {
    if (tokens.kind !== "comment") reader.take(tokens);
    if (isFull(to)) yield;
  }
  tokens.close();
  reader.finish();
}

class Joiner {
  readonly #to: Joined;
  readonly #bytes: Buffer;
  readonly #place: number;
  readonly #text = new Written();
  /** The only literal so far, as long as it need not be written. */
  #held: Range | undefined;
  /** Whether more than one literal, or something that was decoded, was written. */
  #isOther = false;
  #expected: Expected = "nothing";
  /** How many brackets are open that began in the text. */
  #depth = 0;
  /** Whether the next literal is base64. */
  #isBase64 = false;
  /** Whether numbers are bytes, and not characters. */
  #areBytes = false;
  readonly #array = new LiteralArray();

  constructor(to: Joined, bytes: Buffer, place: number) {
    this.#to = to;
    this.#bytes = bytes;
    this.#place = place;
  }

  take({ kind, start, end }: ScriptTokens): void {
    if (kind === "string") this.#takeLiteral({ start: start + 1, end: end - 1 }, false, false);
    else if (kind === "template") this.#takeTemplate(start, end);
    else if (kind === "sign") this.#takeSign(this.#bytes[start] ?? 0);
    else this.#takeWord(start, end);
  }

  finish(): void {
    if (this.#expected === "nothing") return;
    const { texts, markup, values } = this.#to;
    const text = this.#text;
    const held = this.#held;
    if (held !== undefined)
      writeLiteral(this.#to, this.#bytes.subarray(held.start, held.end), this.#place + held.start);
    else if (this.#isOther && text.length >= shortest) {
      if (mayBeMarkup.test(text.since(0).toString("latin1"))) {
        values.push({ start: markup.length, end: markup.length + text.length });
        markup.append(text, 0);
      }
      texts.append(text, 0);
      texts.put(wordBreak, this.#place, this.#place + 1);
    }
    text.cut(0);
    this.#held = undefined;
    this.#isOther = false;
    this.#expected = "nothing";
    this.#depth = 0;
    this.#isBase64 = false;
  }

  #takeTemplate(start: number, end: number): void {
    const bytes = this.#bytes;
    const opens = bytes[end - 1] === openBrace && bytes[end - 2] === dollar && end - 2 > start;
    const last = opens ? end - 2 : bytes[end - 1] === backtick && end - 1 > start ? end - 1 : end;
    this.#takeLiteral({ start: start + 1, end: last }, bytes[start] === closeBrace, opens);
  }

  /**
   * @param goesOn whether it stands behind a placeholder of a template
   * @param opens whether a placeholder stands behind it
   */
  #takeLiteral(range: Range, goesOn: boolean, opens: boolean): void {
    const joined = this.#array.takeLiteral(range);
    if (joined !== undefined) return this.#takeArray(joined, range);
    const expected = this.#expected;
    const isMore = expected === "operand" || (goesOn && expected === "operator");
    if (!isMore) this.finish();
    if (this.#isBase64) {
      this.#release();
      // What `atob` gives is characters of one byte.
      const decoded = Buffer.from(this.#bytes.toString("latin1", range.start, range.end), "base64").toString("latin1");
      this.#text.put(Buffer.from(decoded), this.#place + range.start, this.#place + range.end);
      this.#isBase64 = false;
      this.#isOther = true;
    } else if (isMore) {
      this.#release();
      this.#write(range);
      this.#isOther = true;
    } else this.#held = range;
    this.#expected = opens ? "operand" : "operator";
  }

  #takeArray(items: readonly Range[], separator: Range): void {
    this.finish();
    for (const [index, item] of items.entries()) {
      // Where the text is full it is finished, and the rest is another one.
      this.#isOther = true;
      this.#expected = "operator";
      if (index > 0) this.#write(separator);
      this.#write(item);
    }
    this.#isOther = true;
    this.#expected = "operator";
    this.#depth = 1;
  }

  #takeSign(byte: number): void {
    this.#array.takeSign(byte);
    switch (this.#expected) {
      case "numbers":
        if (byte === closeRound) this.#expected = "operator";
        else if (byte !== openRound && byte !== openBracket && byte !== closeBracket && byte !== comma && byte !== dot)
          this.finish();
        return;
      case "operator":
        if (byte === plus) this.#expected = "operand";
        else if (byte === dot) this.#expected = "method";
        else if (byte === closeRound && this.#depth > 0) this.#depth--;
        else if (byte === comma && this.#depth > 0) this.#expected = "operand";
        else this.finish();
        return;
      case "operand":
        if (byte === openRound) this.#depth++;
        else if (byte !== dot) this.finish();
        return;
      case "arguments":
        if (byte !== openRound) return this.finish();
        this.#depth++;
        this.#expected = "operand";
        return;
      case "method":
      case "nothing":
        this.finish();
    }
  }

  #takeWord(start: number, end: number): void {
    if (this.#expected === "numbers") return this.#takeNumber(start, end);
    const isKnown = lengths.has(end - start) && letters.has(this.#bytes[start] ?? 0);
    const word = isKnown ? this.#bytes.toString("latin1", start, end) : "";
    this.#array.takeWord(word);
    if (this.#expected === "method") {
      if (word === "concat") this.#expected = "arguments";
      else this.finish();
      return;
    }
    const isNumbers = word === "fromCharCode" || word === "fromCodePoint" || word === "Uint8Array";
    if (this.#expected !== "operand" || !(isNumbers || word === "atob" || word === "String")) this.finish();
    if (isNumbers) {
      this.#release();
      this.#areBytes = word === "Uint8Array";
      this.#isOther = true;
      this.#expected = "numbers";
    } else if (word === "atob") {
      this.#isBase64 = true;
      this.#expected = "operand";
    }
  }

  #takeNumber(start: number, end: number): void {
    const written = this.#bytes.toString("latin1", start, Math.min(end, start + 9));
    const value = /^\d/.test(written) ? Number(written) : Number.NaN;
    if (this.#text.length > most) {
      this.finish();
      this.#isOther = true;
      this.#expected = "numbers";
    }
    if (Number.isInteger(value) && value <= (this.#areBytes ? 0xff : 0x10ffff)) {
      const text = this.#areBytes ? Buffer.of(value) : Buffer.from(String.fromCodePoint(value));
      this.#text.put(text, this.#place + start, this.#place + end);
    } else if (!/^(?:apply|call|null|String|void|of|from)$/.test(written)) this.finish();
  }

  #release(): void {
    if (this.#held !== undefined) this.#write(this.#held);
    this.#held = undefined;
  }

  #write({ start, end }: Range): void {
    if (this.#text.length > most) this.finish();
    writeScript(this.#text, this.#bytes.subarray(start, end), this.#place + start);
  }
}

/** Shorter texts hold nothing, in bytes. */
const shortest = 4;

/** Of the words that count, `atob`, `concat`, `fromCharCode` and others: how long they are, and with what they begin. */
const lengths: ReadonlySet<number> = new Set([4, 6, 10, 12, 13]);
const letters: ReadonlySet<number> = new Set(Buffer.from("acfjSU"));
