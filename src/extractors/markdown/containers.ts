import type { Line } from "./line.ts";
import { footnote, isLetter, isThematicBreak, lengthOfMarker } from "./marks.ts";

/** What has blocks in it. */
interface Container {
  readonly kind: "quote" | "item" | "footnote";
  /** By how many columns what is in it stands further in. */
  readonly width: number;
}

/** The mark that a container begins with. */
interface Mark extends Pick<Container, "kind"> {
  /** In characters. */
  readonly length: number;
}

/** More in each other are text. */
const deepest = 100;

/** The quotes, items of lists and footnotes that are open, each in the one before. */
export class Containers {
  readonly #text: string;
  readonly #line: Line;
  readonly #isMdx: boolean;
  readonly #open: Container[] = [];

  /** @param line of the text, the one that is read */
  constructor(text: string, line: Line, isMdx: boolean) {
    this.#text = text;
    this.#line = line;
    this.#isMdx = isMdx;
  }

  get count(): number {
    return this.#open.length;
  }

  get isInFootnote(): boolean {
    return this.#open.some(({ kind }) => kind === "footnote");
  }

  /** Goes into those that are open, as far as the line is in them, and tells in how many it is. */
  enter(): number {
    const line = this.#line;
    let entered = 0;
    for (const { kind, width } of this.#open) {
      line.skipSpace();
      const indent = line.indent;
      if (kind === "quote") {
        if (indent > 3 || this.#text.charCodeAt(line.at) !== 62) break;
        line.enterQuote();
      } else if (indent >= width) line.base += width;
      else if (!line.isBlank) break;
      entered++;
    }
    return entered;
  }

  leave(depth: number): void {
    this.#open.length = Math.min(this.#open.length, depth);
  }

  /** A blank line leaves items and footnotes open, and ends quotes. @param entered in how many of them it is */
  leaveAtBlank(entered: number): void {
    if (this.#open.some(({ kind }) => kind === "quote")) this.leave(entered);
  }

  /**
   * The mark of one that begins where the line goes on.
   * @param depth in how many it would be
   * @param inParagraph whether the line could go on a paragraph
   */
  markAt(depth: number, inParagraph: boolean): Mark | undefined {
    const line = this.#line;
    if (depth >= deepest) return undefined;
    line.skipSpace();
    if (line.indent > 3 && !this.#isMdx) return undefined;
    const text = this.#text;
    const first = text.charCodeAt(line.at);
    if (isLetter(first)) return undefined;
    if (first === 62) return { kind: "quote", length: 1 };
    const note = first === 91 ? line.match(footnote) : undefined;
    if (note !== undefined) return { kind: "footnote", length: note[0].length };
    const length = lengthOfMarker(text, line.at);
    if (length === 0 || isThematicBreak(text, line.at, line.end)) return undefined;
    return inParagraph && !this.#mayInterrupt(length) ? undefined : { kind: "item", length };
  }

  /** Whether an item can stand right behind the lines of a paragraph: it has something in it, and its number is one. */
  #mayInterrupt(length: number): boolean {
    const { at, rest } = this.#line;
    return rest.end > at + length && (length === 1 || this.#text.slice(at, at + length - 1) === "1");
  }

  /** Goes into one that begins with a mark. Those that the line is not in have been left. */
  open({ kind, length }: Mark): void {
    const line = this.#line;
    if (kind === "quote") {
      line.enterQuote();
      this.#open.push({ kind, width: 0 });
      return;
    }
    const { base } = line;
    line.advance(length);
    if (kind === "footnote") {
      line.base = line.column;
      this.#open.push({ kind, width: 4 });
      return;
    }
    const behind = line.column;
    line.skipSpace();
    const isFar = line.isBlank || line.column - behind > 4;
    line.base = isFar ? behind + 1 : line.column;
    this.#open.push({ kind, width: line.base - base });
  }
}
