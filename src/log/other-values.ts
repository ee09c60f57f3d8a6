import type { Range } from "../model/range.ts";
import type { Quote } from "./quote.ts";

/** How long the sign of `name = "value"` is, or of Ruby's `:name => "value"`. */
export function quotedSign(text: string, { start, end }: Range): number | undefined {
  const sign =
    matchAt(spacedSign, text, end) ?? (text.charAt(start - 1) === ":" ? matchAt(symbolSign, text, end) : undefined);
  return sign?.length;
}

const spacedSign = /[ \t]{1,8}=[ \t]{1,8}(?=\\{0,127}["'])/y;
const symbolSign = /[ \t]{0,8}=>[ \t]{0,8}(?=\\{0,127}["'])/y;

/**
 * What stands behind a name in an address or a form that was encoded once more: `password%3Dhunter2%26`, `%22token%22%3A%22abc%22`; behind a sign
 * of JSON that Go and .NET escape: `password\u003dhunter2\u0026`; behind CEF's `\=`; in JSON that stands in HTML: `&quot;token&quot;:&quot;abc&quot;`.
 */
export function encodedValue(text: string, at: number): Range | undefined {
  const entity = matchAt(/(?<mark>&(?:quot|#34|#x22|#39|#x27);)\s{0,8}[:=]\s{0,8}\k<mark>/iy, text, at);
  if (entity !== undefined)
    return { start: at + entity.length, end: endAt(text, /&(?:quot|#\w{2,3});|[\r\n]/gi, at + entity.length) };
  const sign = matchAt(/(?:%22)?(?:%3A|%3D)(?:%20|\+)?(?:%22)?|\\{1,127}(?:u003d|=)/iy, text, at);
  if (sign === undefined) return undefined;
  const start = at + sign.length;
  if (sign.startsWith("\\")) return { start, end: endAt(text, /\\|[&\s"'`<>]/g, start) };
  return { start, end: endAt(text, sign.endsWith("%22") ? /%22|[\s"'<>]/g : /%2[26C]|%7D|[&\s"'<>\\]/gi, start) };
}

/**
 * The text of an element: `<wsse:Password Type="…">hunter2</wsse:Password>`, also in HTML and in JSON that escapes its brackets; and of the element behind one
 * that holds the name: `<name>password</name><value><string>hunter2</string></value>`.
 */
export function inElement(text: string, { start, end }: Range): Range | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  const isTag = /(?:<|&lt;|\\u003c)(?:[\w.-]{1,40}:)?$/i.test(before);
  if (!isTag && !/(?:name|key)(?:>|&gt;)$/i.test(before)) return undefined;
  const opening = matchAt(isTag ? restOfTag : valueBehind, text, end);
  if (opening === undefined) return undefined;
  const value = { start: end + opening.length, end: endAt(text, endOfText, end + opening.length) };
  const closing = matchAt(closingTag, text, value.end);
  return closing !== undefined && (!isTag || closing.endsWith(text.slice(start, end))) ? value : undefined;
}

const restOfTag = /(?:\s[^<>&\\]{0,400})?(?:>|&gt;|\\u003e)(?:<!\[CDATA\[)?/iy;
const valueBehind =
  /(?:<|&lt;)\/(?:[\w-]{1,20}:)?(?:name|key)(?:>|&gt;)(?:\s{0,40}(?:<|&lt;)(?:value|string)(?:>|&gt;)){1,2}/iy;
const endOfText = /\]\]>|[<>]|&[lg]t;|\\u003c/gi;
const closingTag = /(?:\]\]>)?(?:<|&lt;|\\u003c)\/(?:[\w-]{1,40}:)?[\w.-]{1,80}/iy;

/** What Go prints of a struct or a map: `{User:jane Password:hunter2}`, `map[password:hunter2]`. */
export function inStruct(text: string, { start, end }: Range): Range | undefined {
  if (text.charAt(end) !== ":" || !/[^\s:"'`{}[\]\\]/.test(text.charAt(end + 1))) return undefined;
  const before = text.slice(Math.max(0, start - 400), start);
  if (!/(?:\{|map\[)(?:[\w.]{1,40}:[^{}[\]\r\n"]{0,300} )?$/.test(before)) return undefined;
  return { start: end + 1, end: endAt(text, /[\s{}[\]"'`\\]/g, end + 1) };
}

/** The part of a form that is sent as several: a header with the name, an empty line, the value (RFC 7578). */
export function partOfForm(
  text: string,
  { start, quote = "" }: Range & { readonly quote: Quote | undefined },
  end: number,
): Range | undefined {
  if (!/form-data;\s{0,4}name=$/i.test(text.slice(Math.max(0, start - quote.length - 24), start - quote.length)))
    return undefined;
  const lines = matchAt(/(?:\r?\n|(?:\\{1,127}r)?\\{1,127}n){2}/y, text, end);
  if (lines === undefined) return undefined;
  return { start: end + lines.length, end: endAt(text, endOfHeader, end + lines.length) };
}

/** Where a line ends, also where that is escaped. */
export const endOfHeader: RegExp = /[\r\n]|\\{1,127}[rn]/g;

/** Without the spaces at its end; where the text ends, what stands behind them may belong to it. */
export function trimmed(text: string, { start, end }: Range): Range {
  return { start, end: end === text.length ? end : start + text.slice(start, end).trimEnd().length };
}

export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Where a pattern matches next, or the end. */
export function endAt(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
