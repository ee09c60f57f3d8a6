import { guess } from "../detectors/secrets/guess.ts";
import { promiseOf } from "../detectors/secrets/key-name.ts";
import { endOfPlaceholder } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import { endAt, endOfHeader, matchAt, trimmed } from "./other-values.ts";
import { endOfQuoted, quoteFrom } from "./quote.ts";

/** What PHP's `print_r` writes behind a name: `[password:protected] => hunter2`, to the end of the line. */
export function printed(text: string, { start, end }: Range): Range | undefined {
  if (text.charAt(start - 1) !== "[") return undefined;
  const sign = matchAt(/(?::[\w\\]{1,80}){0,2}\] => (?!(?:Array|[\w\\]{1,80} Object)\s)/y, text, end);
  if (sign === undefined) return undefined;
  const at = end + sign.length;
  return trimmed(text, { start: at, end: endAt(text, endOfHeader, at) });
}

/** How long it is what PHP's `var_dump` writes between a name in quotation marks and its value: `":protected]=>\n  string(12) `. */
export function dumpSign(text: string, end: number): number | undefined {
  return matchAt(
    /(?::(?:protected|private|\\{0,127}"[\w\\]{1,80}\\{0,127}":private))?\]=>(?:\s|\\{1,127}[nrt]){0,80}(?:string\(\d{1,9}\) )?(?=\\{0,127}["\d])/y,
    text,
    end,
  )?.length;
}

/** How long it is what Rust and Go write between a colon and a value in quotation marks: `Some(`, `(string) (len=7) `. */
export function typeSign(text: string, at: number): number | undefined {
  return matchAt(typed, text, at)?.length;
}

/**
 * What stands behind a name and a colon without quotation marks of its own, where it cannot be a word of a sentence: Rust's `Some("hunter2")`, what Go's
 * spew writes, `passwd: hunter2, user: jane`, and the base64 of LDIF behind two colons (RFC 2849).
 * @param at where it begins
 */
export function told(text: string, name: Range, at: number): Range | undefined {
  const encoded =
    text.charAt(at) === ":" ? matchAt(/:[ \t]{1,4}(?=[A-Za-z\d+/]{4,4000}={0,2}\s)/y, text, at) : undefined;
  if (encoded !== undefined) return { start: at + encoded.length, end: endAt(text, /\s/g, at + encoded.length) };
  const type = typeSign(text, at);
  const quote = type === undefined ? undefined : quoteFrom(text, at + type);
  if (type !== undefined && quote !== undefined) {
    const start = at + type + quote.length;
    const value = { start, end: endOfQuoted(text, start, quote) };
    return promiseOf(text.slice(name.start, name.end)) === "key" && !isDrawn(text, value) ? undefined : value;
  }
  const word = matchAt(bareWord, text, at);
  if (word === undefined || endOfPlaceholder(text, at) > at) return undefined;
  const looks = guess(word);
  const isPassword = promiseOf(text.slice(name.start, name.end)) === "password";
  return looks === "random" || looks === "uuid" || (isPassword && looks === "chosen")
    ? { start: at, end: at + word.length }
    : undefined;
}

const types = String.raw`(?:(?:[A-Z]\w{0,30}\(|\((?:[\w.*]|\[\d{0,9}\]){1,60}\)|\(len=\d{1,9}(?: cap=\d{1,9})?\))\s{0,80}){1,3}`;
const typed = new RegExp(String.raw`${types}(?:\{\s{0,80}${types})?(?=\\{0,127}")`, "y");

const bareWord = /[^\s"'`,;(){}[\]<>\\]{6,400}(?=[,;)}\]]{0,3}(?:\s|$|\\[nrt]))/y;

function isDrawn(text: string, { start, end }: Range): boolean {
  return guess(text.slice(start, end)) === "random";
}
