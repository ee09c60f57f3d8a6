import type { Range } from "../../model/range.ts";
import { frontMatterAt } from "./front-matter.ts";
import { htmlStartAt, type HtmlEnd } from "./html-block.ts";
import {
  type Fence,
  fence,
  footnote,
  heading,
  isFence,
  isLetter,
  isThematicBreak,
  isUnderline,
  lengthOfMarker,
  program,
} from "./marks.ts";
import { cellsOf, countOfCells, delimiterRow } from "./table.ts";

/** A stretch of lines of one kind, as CommonMark 0.31 and GitHub's tables, footnotes and front matter have them. Offsets count bytes. */
export interface Block {
  readonly kind:
    | "front matter"
    | "paragraph"
    | "heading"
    | "table cell"
    | "code"
    | "html"
    | "import"
    | "export"
    | "expression";
  /** What is in it line by line, without the marks of quotes and lists before it and without line breaks. */
  readonly lines: readonly Range[];
  /** What stands behind the fence of a code block. */
  readonly info?: Range;
  readonly isFootnote: boolean;
}

/** How Markdown is written: MDX has no HTML and no indented code, and has programs. */
export interface Dialect {
  readonly isMdx: boolean;
  /** Whether every mark counts, also one between words: what is said in several words can have marks around some of them. */
  readonly isTalk?: true;
}

interface Container {
  readonly kind: "quote" | "item" | "footnote";
  /** By how many columns what is in it stands further in. */
  readonly width: number;
}

/** What lines are added to. */
interface Leaf {
  readonly kind: Block["kind"] | "table";
  readonly lines: Range[];
  readonly info?: Range;
  /** Of a fenced code block. */
  readonly fence?: Fence;
  readonly htmlEnd?: HtmlEnd;
  /** How many braces of an expression are open. */
  braces: number;
}

/** More in each other are text. */
const deepest = 100;

/** What has more lines is given in pieces. */
const mostLines = 1 << 16;

const worthSkipping = 512;

/** What can be open behind a blank line, or begin with what is. */
const staysOpen = /```|~~~|<(?:!|\?|pre|script|style|textarea)/gi;

/** With text behind it, so that it stands in a paragraph. */
const expressionInLine = /^\{[^{}]*\}[ \t]*[^ \t\r]/;

/** The blocks of a text, one behind the other. Work and memory grow as the text does, whatever it is. @param text one character for a byte */
export class Blocks {
  readonly #text: string;
  readonly #isMdx: boolean;
  readonly #containers: Container[] = [];
  #leaf: Leaf | undefined;
  readonly #done: Block[] = [];
  /** A row of a table, whose cells are given one by one. */
  #row: Range | undefined;
  /** Of the line that is read: where it goes on and ends, the column there, and the column at which the innermost container begins. */
  #at = 0;
  #end = 0;
  #column = 0;
  #base = 0;
  /** Where the next of what can stay open behind a blank line begins. */
  #hindrance = -1;
  /** What ends a line before a blank one, and that one. */
  readonly #blankLine: string;
  /** Where the last blank line ends before a place, and that place: it is asked for once for each block before it. */
  #gap = -1;
  #gapBefore = -1;

  constructor(text: string, { isMdx }: Dialect) {
    this.#text = text;
    this.#isMdx = isMdx;
    this.#blankLine = text.charCodeAt(text.indexOf("\n") - 1) === 13 ? "\n\r\n" : "\n\n";
  }

  *[Symbol.iterator](): Generator<Block> {
    const text = this.#text;
    let start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    const frontMatter = frontMatterAt(text, start);
    if (frontMatter !== undefined) {
      this.#done.push({ kind: "front matter", lines: frontMatter.lines, isFootnote: false });
      start = frontMatter.end;
    }
    for (; start < text.length; start = this.#end + 1) {
      const end = text.indexOf("\n", start);
      this.#end = end === -1 ? text.length : end;
      this.#at = start;
      this.#column = 0;
      this.#base = 0;
      this.#readLine();
      if (this.#done.length > 0) yield* this.#done.splice(0);
      if (this.#row !== undefined) yield* this.#cells(this.#row);
    }
    this.#close();
    yield* this.#done;
  }

  /**
   * Goes on nearer to a place, if nothing between here and there can be open there: behind a blank line with a line that is not indented, every
   * block is closed but code between fences and some HTML.
   */
  skipTo(place: number): void {
    const text = this.#text;
    const leaf = this.#leaf?.kind ?? "paragraph";
    if (this.#isMdx || place - this.#end < worthSkipping || (leaf !== "paragraph" && leaf !== "table")) return;
    if (this.#gapBefore !== place) {
      this.#gap = this.#endOfGap(place);
      this.#gapBefore = place;
    }
    if (this.#gap <= this.#end) return;
    if (this.#hindrance < this.#end) {
      staysOpen.lastIndex = this.#end;
      this.#hindrance = staysOpen.exec(text)?.index ?? Infinity;
    }
    if (this.#hindrance < this.#gap) return;
    this.#leave(0);
    this.#end = this.#gap;
  }

  /** Where the last blank line ends before a place that has a line behind it which is not indented; -1 where none is in sight. */
  #endOfGap(place: number): number {
    const ahead = this.#text.slice(this.#end, place);
    const gap = this.#blankLine;
    let at = ahead.length;
    for (let tries = 0; tries < 20; tries++) {
      at = at > 0 ? ahead.lastIndexOf(gap, at - 1) : -1;
      if (at === -1) return -1;
      const next = this.#end + at + gap.length;
      if (next < place && this.#text.charCodeAt(next) > 32) return next - 1;
    }
    return -1;
  }

  #readLine(): void {
    const matched = this.#enterContainers();
    const all = matched === this.#containers.length;
    const leaf = this.#leaf;
    if (all && leaf !== undefined && this.#continueRaw(leaf)) return;
    this.#skipSpace();
    if (this.#isBlank()) {
      if (leaf?.kind !== "code" || leaf.fence !== undefined) this.#close();
      this.#containers.length = Math.max(matched, this.#lastItem());
      return;
    }
    let depth = matched;
    for (;;) {
      const opened = this.#openContainer(depth, depth === this.#containers.length);
      if (!opened) break;
      depth++;
    }
    this.#readLeaf(depth, all && depth === matched);
  }

  /** Goes into the containers that are open, as far as the line is in them. */
  #enterContainers(): number {
    let matched = 0;
    for (const { kind, width } of this.#containers) {
      this.#skipSpace();
      const indent = this.#column - this.#base;
      if (kind === "quote") {
        if (indent > 3 || this.#text.charCodeAt(this.#at) !== 62) break;
        this.#enterQuote();
      } else if (indent >= width) this.#base += width;
      else if (!this.#isBlank()) break;
      matched++;
    }
    return matched;
  }

  #enterQuote(): void {
    this.#base = ++this.#column;
    const next = this.#text.charCodeAt(++this.#at);
    if (next === 32 || next === 9) this.#base++;
  }

  /** A blank line leaves items and footnotes open, and ends quotes. */
  #lastItem(): number {
    const quote = this.#containers.findLastIndex(({ kind }) => kind === "quote");
    return quote === -1 ? this.#containers.length : 0;
  }

  /** A line of what has no blocks in it. */
  #continueRaw(leaf: Leaf): boolean {
    const { kind } = leaf;
    if (kind === "code" && leaf.fence !== undefined) {
      const { mark, length } = leaf.fence;
      const start = this.#at;
      this.#skipSpace();
      if (this.#column - this.#base <= 3 && isFence(this.#text, this.#at, this.#end, { mark, length })) this.#close();
      else this.#addCode(leaf, start);
      return true;
    }
    if (kind === "html" && leaf.htmlEnd !== undefined) {
      const start = this.#at;
      if (leaf.htmlEnd.isBlank) {
        this.#skipSpace();
        if (this.#isBlank()) return false;
      }
      this.#add(leaf, { start, end: this.#end });
      if (leaf.htmlEnd.isIn(this.#text.slice(start, this.#end))) this.#close();
      return true;
    }
    if (kind === "import" || kind === "export") {
      const start = this.#at;
      this.#skipSpace();
      if (this.#isBlank()) return false;
      this.#add(leaf, { start, end: this.#end });
      return true;
    }
    if (kind === "expression") {
      this.#addExpression(leaf);
      return true;
    }
    return false;
  }

  /** Code is one range, whatever its lines are. Outside of lists and quotes only a line that could be its end is looked at. */
  #addCode({ lines, fence: opened }: Leaf, start: number): void {
    if (this.#containers.length === 0 && opened !== undefined) {
      const next = this.#text.indexOf(opened.mark.repeat(3), this.#at);
      const last = next === -1 ? this.#text.length : this.#text.lastIndexOf("\n", next);
      if (last > this.#end) this.#end = last;
    }
    lines[0] = { start: lines[0]?.start ?? start, end: this.#end };
  }

  #addExpression(leaf: Leaf): void {
    this.#add(leaf, { start: this.#at, end: this.#end });
    for (let at = this.#at; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 123) leaf.braces++;
      else if (code === 125) leaf.braces--;
    }
    if (leaf.braces <= 0) this.#close();
  }

  /** A quote, an item of a list or a footnote that begins there. @param isIn whether the line is in all that are open */
  #openContainer(depth: number, isIn: boolean): boolean {
    if (depth >= deepest) return false;
    this.#skipSpace();
    const indent = this.#column - this.#base;
    if (indent > 3 && !this.#isMdx) return false;
    const text = this.#text;
    const first = text.charCodeAt(this.#at);
    if (isLetter(first)) return false;
    if (first === 62) {
      this.#leave(depth);
      this.#enterQuote();
      this.#containers.push({ kind: "quote", width: 0 });
      return true;
    }
    const note = first === 91 ? this.#is(footnote) : undefined;
    if (note !== undefined) {
      this.#leave(depth);
      this.#advance(note[0].length);
      this.#base = this.#column;
      this.#containers.push({ kind: "footnote", width: 4 });
      return true;
    }
    const length = lengthOfMarker(text, this.#at);
    if (length === 0 || isThematicBreak(this.#text, this.#at, this.#end)) return false;
    const interrupts = isIn && this.#leaf?.kind === "paragraph";
    if (
      interrupts &&
      ((length > 1 && text.slice(this.#at, this.#at + length - 1) !== "1") || this.#rest().end === this.#at + length)
    )
      return false;
    this.#leave(depth);
    const base = this.#base;
    this.#advance(length);
    const behind = this.#column;
    this.#skipSpace();
    const spaces = this.#column - behind;
    const isEmpty = this.#isBlank();
    this.#base = isEmpty || spaces > 4 ? behind + 1 : this.#column;
    this.#containers.push({ kind: "item", width: this.#base - base });
    return true;
  }

  #readLeaf(depth: number, isIn: boolean): void {
    this.#skipSpace();
    const text = this.#text;
    const at = this.#at;
    const indent = this.#column - this.#base;
    const leaf = this.#leaf;
    const isParagraph = leaf?.kind === "paragraph";
    if (this.#isBlank()) return this.#leave(depth);
    if (indent > 3 && !this.#isMdx) {
      if (isParagraph) return this.#add(leaf, this.#rest());
      if (isIn && leaf?.kind === "code") return this.#addCode(leaf, at);
      this.#leave(depth);
      this.#leaf = { kind: "code", lines: [this.#rest()], braces: 0 };
      return;
    }
    const isPlain = isLetter(text.charCodeAt(at));
    if (isPlain && isParagraph) return this.#add(leaf, this.#rest());
    if (!isPlain && this.#readMarks(depth, isIn)) return;
    if (this.#isMdx && !isParagraph && leaf?.kind !== "table" && this.#readProgram(depth)) return;
    if (isIn && leaf?.kind === "table") return void (this.#row = this.#rest());
    if (isIn && isParagraph && this.#beginsTable(leaf)) return;
    if (isParagraph) return this.#add(leaf, this.#rest());
    this.#open(depth, { kind: "paragraph", lines: [this.#rest()] });
  }

  /** A line that its first characters tell: whether it is one. */
  #readMarks(depth: number, isIn: boolean): boolean {
    const text = this.#text;
    const at = this.#at;
    const leaf = this.#leaf;
    const isParagraph = leaf?.kind === "paragraph";
    switch (text.charAt(at)) {
      case "#": {
        const marks = this.#is(heading)?.[0];
        if (marks === undefined) return false;
        this.#open(depth, { kind: "heading", lines: [{ start: at + marks.length, end: this.#rest().end }] });
        this.#close();
        return true;
      }
      case "`":
      case "~": {
        const marks = this.#is(fence)?.[0];
        if (marks === undefined) return false;
        const info = { start: at + marks.length, end: Math.max(at + marks.length, this.#rest().end) };
        this.#open(depth, { kind: "code", lines: [], info, fence: { mark: marks.charAt(0), length: marks.length } });
        return true;
      }
      case "<": {
        const htmlEnd = this.#isMdx ? undefined : htmlStartAt(text, at, this.#end, isParagraph);
        if (htmlEnd === undefined) return false;
        this.#open(depth, { kind: "html", lines: [this.#rest()], htmlEnd });
        if (htmlEnd.isIn(text.slice(at, this.#end))) this.#close();
        return true;
      }
      case "=":
      case "-":
        if (isIn && isParagraph && isUnderline(text, at, this.#end)) {
          this.#leaf = { ...leaf, kind: "heading" };
          this.#close();
          return true;
        }
    }
    if (!isThematicBreak(this.#text, this.#at, this.#end)) return false;
    this.#leave(depth);
    return true;
  }

  /** A line of MDX in which a program or an expression begins. */
  #readProgram(depth: number): boolean {
    const word = depth === 0 ? this.#is(program)?.[0] : undefined;
    if (word !== undefined) {
      this.#open(depth, { kind: word === "import" ? "import" : "export", lines: [this.#rest()] });
      return true;
    }
    if (this.#text.charCodeAt(this.#at) !== 123) return false;
    if (expressionInLine.test(this.#text.slice(this.#at, this.#end))) return false;
    this.#addExpression(this.#open(depth, { kind: "expression", lines: [] }));
    return true;
  }

  #open(depth: number, next: Omit<Leaf, "braces">): Leaf {
    this.#leave(depth);
    return (this.#leaf = { ...next, braces: 0 });
  }

  /** The line before is the head of the table. */
  #beginsTable({ lines }: Leaf): boolean {
    const head = lines.at(-1);
    if (head === undefined || !/[|:-]/.test(this.#text.charAt(this.#at)) || this.#is(delimiterRow) === undefined)
      return false;
    if (countOfCells(this.#text, head) !== countOfCells(this.#text, this.#rest())) return false;
    if (lines.length > 1) this.#give("paragraph", lines.slice(0, -1));
    this.#leaf = { kind: "table", lines: [], braces: 0 };
    this.#row = head;
    return true;
  }

  *#cells(row: Range): Generator<Block> {
    this.#row = undefined;
    const isFootnote = this.#isInFootnote();
    for (const cell of cellsOf(this.#text, row)) yield { kind: "table cell", lines: [cell], isFootnote };
  }

  #add({ kind, lines, info }: Leaf, line: Range): void {
    if (kind !== "table" && lines.length === mostLines) this.#give(kind, lines.splice(0), info);
    lines.push(line);
  }

  /** Closes what the line is not in. */
  #leave(depth: number): void {
    this.#close();
    this.#containers.length = Math.min(this.#containers.length, depth);
  }

  #close(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf !== undefined && leaf.kind !== "table") this.#give(leaf.kind, leaf.lines, leaf.info);
  }

  #give(kind: Block["kind"], lines: readonly Range[], info?: Range): void {
    const isFootnote = this.#isInFootnote();
    this.#done.push(info === undefined ? { kind, lines, isFootnote } : { kind, lines, info, isFootnote });
  }

  #isInFootnote(): boolean {
    return this.#containers.length > 0 && this.#containers.some(({ kind }) => kind === "footnote");
  }

  /** What is left of the line, without spaces at its end. */
  #rest(): Range {
    let end = this.#end;
    while (end > this.#at && this.#text.charCodeAt(end - 1) <= 32) end--;
    return { start: this.#at, end };
  }

  /** Whether nothing more stands in the line, behind spaces. */
  #isBlank(): boolean {
    return this.#at >= this.#end || (this.#at === this.#end - 1 && this.#text.charCodeAt(this.#at) === 13);
  }

  #is(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? undefined;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 32) this.#column++;
      else if (code === 9) this.#column += 4 - (this.#column % 4);
      else return;
      this.#at++;
    }
  }

  #advance(by: number): void {
    this.#at += by;
    this.#column += by;
  }
}
