import type { Range } from "../../model/range.ts";

/** What stands behind the text of a link or an image, or behind the label of a definition. */
export interface Resource {
  readonly target: Range;
  readonly title?: Range;
  /** Behind it. */
  readonly end: number;
}

const space = /[ \t]*(?:\n[ \t]*)?/y;
const inAngles = /<(?:[^<>\n\\]|\\.)*>/y;
const titles = [/"(?:[^"\\]|\\[^])*"/y, /'(?:[^'\\]|\\[^])*'/y, /\((?:[^()\\]|\\[^])*\)/y];
const restOfLine = /[ \t]*(?=\n|$)/y;

/** More in each other are none: CommonMark 0.31, 6.3, and micromark. */
const deepest = 32;

/** `(target "title")`, from the first parenthesis. */
export function resourceAt(text: string, at: number): Resource | undefined {
  const start = behind(space, text, at + 1) ?? at + 1;
  if (text.charAt(start) === ")") return { target: { start, end: start }, end: start + 1 };
  const target = targetAt(text, start);
  if (target === undefined) return undefined;
  const title = titleAt(text, behindTarget(text, target));
  const last = title === undefined ? behindTarget(text, target) : title.end + 1;
  const end = behind(space, text, last) ?? last;
  if (text.charAt(end) !== ")") return undefined;
  return { target, ...(title && { title }), end: end + 1 };
}

/** `target "title"` and the end of the line. @param at behind the label's colon */
export function definedAt(text: string, at: number): Resource | undefined {
  const target = targetAt(text, behind(space, text, at) ?? at);
  if (target === undefined || target.start === behindTarget(text, target)) return undefined;
  const last = behindTarget(text, target);
  const title = titleAt(text, last);
  const end = title && behind(restOfLine, text, title.end + 1);
  if (title !== undefined && end !== undefined) return { target, title, end };
  const short = behind(restOfLine, text, last);
  return short === undefined ? undefined : { target, end: short };
}

function targetAt(text: string, start: number): Range | undefined {
  if (text.charAt(start) === "<") {
    const end = behind(inAngles, text, start);
    return end === undefined ? undefined : { start: start + 1, end: end - 1 };
  }
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) break;
    if (code === 92 && text.charCodeAt(at + 1) > 32) at++;
    else if (code === 40 && ++depth > deepest) return undefined;
    else if (code === 41 && --depth < 0) break;
  }
  return depth > 0 ? undefined : { start, end: at };
}

function behindTarget(text: string, { start, end }: Range): number {
  return text.charAt(start - 1) === "<" && text.charAt(end) === ">" ? end + 1 : end;
}

/** What is between its quotation marks, where one stands behind some space. */
function titleAt(text: string, from: number): Range | undefined {
  const start = behind(space, text, from) ?? from;
  if (start === from) return undefined;
  for (const title of titles) {
    const end = behind(title, text, start);
    if (end !== undefined) return { start: start + 1, end: end - 1 };
  }
  return undefined;
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
