import type { Range } from "../../model/range.ts";

const [comma, dot] = [0x2c, 0x2e];
const [openRound, openBracket, closeBracket] = [0x28, 0x5b, 0x5d];

/** The array of literals that is being read, and whether it is joined: `["a", "b"].join("")`. */
export class LiteralArray {
  #items: Range[] = [];
  #next: "nothing" | "item" | "comma" | "dot" | "join" | "open" | "separator" = "nothing";

  /** @returns the items, where the literal is what they are joined by */
  takeLiteral(range: Range): readonly Range[] | undefined {
    const { length } = this.#items;
    if (this.#next === "item" && length < mostItems) {
      this.#items.push(range);
      this.#next = "comma";
      return undefined;
    }
    const isJoined = this.#next === "separator" && length > 1 && range.end - range.start <= longestSeparator;
    this.#next = "nothing";
    return isJoined ? this.#items : undefined;
  }

  takeSign(byte: number): void {
    if (byte === openBracket) {
      this.#items = [];
      this.#next = "item";
    } else if (this.#next === "comma" && byte === comma) this.#next = "item";
    else if (this.#next === "comma" && byte === closeBracket) this.#next = "dot";
    else if (this.#next === "dot" && byte === dot) this.#next = "join";
    else if (this.#next === "open" && byte === openRound) this.#next = "separator";
    else this.#next = "nothing";
  }

  takeWord(word: string): void {
    this.#next = this.#next === "join" && word === "join" ? "open" : "nothing";
  }
}

const mostItems = 100_000;

/** In bytes. It is written for each item: a longer one could make a short script into gigabytes. */
const longestSeparator = 64;
