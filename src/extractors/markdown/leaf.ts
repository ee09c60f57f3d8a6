import type { Range } from "../../model/range.ts";
import type { Block } from "./block.ts";
import type { HtmlEnd } from "./html-block.ts";
import type { Line } from "./line.ts";
import { type Fence, isFence } from "./marks.ts";

/** A block that is open: what lines are added to. */
export interface Leaf {
  readonly kind: Block["kind"] | "table";
  readonly lines: Range[];
  readonly info?: Range;
  /** Of a fenced code block. */
  readonly fence?: Fence;
  readonly htmlEnd?: HtmlEnd;
  /** How many braces of an expression are open. */
  braces: number;
}

/** What a line is to an open block: a part of it, its end, or nothing. */
export type Continuation = "part" | "end" | "none";

/**
 * Adds a line to a block whose lines are taken as they stand: code, HTML, programs.
 * @param inContainer whether they stand in a list, a quote or a footnote
 */
export function continueRaw(leaf: Leaf, text: string, line: Line, inContainer: boolean): Continuation {
  const { kind, fence, htmlEnd } = leaf;
  const start = line.at;
  if (kind === "code" && fence !== undefined) {
    line.skipSpace();
    if (line.indent <= 3 && isFence(text, line.at, line.end, fence)) return "end";
    if (!inContainer) skipCode(fence, text, line);
    addCode(leaf, start, line.end);
    return "part";
  }
  if (kind === "html" && htmlEnd !== undefined) {
    if (htmlEnd.isBlank) {
      line.skipSpace();
      if (line.isBlank) return "none";
    }
    leaf.lines.push({ start, end: line.end });
    return htmlEnd.isIn(text.slice(start, line.end)) ? "end" : "part";
  }
  if (kind === "import" || kind === "export") {
    line.skipSpace();
    if (line.isBlank) return "none";
    leaf.lines.push({ start, end: line.end });
    return "part";
  }
  return kind === "expression" ? addExpression(leaf, text, line) : "none";
}

/** Goes to the line before the next one that could close the block: no line between need be looked at. */
function skipCode({ mark }: Fence, text: string, line: Line): void {
  const next = text.indexOf(mark.repeat(3), line.at);
  const last = next === -1 ? text.length : text.lastIndexOf("\n", next);
  if (last > line.end) line.end = last;
}

/** Code is one range, whatever its lines are. */
export function addCode({ lines }: Leaf, start: number, end: number): void {
  lines[0] = { start: lines[0]?.start ?? start, end };
}

/** An expression ends in the line in which its braces are closed. */
export function addExpression(leaf: Leaf, text: string, line: Line): Continuation {
  leaf.lines.push({ start: line.at, end: line.end });
  for (let at = line.at; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) leaf.braces++;
    else if (code === 125) leaf.braces--;
  }
  return leaf.braces <= 0 ? "end" : "part";
}
