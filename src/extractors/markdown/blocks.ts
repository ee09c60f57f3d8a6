import type { Range } from "../../model/range.ts";
import { frontMatterAt } from "./front-matter.ts";
import { Gaps } from "./gaps.ts";
import { htmlStartAt, type HtmlEnd } from "./html-block.ts";
import { Line } from "./line.ts";
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
  /** The one that is read. */
  readonly #line: Line;
  readonly #gaps: Gaps;

  constructor(text: string, { isMdx }: Dialect) {
    this.#text = text;
    this.#isMdx = isMdx;
    this.#line = new Line(text);
    this.#gaps = new Gaps(text);
  }

  *[Symbol.iterator](): Generator<Block> {
    const text = this.#text;
    let start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    const frontMatter = frontMatterAt(text, start);
    if (frontMatter !== undefined) {
      this.#done.push({ kind: "front matter", lines: frontMatter.lines, isFootnote: false });
      start = frontMatter.end;
    }
    for (; start < text.length; start = this.#line.end + 1) {
      this.#line.begin(start);
      this.#readLine();
      if (this.#done.length > 0) yield* this.#done.splice(0);
      if (this.#row !== undefined) yield* this.#cells(this.#row);
    }
    this.#close();
    yield* this.#done;
  }

  /** Goes on nearer to a place, if nothing between here and there can be open there. */
  skipTo(place: number): void {
    const line = this.#line;
    const leaf = this.#leaf?.kind ?? "paragraph";
    if (this.#isMdx || place - line.end < worthSkipping || (leaf !== "paragraph" && leaf !== "table")) return;
    const gap = this.#gaps.lastBetween(line.end, place);
    if (gap === -1) return;
    this.#leave(0);
    line.end = gap;
  }

  #readLine(): void {
    const matched = this.#enterContainers();
    const all = matched === this.#containers.length;
    const leaf = this.#leaf;
    if (all && leaf !== undefined && this.#continueRaw(leaf)) return;
    this.#line.skipSpace();
    if (this.#line.isBlank) {
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
    const line = this.#line;
    let matched = 0;
    for (const { kind, width } of this.#containers) {
      line.skipSpace();
      const indent = line.indent;
      if (kind === "quote") {
        if (indent > 3 || this.#text.charCodeAt(line.at) !== 62) break;
        line.enterQuote();
      } else if (indent >= width) line.base += width;
      else if (!line.isBlank) break;
      matched++;
    }
    return matched;
  }

  /** A blank line leaves items and footnotes open, and ends quotes. */
  #lastItem(): number {
    const quote = this.#containers.findLastIndex(({ kind }) => kind === "quote");
    return quote === -1 ? this.#containers.length : 0;
  }

  /** A line of what has no blocks in it. */
  #continueRaw(leaf: Leaf): boolean {
    const line = this.#line;
    const { kind } = leaf;
    if (kind === "code" && leaf.fence !== undefined) {
      const { mark, length } = leaf.fence;
      const start = line.at;
      line.skipSpace();
      if (line.indent <= 3 && isFence(this.#text, line.at, line.end, { mark, length })) this.#close();
      else this.#addCode(leaf, start);
      return true;
    }
    if (kind === "html" && leaf.htmlEnd !== undefined) {
      const start = line.at;
      if (leaf.htmlEnd.isBlank) {
        line.skipSpace();
        if (line.isBlank) return false;
      }
      this.#add(leaf, { start, end: line.end });
      if (leaf.htmlEnd.isIn(this.#text.slice(start, line.end))) this.#close();
      return true;
    }
    if (kind === "import" || kind === "export") {
      const start = line.at;
      line.skipSpace();
      if (line.isBlank) return false;
      this.#add(leaf, { start, end: line.end });
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
    const line = this.#line;
    if (this.#containers.length === 0 && opened !== undefined) {
      const next = this.#text.indexOf(opened.mark.repeat(3), line.at);
      const last = next === -1 ? this.#text.length : this.#text.lastIndexOf("\n", next);
      if (last > line.end) line.end = last;
    }
    lines[0] = { start: lines[0]?.start ?? start, end: line.end };
  }

  #addExpression(leaf: Leaf): void {
    const line = this.#line;
    this.#add(leaf, { start: line.at, end: line.end });
    for (let at = line.at; at < line.end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 123) leaf.braces++;
      else if (code === 125) leaf.braces--;
    }
    if (leaf.braces <= 0) this.#close();
  }

  /** A quote, an item of a list or a footnote that begins there. @param isIn whether the line is in all that are open */
  #openContainer(depth: number, isIn: boolean): boolean {
    const line = this.#line;
    if (depth >= deepest) return false;
    line.skipSpace();
    const indent = line.indent;
    if (indent > 3 && !this.#isMdx) return false;
    const text = this.#text;
    const first = text.charCodeAt(line.at);
    if (isLetter(first)) return false;
    if (first === 62) {
      this.#leave(depth);
      line.enterQuote();
      this.#containers.push({ kind: "quote", width: 0 });
      return true;
    }
    const note = first === 91 ? line.match(footnote) : undefined;
    if (note !== undefined) {
      this.#leave(depth);
      line.advance(note[0].length);
      line.base = line.column;
      this.#containers.push({ kind: "footnote", width: 4 });
      return true;
    }
    const length = lengthOfMarker(text, line.at);
    if (length === 0 || isThematicBreak(this.#text, line.at, line.end)) return false;
    const interrupts = isIn && this.#leaf?.kind === "paragraph";
    if (
      interrupts &&
      ((length > 1 && text.slice(line.at, line.at + length - 1) !== "1") || line.rest.end === line.at + length)
    )
      return false;
    this.#leave(depth);
    const base = line.base;
    line.advance(length);
    const behind = line.column;
    line.skipSpace();
    const spaces = line.column - behind;
    const isEmpty = line.isBlank;
    line.base = isEmpty || spaces > 4 ? behind + 1 : line.column;
    this.#containers.push({ kind: "item", width: line.base - base });
    return true;
  }

  #readLeaf(depth: number, isIn: boolean): void {
    const line = this.#line;
    line.skipSpace();
    const text = this.#text;
    const at = line.at;
    const indent = line.indent;
    const leaf = this.#leaf;
    const isParagraph = leaf?.kind === "paragraph";
    if (line.isBlank) return this.#leave(depth);
    if (indent > 3 && !this.#isMdx) {
      if (isParagraph) return this.#add(leaf, line.rest);
      if (isIn && leaf?.kind === "code") return this.#addCode(leaf, at);
      this.#leave(depth);
      this.#leaf = { kind: "code", lines: [line.rest], braces: 0 };
      return;
    }
    const isPlain = isLetter(text.charCodeAt(at));
    if (isPlain && isParagraph) return this.#add(leaf, line.rest);
    if (!isPlain && this.#readMarks(depth, isIn)) return;
    if (this.#isMdx && !isParagraph && leaf?.kind !== "table" && this.#readProgram(depth)) return;
    if (isIn && leaf?.kind === "table") {
      this.#row = line.rest;
      return;
    }
    if (isIn && isParagraph && this.#beginsTable(leaf)) return;
    if (isParagraph) return this.#add(leaf, line.rest);
    this.#open(depth, { kind: "paragraph", lines: [line.rest] });
  }

  /** A line that its first characters tell: whether it is one. */
  #readMarks(depth: number, isIn: boolean): boolean {
    const line = this.#line;
    const text = this.#text;
    const at = line.at;
    const leaf = this.#leaf;
    const isParagraph = leaf?.kind === "paragraph";
    switch (text.charAt(at)) {
      case "#": {
        const marks = line.match(heading)?.[0];
        if (marks === undefined) return false;
        this.#open(depth, { kind: "heading", lines: [{ start: at + marks.length, end: line.rest.end }] });
        this.#close();
        return true;
      }
      case "`":
      case "~": {
        const marks = line.match(fence)?.[0];
        if (marks === undefined) return false;
        const info = { start: at + marks.length, end: Math.max(at + marks.length, line.rest.end) };
        this.#open(depth, { kind: "code", lines: [], info, fence: { mark: marks.charAt(0), length: marks.length } });
        return true;
      }
      case "<": {
        const htmlEnd = this.#isMdx ? undefined : htmlStartAt(text, at, line.end, isParagraph);
        if (htmlEnd === undefined) return false;
        this.#open(depth, { kind: "html", lines: [line.rest], htmlEnd });
        if (htmlEnd.isIn(text.slice(at, line.end))) this.#close();
        return true;
      }
      case "=":
      case "-":
        if (isIn && isParagraph && isUnderline(text, at, line.end)) {
          this.#leaf = { ...leaf, kind: "heading" };
          this.#close();
          return true;
        }
    }
    if (!isThematicBreak(this.#text, line.at, line.end)) return false;
    this.#leave(depth);
    return true;
  }

  /** A line of MDX in which a program or an expression begins. */
  #readProgram(depth: number): boolean {
    const line = this.#line;
    const word = depth === 0 ? line.match(program)?.[0] : undefined;
    if (word !== undefined) {
      this.#open(depth, { kind: word === "import" ? "import" : "export", lines: [line.rest] });
      return true;
    }
    if (this.#text.charCodeAt(line.at) !== 123) return false;
    if (expressionInLine.test(this.#text.slice(line.at, line.end))) return false;
    this.#addExpression(this.#open(depth, { kind: "expression", lines: [] }));
    return true;
  }

  #open(depth: number, next: Omit<Leaf, "braces">): Leaf {
    this.#leave(depth);
    return (this.#leaf = { ...next, braces: 0 });
  }

  /** The line before is the head of the table. */
  #beginsTable({ lines }: Leaf): boolean {
    const line = this.#line;
    const head = lines.at(-1);
    if (head === undefined || !/[|:-]/.test(this.#text.charAt(line.at)) || line.match(delimiterRow) === undefined)
      return false;
    if (countOfCells(this.#text, head) !== countOfCells(this.#text, line.rest)) return false;
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
}
