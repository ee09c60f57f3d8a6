import type { Range } from "../../model/range.ts";
import type { Block, Dialect } from "./block.ts";
import { Containers } from "./containers.ts";
import { frontMatterAt } from "./front-matter.ts";
import { Gaps } from "./gaps.ts";
import { htmlStartAt } from "./html-block.ts";
import { addCode, addExpression, continueRaw, type Leaf } from "./leaf.ts";
import { Line } from "./line.ts";
import { fence, heading, isLetter, isThematicBreak, isUnderline, program } from "./marks.ts";
import { cellsOf, countOfCells, delimiterRow } from "./table.ts";

/** What has more lines is given in pieces. */
const mostLines = 1 << 16;

/** In bytes. */
const worthSkipping = 512;

/** With text behind it, so that it stands in a paragraph. */
const expressionInLine = /^\{[^{}]*\}[ \t]*[^ \t\r]/;

/** The blocks of a text, one behind the other. Work and memory grow as the text does, whatever it is. @param text one character for a byte */
export class Blocks {
  readonly #text: string;
  readonly #isMdx: boolean;
  readonly #containers: Containers;
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
    this.#containers = new Containers(text, this.#line, isMdx);
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
    const entered = this.#containers.enter();
    const isInAll = entered === this.#containers.count;
    const leaf = this.#leaf;
    if (isInAll && leaf !== undefined && this.#continueRaw(leaf)) return;
    this.#line.skipSpace();
    if (this.#line.isBlank) {
      if (leaf?.kind !== "code" || leaf.fence !== undefined) this.#close();
      this.#containers.leaveAtBlank(entered);
      return;
    }
    const depth = this.#openContainers(entered);
    this.#readLeaf(depth, isInAll && depth === entered);
  }

  /** @returns whether the line belongs to a block whose lines are taken as they stand */
  #continueRaw(leaf: Leaf): boolean {
    const continuation = continueRaw(leaf, this.#text, this.#line, this.#containers.count > 0);
    this.#givePiece(leaf);
    if (continuation === "end") this.#close();
    return continuation !== "none";
  }

  /** Those that begin in the line. @param from in how many that were open it is @returns in how many it is then */
  #openContainers(from: number): number {
    const containers = this.#containers;
    for (let depth = from; ; depth++) {
      const inParagraph = depth === containers.count && this.#leaf?.kind === "paragraph";
      const mark = containers.markAt(depth, inParagraph);
      if (mark === undefined) return depth;
      this.#leave(depth);
      containers.open(mark);
    }
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
      if (isIn && leaf?.kind === "code") return addCode(leaf, at, line.end);
      this.#open(depth, { kind: "code", lines: [line.rest] });
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
    const leaf = this.#open(depth, { kind: "expression", lines: [] });
    if (addExpression(leaf, this.#text, line) === "end") this.#close();
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
    const isFootnote = this.#containers.isInFootnote;
    for (const cell of cellsOf(this.#text, row)) yield { kind: "table cell", lines: [cell], isFootnote };
  }

  #add(leaf: Leaf, line: Range): void {
    leaf.lines.push(line);
    this.#givePiece(leaf);
  }

  #givePiece({ kind, lines, info }: Leaf): void {
    if (kind !== "table" && lines.length > mostLines) this.#give(kind, lines.splice(0, mostLines), info);
  }

  /** Closes what the line is not in. */
  #leave(depth: number): void {
    this.#close();
    this.#containers.leave(depth);
  }

  #close(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf !== undefined && leaf.kind !== "table") this.#give(leaf.kind, leaf.lines, leaf.info);
  }

  #give(kind: Block["kind"], lines: readonly Range[], info?: Range): void {
    const isFootnote = this.#containers.isInFootnote;
    this.#done.push(info === undefined ? { kind, lines, isFootnote } : { kind, lines, info, isFootnote });
  }
}
