import type { Room } from "../gzip.ts";
import { take } from "../inflate.ts";
import { Lexer } from "./lexer.ts";
import { isArray, isText, isWord, type Value } from "./value.ts";

/** Says of the codes of a font how long they are, and what they stand for: ISO 32000-2, 9.7.5 and 9.10.3. */
export interface CMap {
  readonly texts: ReadonlyMap<number, string>;
  /** By their lengths in bytes. */
  readonly spaces: readonly { readonly length: number; readonly first: number; readonly last: number }[];
}

const mostTexts = 200_000;

/** In bytes of room: it may come to much more than its bytes. */
const costOfText = 20;

/** What is no CMap tells nothing. @throws {TooLarge} */
export function readCMap(bytes: Buffer, room: Room): CMap {
  const texts = new Map<number, string>();
  const spaces: { length: number; first: number; last: number }[] = [];
  const lexer = new Lexer(bytes.toString("latin1"));
  let held: Value[] = [];
  let left = mostTexts;
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (isText(value) || isArray(value)) {
      held.push(value);
      continue;
    }
    if (isWord(value, "endcodespacerange"))
      for (let at = 0; at + 1 < held.length; at += 2) {
        const length = textAt(held, at).length;
        spaces.push({ length, first: codeOf(textAt(held, at)), last: codeOf(textAt(held, at + 1)) });
      }
    else if (isWord(value, "endbfchar"))
      for (let at = 0; at + 1 < held.length; at += 2) add(codeOf(textAt(held, at)), wideOf(textAt(held, at + 1)));
    else if (isWord(value, "endbfrange"))
      for (let at = 0; at + 2 < held.length; at += 3)
        addRange(codeOf(textAt(held, at)), codeOf(textAt(held, at + 1)), held[at + 2]);
    held = [];
  }
  take(room, (mostTexts - left) * costOfText);
  return { texts, spaces };

  function add(code: number, text: string): void {
    if (left-- > 0) texts.set(code, text);
  }

  function addRange(first: number, last: number, to: Value | undefined): void {
    for (let code = first; code <= Math.min(last, first + 0xffff) && left > 0; code++) {
      if (isArray(to)) add(code, wideOf(textAt(to, code - first)));
      else if (isText(to)) {
        const text = wideOf(to.text);
        const end = text.codePointAt(text.length - 1) ?? 0;
        const next = end + code - first;
        if (next <= 0x10ffff) add(code, text.slice(0, -1) + String.fromCodePoint(next));
      }
    }
  }
}

function textAt(values: readonly Value[], at: number): string {
  const value = values[at];
  return isText(value) ? value.text : "";
}

function codeOf(text: string): number {
  let code = 0;
  for (const character of text.slice(0, 4)) code = code * 256 + character.charCodeAt(0);
  return code;
}

/** A character of UTF-16 for each two bytes. */
function wideOf(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  return bytes.length % 2 === 0 ? bytes.swap16().toString("utf16le") : text;
}
