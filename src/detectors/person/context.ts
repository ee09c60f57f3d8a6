import { matchesOf } from "../../model/matches.ts";
import type { Range } from "../../model/range.ts";
import { widthAt } from "../../model/utf8.ts";
import type { Window } from "../../model/window.ts";

/** What stands before a place on its line, as text: words in other alphabets than Latin are bytes in a window. */
export function textBefore({ bytes, text }: Window, at: number, reach: number): string {
  const start = Math.max(at - reach, 0);
  const line = text.slice(start, at).lastIndexOf("\n") + 1; // a line can be as long as the window
  return bytes.toString("utf8", start + line, at);
}

/** What stands behind a place on its line. */
export function textBehind({ bytes, text }: Window, at: number, reach: number): string {
  const line = text.slice(at, at + reach).indexOf("\n");
  return bytes.toString("utf8", at, line === -1 ? at + reach : at + line);
}

/** A match in the text of a window, and where it stands in the window itself. */
interface TextMatch {
  readonly match: RegExpExecArray;
  readonly text: string;
  readonly range: Range;
}

/**
 * All matches of patterns with the flag `g` in a window's text, of one after the other, for patterns with other letters than ASCII's.
 * @param read a text of the same length, as the detector reads it
 */
export function* matchesInText(
  { bytes }: Pick<Window, "bytes">,
  patterns: RegExp | readonly RegExp[],
  read: (text: string) => string = (text) => text,
): Generator<TextMatch> {
  const text = read(textOf(bytes));
  for (const pattern of [patterns].flat()) {
    let at = 0;
    let last = 0;
    for (const match of matchesOf(text, pattern)) {
      at += Buffer.byteLength(text.slice(last, match.index));
      last = match.index;
      yield { match, text, range: { start: at, end: at + Buffer.byteLength(match[0]) } };
    }
  }
}

/** With the ends of lines and the tabs that a string spells (`\\nBSN 136695905`), which otherwise make the next word another one. */
export function withEnds(text: string): string {
  return text.replaceAll(/\\[nrt]/g, (escape) => (escape === "\\n" ? " \n" : "  "));
}

/** What stands for a byte that belongs to no character, as of one that the window cuts: so each byte of the text is one of the window. */
const substitute = 0x1a;

function textOf(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  if (!text.includes("\uFFFD")) return text;
  const clean = Buffer.from(bytes);
  for (let at = 0; at < clean.length;) {
    const width = widthAt(clean, at);
    if (width === 0) clean[at] = substitute;
    at += Math.max(1, width);
  }
  return clean.toString("utf8");
}

/** Words that stand in rows, a bar or a line's end between them. */
export function inRows(rows: string): string[] {
  return rows
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Words in other letters than ASCII's as literals of a trigger, which are bytes: Latin-1 of their UTF-8. */
export function utf8Literals(...words: readonly string[]): string[] {
  return words.map((word) => Buffer.from(word).toString("latin1"));
}

/** What is no ASCII stands in a trigger as it is written: in the midst of a sentence, at its beginning, and all in capitals. */
export function inCases(word: string): string[] {
  const [first = ""] = word;
  const rest = word.slice(first.length).trimEnd();
  return [...new Set([first + rest, first.toUpperCase() + rest, word.trimEnd().toUpperCase()])];
}

/** Words beyond ASCII, in their cases, as a pattern of the bytes that windows have. */
export function inBytes(words: string): string {
  return utf8Literals(...words.split("|").flatMap(inCases)).join("|");
}
