import type { Range } from "../model/range.ts";
import { endOfQuoted, quoteBefore, type Quote } from "./quote.ts";

/** A word that names something, without its quotation marks. */
export interface Name extends Range {
  readonly quote: Quote | undefined;
}

const inName = /[\w.$@/-]/;
const longestName = 80;

/** The word around a place, and whether quotation marks stand around it. What a literal has in front, as in `?code=`, is no part of it. */
export function nameAt(text: string, { start: first, end: last }: Range): Name {
  let at = first;
  while (at < last && !inName.test(text.charAt(at))) at++;
  return decodedName(text, wordAround(text, at), at);
}

function wordAround(text: string, at: number): Name {
  let start = at;
  while (start > 0 && at - start < longestName && inName.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && end - at < longestName && (inName.test(text.charAt(end)) || isInnerSpace(text, end)))
    end++;
  // The end of Spanish "contraseña", as Latin-1 shows UTF-8.
  if (text.startsWith("\xc3\xb1a", end)) end += 3;
  const quote = quoteBefore(text, start);
  if (quote !== undefined && endOfQuoted(text, start, quote) === end) return { start, end, quote };
  // "API key": the name begins with a word before.
  const wider = text.slice(Math.max(0, start - 24), start);
  const words = /(?<=["'])(?:\w{1,12} ){1,3}$/.exec(wider)?.[0].length ?? 0;
  const outer = words === 0 ? undefined : quoteBefore(text, start - words);
  if (outer !== undefined && endOfQuoted(text, start, outer) === end)
    return { start: start - words, end, quote: outer };
  return { start, end: wordEnd(text, start, end), quote: undefined };
}

/**
 * Without what belongs to an escape that stands before it: `%26password%3D`, `\u0026code=`, `\r\nCookie:`. The letter of one may be the name's own
 * (`C:\token`), where what is sought begins with it.
 */
function decodedName(text: string, name: Name, at: number): Name {
  const before = text.charAt(name.start - 1);
  if (before !== "%" && before !== "\\") return name;
  const escape =
    before === "%" ? /^[\da-f]{2}/i : at === name.start ? /^u00[\da-f]{2}/i : /^(?:u00[\da-f]{2}|[bfnrt])/i;
  const length = escape.exec(text.slice(name.start, name.start + 5))?.[0].length ?? 0;
  return { ...name, start: name.start + length };
}

/** The space in "api key". */
function isInnerSpace(text: string, at: number): boolean {
  return text.charAt(at) === " " && /^ (?:key|token|secret|password)["'\\]/i.test(text.slice(at, at + 12));
}

/** Without quotation marks a name has no spaces. */
function wordEnd(text: string, start: number, end: number): number {
  const space = text.slice(start, end).indexOf(" ");
  return space === -1 ? end : start + space;
}
