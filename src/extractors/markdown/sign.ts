import type { Range } from "../../model/range.ts";
import type { Dialect } from "./block.ts";

/**
 * Where in a text a reader may see words otherwise than they are written: marks stand in what could be one word without them, or around it if a
 * detector could take them for a part of it; escapes, references, and between words what is not read. Most documents have none of it.
 */
export class Signs {
  readonly #text: string;
  readonly #patterns: readonly RegExp[];
  /** Of each pattern where it is found next. */
  readonly #next: number[] = [];

  /** @param text one character for a byte */
  constructor(text: string, { isMdx, isTalk }: Dialect) {
    this.#text = text;
    this.#patterns = isTalk === true ? ofTalk : isMdx ? ofMdx : ofMarkdown;
    this.#patterns.forEach((_, index) => this.#find(index, 0));
  }

  /** Where the next one is, behind where the range began that was asked for last; `Infinity` where there is none. */
  get next(): number {
    return Math.min(...this.#next);
  }

  /** Ranges are asked for in order, and what lies between them is not looked at. */
  isIn({ start, end }: Range): boolean {
    let isIn = false;
    for (let index = 0; index < this.#next.length; index++) {
      if ((this.#next[index] ?? 0) < start) this.#find(index, start);
      isIn ||= (this.#next[index] ?? 0) < end;
    }
    return isIn;
  }

  #find(index: number, from: number): void {
    const pattern = this.#patterns[index];
    if (pattern === undefined) return;
    pattern.lastIndex = from;
    this.#next[index] = pattern.exec(this.#text)?.index ?? Infinity;
  }
}

/** A letter or a figure, of ASCII or beyond it. */
const letter = String.raw`[\w\x80-\xff]`;

/** Marks, and signs inside of words such as addresses and paths. */
const signs = "[*_~`[\\].@:/+=#%$-]{0,8}";

/** Each is looked for from its rarest character on. */
const sign = new RegExp(
  [
    String.raw`[*~${"`"}](?<=${letter}${signs})(?=${signs}${letter})`,
    String.raw`_(?<=[a-zA-Z\d\x80-\xff/]_{1,3})(?!${letter})`,
    String.raw`(?:==|\^)(?<=${letter}(?:==|\^))${letter}`,
    String.raw`\\[!-/:-@[-${"`"}{-~](?:(?<=${letter}..)|${letter})`,
    String.raw`&(?:#|[a-zA-Z]{2,31};)`,
    String.raw`\](?:\([^()]*\)|\[[^[\]]*\])?${signs}${letter}`,
    String.raw`\]\((?:<|[^()]*\(|[^()"\n]*'|[^()\s]{400})`,
    String.raw`\[(?<=${letter}${signs}!?\[)[^[\]]*\][([]`,
    String.raw`\[\^(?<=${letter}..)`,
    String.raw`!\[(?<=${letter} ?!\[)`,
    String.raw`<(?<=${letter}${signs}<)[/!a-zA-Z][^<>]*>(?:<[^<>]*>)*${signs}${letter}`,
  ].join("|"),
  "g",
);

const signOfMdx = /\{(?<=[\w\x80-\xff]\{)|\}[\w\x80-\xff]|\{["'`]/g;

const ofMarkdown = [sign];
const ofMdx = [sign, signOfMdx];
const ofTalk = [/[*_~`\\&<[\]^=]/g];
