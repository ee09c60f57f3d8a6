import type { Range } from "../model/range.ts";
import { endAt, endOfHeader, matchAt, trimmed } from "./other-values.ts";
import { endOfQuoted } from "./quote.ts";

/**
 * A header's value goes to the end of its line; a line that is indented goes on with it where the header's own is not. In the midst of a
 * sentence it is what has the form of one.
 * @param start of the header's name
 * @param at where its value begins
 */
export function headerValue(text: string, start: number, at: number): Range {
  const before = text.slice(Math.max(0, start - 160), start);
  const opening = /(?:^|[\s=(,[])(?<quote>\\{0,127}["'`])$/.exec(before)?.groups?.["quote"];
  if (opening !== undefined) {
    const last = endOfQuoted(text, at, opening);
    return { start: at, end: last - (wireEnd.exec(text.slice(Math.max(at, last - 8), last))?.[0].length ?? 0) };
  }
  const inBrackets = before.endsWith(" [") ? matchAt(bracketed, text, at) : undefined;
  if (inBrackets !== undefined) return { start: at, end: at + inBrackets.length };
  const lead = /(?:^|[\r\n]|\\[rn])(?<lead>[ \t<>*|+-]{0,16})$/.exec(before)?.groups?.["lead"];
  if (lead === undefined && !isBehindPrefix(before)) {
    const name = text.slice(start, at);
    const form = /cookie/i.test(name) ? cookies : /key|token/i.test(name) ? word : undefined;
    const value = matchAt(scheme, text, at) ?? (form && matchAt(form, text, at)) ?? "";
    return { start: at, end: at + value.length };
  }
  const end = endAt(text, endOfHeader, at);
  return trimmed(text, { start: at, end: lead === "" ? endOfFolded(text, end) : end });
}

/** Where a header ends whose lines are folded. */
function endOfFolded(text: string, endOfLine: number): number {
  let end = endOfLine;
  while (/^\r?\n[ \t]+[^\s:]/.test(text.slice(end, end + 80)))
    end = endAt(text, endOfHeader, text.indexOf("\n", end) + 1);
  return end;
}

/** How Apache's HttpClient writes the end of a line. */
const wireEnd = /(?:\[\\r\])?\[\\n\]$/;
/** As curl shows headers of HTTP/2: one, up to the bracket that ends its line. */
const bracketed = /(?:(?!, [\w-]{1,40}: )[^\]\r\n]){1,4000}(?=\][ \t]{0,4}(?:[\r\n]|$))/y;
const scheme = /(?:basic|bearer|digest|token|apikey|negotiate|ntlm) [^\s"'`\\<>]{1,4000}/iy;
const cookies = /[\w.$%-]{1,128}=[^\s"'`\\<>,;]{0,4000}(?:; ?[\w.-]{1,128}(?:=[^\s"'`\\<>,;]{0,4000})?){0,50}/y;
/** With a digit, or at the end of the line: no word of a sentence. */
const word = /(?=[^\s\d]{0,80}\d|\S{1,4000}[ \t]{0,8}(?:[\r\n]|$))[^\s"'`\\<>,;]{1,4000}/y;

/** Whether a line begins as logs do before what they copy: `20:48:00.032429 > `, `web-1  | `, curl's `004e: `. */
function isBehindPrefix(before: string): boolean {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  if (/^[\da-f]{4,8}: $/.test(line)) return true;
  return /[<>|][ \t]{1,8}$/.test(line) && /\d|^[\w.-]+[ \t]+\|/.test(line) && !/["'`]/.test(line);
}
