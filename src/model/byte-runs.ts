import type { Range } from "./range.ts";

/** 1 for each byte that belongs to a class. */
export type ByteClass = Uint8Array;

/**
 * A class, made when it is asked for: most runs of the program need none.
 * @param characters Latin-1; `a-z` is written out by `span`.
 */
export function byteClass(characters: () => string): () => ByteClass {
  let made: ByteClass | undefined;
  return () => (made ??= tableOf(characters()));
}

function tableOf(characters: string): ByteClass {
  const table = new Uint8Array(256);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

/** The characters from one to another, both included. */
export function span(from: string, to: string): string {
  let text = "";
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) text += String.fromCharCode(code);
  return text;
}

/** Both alphabets of base64 in RFC 4648. */
export const base64Alphabet = (): string => `${alphanumeric}+/-_`;

/**
 * The characters that can be the first of four in base64, for three bytes of which the first is readable: its upper six bits
 * are those of `A` (NUL), `C` (tab, line feed), `D` (carriage return) or `I` to `f` (space to `~`).
 */
export const firstOfBase64 = (): string => `ACD${span("I", "Z")}${span("a", "f")}`;

/** ASCII that people read, and the NULs of the UTF-16 that Windows shells encode. */
export const readableBytes = (): string => `${span(" ", "~")}\t\n\r\0`;

/** Letters and digits. */
export const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/**
 * The longest runs of at least `least` bytes of a class, in order. A run of that length has one of every `least`-th bytes, so
 * that only those are looked at where there is none: faster than a pattern, and at once, where a pattern is compiled first.
 */
export function byteRuns(bytes: Uint8Array, table: ByteClass, least: number): Range[] {
  const runs: Range[] = [];
  let at = least - 1; // the byte that is looked at
  let last = 0; // no run begins before
  while (at < bytes.length) {
    if (table[bytes[at] ?? 0] === 0) {
      last = at + 1;
      at += least;
      continue;
    }
    let start = at;
    while (start > last && table[bytes[start - 1] ?? 0] === 1) start--;
    let end = at + 1;
    while (end < bytes.length && table[bytes[end] ?? 0] === 1) end++;
    if (end - start >= least) runs.push({ start, end });
    last = end + 1;
    at = end + least;
  }
  return runs;
}
