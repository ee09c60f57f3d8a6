import { promiseOf } from "../detectors/secrets/key-name.ts";
import { placeholderPattern } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import type { Window } from "../model/window.ts";
import { endOfQuoted, type Quote, quoteFrom } from "./quote.ts";

/**
 * What tells nothing: it is empty, says so, says only in which state something is, was masked before, by whatever program, is filled in later, or is what stands
 * between two strings of JSON.
 */
export function isNothing(value: string): boolean {
  const own = value.replaceAll(placeholderPattern, "").trim().replace(scheme, "");
  return none.test(own) || masked.test(own) || reference.test(own) || isParameter(own);
}

/** How one logs in, in an `Authorization` header. */
const scheme = /^(?:basic|bearer|digest|token|apikey|negotiate)(?: +|$)/i;
const none =
  /^(?:true|false|<?nil>?|null|none|undefined|unset|empty|missing|required|optional|enabled|disabled|expired|valid|invalid|present|absent|include|omit|same-origin|n\/a|optional\.empty|\([\w.*[\]]{1,60}\)\(nil\)|-|\*+|\.{3}|[\s,:{}[\]]+)?$/i;
const masked =
  /^(?:[<[({*"']*(?:redacted|filtered|masked|hidden|removed|protected|sanitized|scrubbed|censored|obfuscated|omitted|stripped|sensitive)[>\])}*"']*|[<[({](?:redacted|filtered|masked|hidden|encrypted)[ \w:-]{0,40}[>\])}]?|hmac-sha\d{3}:[\da-f]{64,128}|x{4,}|#{3,}|(?:\xe2\x80\xa2)+)$/i;
/** `$TOKEN`, `${TOKEN}`, `$(cat …`, `${{ secrets.TOKEN }}`, `{{ token }}`, `%TOKEN%`. */
const reference = /^(?:\$[A-Z_][A-Z\d_]*|\$\{\w+\}?|\$\(\w*|\$\{\{[^{}]*\}\}|\{\{[^{}]*\}{0,2}|%[A-Z_][A-Z\d_]*%)$/;

/** What stands for a value that is told elsewhere, or nowhere: `?`, `$1`, `%s`, `{0}`, `@p1`, and with a name of its own `:password`, `%(password)s`, `{Password}`, `<token>`. */
function isParameter(value: string): boolean {
  if (/^(?:\?|\$\d{1,3}|%[sv]|\{\d\}?|[@:]p?\d{1,3})$/.test(value)) return true;
  const name = /^(?:[@:](\w{1,64})|%\((\w{1,64})\)s|\{[@$]?(\w{1,64})\}?|<([\w -]{1,64})>)$/
    .exec(value)
    ?.slice(1)
    .join("");
  return name !== undefined && promiseOf(name) !== undefined;
}

/**
 * The string, number or word that begins at a place, without its quotation marks.
 * @param goesOn whether the text does, behind its end
 */
export function leafAt(text: string, at: number, goesOn: boolean = true): Range | undefined {
  const quote = quoteFrom(text, at);
  if (quote !== undefined) return quotedAt(text, at + quote.length, quote, goesOn);
  scalar.lastIndex = at;
  const word = scalar.exec(text)?.[0].length;
  return word === undefined ? undefined : { start: at, end: at + word };
}

/**
 * Where a word stands right behind the mark that ends it, in another line, or no mark does, what was taken for a value is prose: it is one to the end
 * of its line.
 */
function quotedAt(text: string, start: number, quote: Quote, goesOn: boolean): Range {
  const end = endOfQuoted(text, start, quote);
  const isOpen = end === text.length && !goesOn;
  const line = isOpen || /\w/.test(text.charAt(end + quote.length)) ? text.slice(start, end).search(/[\r\n]/) : -1;
  return { start, end: line === -1 ? end : start + line };
}

/** How many letters Python writes there before a quotation mark: `b'…'`, `u"…"`, `SecretStr('…')`. */
export function prefixAt(text: string, at: number): number {
  prefix.lastIndex = at;
  return prefix.exec(text)?.[0].length ?? 0;
}

const prefix = /(?:[A-Z]\w{0,30}\()?(?:[BbUu]|[Bb][Rr]|[Rr][Bb])?(?=["'])/y;

/** How many characters there begin or end members: a space, a bracket; a newline that is escaped, in JSON that was laid out and put into a string. */
function layoutAt(text: string, at: number): number {
  const character = text.charAt(at);
  if (character !== "\\") return /[\s,:[\]{}]/.test(character) ? 1 : 0;
  escapedSpace.lastIndex = at;
  return escapedSpace.exec(text)?.[0].length ?? 0;
}

const escapedSpace = /\\{1,127}[nrt]/y;

const scalar = /[^\s,:"'`{}[\]\\]{1,4000}/y;

/** Whether a line ends there and the next one is no part of a list or an object: it is not indented, so the line was cut off, as loggers do with long ones. */
function isCutOff(text: string, at: number): boolean {
  return text.charAt(at) === "\n" && /[^\s"'`)\]}]/.test(text.charAt(at + 1));
}

/** How much of a list or an object is looked through. */
const longest = 65_536;
/** How deep; what stands deeper is masked as one, to the end of its line: each name in such a nest would look through all of the nest behind it. */
const deepest = 100;

/**
 * Every value that a value is made of: itself, or all in a list or an object, keys not among them.
 * @param isCounted a number is how many there are: `"tokens": 512`
 */
export function* leavesIn({ text, goesOn }: Window, start: number, isCounted: boolean): Generator<Range> {
  let depth = 0;
  let at = start;
  const last = Math.min(text.length, start + longest);
  while (at < last) {
    const character = text.charAt(at);
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth > deepest) {
      const line = text.slice(at, last).search(/[\r\n]/);
      return yield { start: at, end: line === -1 ? last : at + line };
    }
    if (depth > 0 && isCutOff(text, at)) return;
    const layout = depth > 0 ? layoutAt(text, at) : 0;
    if (layout > 0) at += layout;
    else if (depth === 0 && (character === "]" || character === "}")) return;
    else {
      at += prefixAt(text, at);
      const leaf = leafAt(text, at, goesOn);
      if (leaf === undefined) return;
      const quoted = leaf.start - at;
      // Where the line ends before its quotation mark, it was cut off.
      at = leaf.end + (/[\r\n]/.test(text.charAt(leaf.end)) ? 0 : quoted);
      const isKey = depth > 0 && /^\s{0,80}:/.test(text.slice(at, at + 81));
      const value = text.slice(leaf.start, leaf.end);
      const isNumber = quoted === 0 && /^-?\d/.test(value);
      if (!isKey && !isNothing(value) && !(isNumber && isCounted)) yield leaf;
      if (depth === 0) return;
    }
  }
  // The engine gives a wider window to what touches the end of one.
  if (goesOn && last === text.length && start < last) yield { start, end: text.length };
}
