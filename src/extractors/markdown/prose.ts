import type { Range } from "../../model/range.ts";
import type { Segment } from "../../model/segment.ts";
import { type Part, Unparsed } from "../format.ts";
import { referenceAt } from "../html/references.ts";
import { textsIn } from "../html/texts.ts";
import { Written } from "../html/written.ts";
import type { Block, Dialect } from "./block.ts";
import { Blocks } from "./blocks.ts";
import { type Edit, inlineOf, type Setting } from "./inline.ts";
import { type Joined, joinedPieces } from "./joined.ts";
import { labelsIn, mostLabels } from "./labels.ts";
import type { Signs } from "./sign.ts";

/** So much is given at once, in bytes. */
const most = 1 << 18;

/** So many pieces of markup are read at once. */
const mostMarkup = 1 << 16;

const language = { isXml: false, charset: {} };

/**
 * What a reader of Markdown sees and what does not stand so in its bytes: paragraphs, headings and cells that are joined over marks, links
 * and comments, and what is written with escapes and references; and what its HTML is read as.
 * @param text the same, one character for a byte
 */
export function* proseOf(whole: Part & Segment, text: string, signs: Signs, dialect: Dialect): Generator<Part> {
  const written = new Written();
  let setting: Setting | undefined;
  const markup: Range[] = [];
  const blocks = new Blocks(text, dialect);
  for (const { kind, lines } of blocks) {
    const behind = lines.at(-1)?.end ?? 0;
    if (behind <= signs.next) {
      if (signs.next === Infinity) break;
      blocks.skipTo(signs.next);
      continue;
    }
    if (kind === "html") for (const range of joinedLines(text, lines)) if (signs.isIn(range)) markup.push(range);
    if (kind !== "paragraph" && kind !== "heading" && kind !== "table cell") continue;
    if (!signs.isIn({ start: lines[0]?.start ?? 0, end: behind })) continue;
    setting ??= { ...dialect, labels: labelsIn(text) };
    for (const joined of joinedPieces(text, lines)) {
      const to = new Prose(written, whole.bytes, joined);
      const { edits, resources, alternatives, spans } = inlineOf(joined.text, setting);
      if (dialect.isTalk === true ? edits.length > 0 : isOther(joined.text, edits))
        to.write({ start: 0, end: joined.text.length }, edits);
      for (const { start, end, edits: inner } of alternatives) if (inner.length > 0) to.write({ start, end }, inner);
      for (const { target, title } of resources) for (const range of [target, title]) if (range) to.writeSpelled(range);
      for (const span of spans)
        if (span.kind === "html" || span.kind === "comment") markup.push(...withReferences(joined, span));
      if (written.length > most) yield written.part(whole);
    }
    if (markup.length > mostMarkup) yield* textsIn(whole, markup.splice(0), language);
  }
  if (written.length > 0) yield written.part(whole);
  if (markup.length > 0) yield* textsIn(whole, markup, language);
  if (setting?.labels.size === mostLabels)
    throw new Unparsed("links in it were not read behind its first 262,144 labels");
}

const letter = /[\w\x80-\xff]/;
const ofToken = /[\w\x80-\xff.@:/+=#%$-]/;

/** Whether marks stand where a reader sees one word, or what is written as something else. */
function isOther(text: string, edits: readonly Edit[]): boolean {
  let start = 0;
  let isLong = false;
  for (const [index, edit] of edits.entries()) {
    const { kind, end } = edit;
    if (kind === "reference") return true;
    if (kind === "escape" && (letter.test(text.charAt(edit.start - 1)) || letter.test(text.charAt(end + 1))))
      return true;
    const isFirst = index === 0 || edits[index - 1]?.end !== edit.start;
    if (isFirst) {
      ({ start } = edit);
      isLong = false;
    }
    isLong ||= edit.isLong === true;
    if (kind === "break" || edits[index + 1]?.start === end) continue;
    // To a detector it is a part of the word that it emphasizes.
    if (text.charAt(edit.start) === "_") return true;
    if (ofToken.test(text.charAt(start - 1)) && ofToken.test(text.charAt(end))) return true;
    if (isLong && letter.test(besides(text, start, -1)) && letter.test(besides(text, end, 1))) return true;
  }
  return false;
}

/** The character before or behind a place, with a space between or without. */
function besides(text: string, at: number, step: 1 | -1): string {
  const first = step === 1 ? at : at - 1;
  return /\s/.test(text.charAt(first)) ? text.charAt(first + step) : text.charAt(first);
}

const spelled = /\\(?=[!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g;
const newline = Buffer.from("\n");

/** Writes pieces of a block as they are read. */
class Prose {
  readonly #to: Written;
  readonly #bytes: Buffer;
  readonly #joined: Joined;

  constructor(to: Written, bytes: Buffer, joined: Joined) {
    this.#to = to;
    this.#bytes = bytes;
    this.#joined = joined;
  }

  write({ start, end }: Range, edits: readonly Edit[]): void {
    let at = start;
    for (const edit of edits) {
      this.#copy(at, edit.start);
      if (edit.kind === "reference") this.#decode(edit);
      else if (edit.kind === "break") this.#break(edit.start);
      at = Math.max(at, edit.end);
    }
    this.#copy(at, end);
    // A line break alone would join what stands in it with the next.
    this.#break(end);
    this.#break(end);
  }

  /** A target or a title, where it has escapes or references. */
  writeSpelled({ start, end }: Range): void {
    const edits: Edit[] = [];
    for (const { 0: written, index } of this.#joined.text.slice(start, end).matchAll(spelled)) {
      const place = { start: start + index, end: start + index + written.length };
      edits.push({ kind: written === "\\" ? "escape" : "reference", ...place });
    }
    if (edits.length > 0) this.write({ start, end }, edits);
  }

  #copy(from: number, to: number): void {
    for (const { start, end, isBroken } of this.#joined.pieces({ start: from, end: to })) {
      this.#to.copy(this.#bytes, start, end, start);
      if (isBroken) this.#to.put(newline, end, end + 1);
    }
  }

  #decode({ start, end }: Range): void {
    const place = this.#joined.toSource(start);
    const reference = referenceAt(this.#bytes, place, place + end - start, "text");
    if (reference === undefined) this.#copy(start, end);
    else this.#to.put(reference.text, place, place + reference.length);
  }

  #break(at: number): void {
    const place = this.#joined.toSource(at);
    this.#to.put(newline, place, place + 1);
  }
}

/** What is read as HTML: tags and comments in which something is written otherwise. */
function* withReferences(joined: Joined, span: Range): Generator<Range> {
  if (!/.[<&]/.test(joined.text.slice(span.start, span.end))) return;
  yield { start: joined.toSource(span.start), end: joined.toSource(span.end - 1) + 1 };
}

/** Lines that only their line break separates are read as one piece. */
function* joinedLines(text: string, lines: Block["lines"]): Generator<Range> {
  let open: Range | undefined;
  for (const line of lines) {
    const goesOn = open !== undefined && /^\r?\n[ \t]*$/.test(text.slice(open.end, line.start));
    if (open !== undefined && !goesOn) yield open;
    open = { start: goesOn && open !== undefined ? open.start : line.start, end: line.end };
  }
  if (open !== undefined) yield open;
}
