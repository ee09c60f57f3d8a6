import type { Range } from "../../model/range.ts";
import { writeScript } from "../html/escaped.ts";
import type { Written } from "../html/written.ts";
import { wordBreak } from "../search-index/words.ts";

/** What a script shows that does not stand so in its bytes. */
export interface Joined {
  /** Texts that it puts together, an empty line behind each. */
  readonly texts: Written;
  /** Texts with tags in them, and where each stands. */
  readonly markup: Written;
  readonly values: Range[];
}

/** Whether a text has tags in it. */
export const mayBeMarkup: RegExp = /<[a-z/!]/i;

const [newline, carriageReturn, less, backslash] = [0x0a, 0x0d, 0x3c, 0x5c];

/**
 * Writes a literal that stands alone, where it is markup, or has escapes that join what stands around them.
 * @param place where its first byte comes from
 */
export function writeLiteral({ texts, markup, values }: Joined, literal: Buffer, place: number): void {
  const { isMarkup, isEscaped } = lookOf(literal);
  if (isEscaped) {
    const end = place + literal.length;
    writeScript(texts, literal, place);
    texts.put(wordBreak, end, end + 1);
  }
  if (!isMarkup) return;
  const from = markup.length;
  writeScript(markup, literal, place);
  if (mayBeMarkup.test(markup.since(from).toString("latin1"))) values.push({ start: from, end: markup.length });
  else markup.cut(from);
}

/** Whether a literal may have tags in it, and whether escapes in it join what stands around them: the end of a line, octal digits. */
function lookOf(literal: Buffer): { readonly isMarkup: boolean; readonly isEscaped: boolean } {
  let isMarkup = false;
  let isEscaped = false;
  for (let at = 0; at < literal.length; at++) {
    const byte = literal[at] ?? 0;
    if (byte === less) isMarkup = true;
    else if (byte === backslash) {
      const next = literal[++at] ?? 0;
      if (next === newline || next === carriageReturn || (next >= 0x31 && next <= 0x37)) isEscaped = true;
      // `<` as `\x3c` or `\u003c`.
      else if (next === 0x75 || next === 0x78) isMarkup ||= literal[at + 1] === 0x33 || literal[at + 3] === 0x33;
    }
  }
  return { isMarkup, isEscaped };
}
