import type { Range } from "../../model/range.ts";

/** A line of Markdown, read from left to right. Offsets are those of the text that it stands in. */
export class Line {
  readonly #text: string;
  /** Where it goes on, and the column there. */
  at = 0;
  column = 0;
  end = 0;
  /** The column at which the innermost quote, item or footnote begins. */
  base = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to the line that begins there. */
  begin(start: number): void {
    const end = this.#text.indexOf("\n", start);
    this.end = end === -1 ? this.#text.length : end;
    this.at = start;
    this.column = 0;
    this.base = 0;
  }

  get indent(): number {
    return this.column - this.base;
  }

  /** What is left of it, without spaces at its end. */
  get rest(): Range {
    let end = this.end;
    while (end > this.at && this.#text.charCodeAt(end - 1) <= 32) end--;
    return { start: this.at, end };
  }

  /** Whether nothing more stands in it, behind spaces. */
  get isBlank(): boolean {
    return this.at >= this.end || (this.at === this.end - 1 && this.#text.charCodeAt(this.at) === 13);
  }

  /** What a sticky pattern finds where it goes on. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text) ?? undefined;
  }

  /** A tab goes to the next column that four divides. */
  skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.at);
      if (code === 32) this.column++;
      else if (code === 9) this.column += 4 - (this.column % 4);
      else return;
      this.at++;
    }
  }

  advance(by: number): void {
    this.at += by;
    this.column += by;
  }

  /** The mark of a quote, with the space behind it. */
  enterQuote(): void {
    this.base = ++this.column;
    const next = this.#text.charCodeAt(++this.at);
    if (next === 32 || next === 9) this.base++;
  }
}
