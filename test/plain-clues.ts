import type { Clues } from "../src/model/clues.ts";
import { controlSequence, writtenEscape } from "../src/model/control-sequence.ts";

/** Where twelve readable bytes in hexadecimal digits begin, in each run the first, found byte by byte. */
export function hexadecimalIn(text: string): Clues["hexadecimal"] {
  const places: number[] = [];
  for (const { 0: digits, index } of text.matchAll(/[\da-fA-F]{24,}/g)) {
    for (let at = 0; at + 24 <= digits.length; at++) {
      const bytes = Buffer.from(digits.slice(at, at + 24), "hex");
      if (!/^[\t\n\r -~\0]{12}$/.test(bytes.toString("latin1")) || bytes.filter((byte) => byte !== 0).length < 3)
        continue;
      places.push(index + at);
      break;
    }
  }
  return places;
}

/** Where gzip begins that is written in base64 or digits, twelve bytes of it. */
export function gzipIn(text: string): Clues["gzip"] {
  return Array.from(text.matchAll(/H4sI(?=[^\s"']{12})|1f8b08(?=[\da-f]{18})/gi), ({ 0: found, index }) => ({
    found,
    index,
  }))
    .filter(({ found }) => found.length > 4 || found === "H4sI")
    .map(({ index }) => index);
}

/** Escapes before a token and in one, as the kernel tells them, slice by slice. */
export function escapesIn(text: string): number[] {
  const places: number[] = [];
  let slice = 0;
  let told = 0;
  for (const { index } of text.matchAll(anyEscape)) {
    if (index >= slice + sliceLength) slice = index - (index % sliceLength);
    if (startsAt(beforeToken, text, index)) places.push(index);
    else if (index >= Math.max(told, slice) && isSpelled(text, index, slice)) {
      places.push(index);
      told = index + 256;
    }
    if (told > slice + sliceLength) told = slice + sliceLength;
  }
  return places;
}

const anyEscape = new RegExp(String.raw`[\\%\x1b]`, "g");

const sliceLength = 65_536;

const beforeToken = new RegExp(
  String.raw`(?:(?:\x1b|\\${writtenEscape})${controlSequence}|%[\da-fA-F]{2}|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrt"'\\/]))(?=[\w-]{12})`,
  "y",
);

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether an escape for a character of a token begins there, among twelve such. */
function isSpelled(text: string, at: number, slice: number): boolean {
  if (!/^[\da-zA-Z_\r\n-]/.test(text.slice(at + 1, at + 2)) || text[at] === "\x1b") return false;
  const first = characterAt(text, at);
  if (first === 0 || (text.slice(at, at + first).endsWith("\n") && !/[\w-]/.test(text.charAt(at + first))))
    return false;
  let length = first;
  let count = 1;
  for (; count < 12 && length < 96; count++) {
    const next = characterAt(text, at + length);
    if (next === 0) break;
    length += next;
  }
  const before = text.slice(Math.max(slice, at - 30), at);
  const [, characters = "", backslashes = ""] = /([\w-]*)(\\{0,8})$/.exec(before) ?? [];
  const reaches = slice > 0 && at - backslashes.length - characters.length === slice;
  return length >= 96 || count + characters.length >= 12 || reaches;
}

/** How many bytes a character of a token takes there, as it stands or as an escape. */
function characterAt(text: string, at: number): number {
  const [whole = "", plain, units, point, two, digits = "", percent] =
    /^(?:([\w-])|(?:\\|%5c){1,8}(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|([\da-f]{2,6})|[_-]|\r?\n)|%(?!5c)([\da-f]{2}))/i.exec(
      text.slice(at, at + 60),
    ) ?? [];
  const code = units ?? point ?? two ?? percent;
  if (code !== undefined) return isOfToken(code, 16) ? whole.length : 0;
  if (plain !== undefined || digits === "") return whole.length;
  if (isOfToken(digits, 16)) return whole.length + (text[at + whole.length] === " " ? 1 : 0);
  const octal = /^(?:[0-3][0-7]{1,2}|[4-7][0-7])/.exec(digits)?.[0] ?? "";
  return octal !== "" && isOfToken(octal, 8) ? whole.length - digits.length + octal.length : 0;
}

function isOfToken(digits: string, radix: number): boolean {
  const code = Number.parseInt(digits, radix);
  return code < 0x80 && /[\w-]/.test(String.fromCharCode(code));
}
