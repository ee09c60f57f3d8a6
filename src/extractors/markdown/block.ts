import type { Range } from "../../model/range.ts";

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
