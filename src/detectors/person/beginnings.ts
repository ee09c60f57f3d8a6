import { letters, unspacedLetters } from "../../model/letters.ts";
import { inCases, inRows, utf8Literals } from "./context.ts";

/**
 * How words begin that say what stands beside them, in lower case: what they end in tells who, in most languages. In rows, a bar or a line's end
 * between them; `_` is a space, and at the end that of a word.
 */
export class Beginnings {
  readonly #words: readonly string[];
  /** Finds one in a text. */
  readonly pattern: RegExp;

  constructor(...rows: readonly string[]) {
    this.#words = rows.flatMap(inRows).map((word) => word.replaceAll("_", " "));
    // Where words have no space before them, one begins anywhere.
    const before = `(?<![${letters}](?<![${unspacedLetters}])|[-_])`;
    this.pattern = new RegExp(`${before}(?:${this.#words.map(escaped).join("|")})`, "gi");
  }

  areIn(text: string): boolean {
    this.pattern.lastIndex = 0;
    return this.pattern.test(text);
  }

  /** As triggers need them: those in ASCII. */
  get ascii(): readonly string[] {
    return this.#words.filter(isAscii);
  }

  /** And those with other letters, which are bytes there. */
  get other(): readonly string[] {
    return utf8Literals(...this.#words.filter((word) => !isAscii(word)).flatMap(inCases));
  }
}

function escaped(word: string): string {
  const plain = word.trimEnd().replaceAll(/[.()]/g, String.raw`\$&`);
  return word.endsWith(" ") ? `${plain}(?![${letters}])` : plain;
}

function isAscii(word: string): boolean {
  return /^[ -~]+$/.test(word);
}
