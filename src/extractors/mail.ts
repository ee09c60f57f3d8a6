import { encodedText, encodedWords } from "./encoded-words.ts";
import { type Format, Unparsed } from "./format.ts";
import { Written } from "./html/written.ts";

/** Of a longer document no lines are joined, in bytes. */
const most = 1 << 24;

/**
 * What mail, calendars and address books write over the end of a line, in the midst of words: lines that are folded (RFC 5545, 3.1; RFC 6350, 3.2),
 * words of a header in other letters than ASCII's,
 * and quoted-printable (RFC 2045, 6.7), in which a page of a saved site (MHTML) stands too.
 */
export const mail: Format = {
  *texts(of) {
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(most, of.bytes.length)));
    const text = bytes.toString("latin1");
    const unfolded = rewritten(bytes, text, /\r?\n[ \t]/g, () => nothing);
    if (unfolded !== undefined) yield unfolded.part(of);
    const quoted = rewritten(bytes, text, /=(?:\r?\n|([\dA-F]{2}))/g, ([, code]) => Buffer.from(code ?? "", "hex"));
    if (quoted !== undefined) {
      const name = Buffer.from(/<[a-z!]/i.test(text) ? ".html" : "");
      yield { ...quoted.part(of), name };
    }
    const header = rewritten(bytes, text, words, ([all]) => Buffer.from(encodedText(all) ?? all));
    if (header !== undefined) yield header.part(of);
    if (of.bytes.length > most) throw new Unparsed("lines of it were not joined behind its first 16 MB");
  },
};

const words = new RegExp(encodedWords, "g");

const nothing = Buffer.alloc(0);

function rewritten(
  bytes: Buffer,
  text: string,
  pattern: RegExp,
  meaning: (match: RegExpExecArray) => Uint8Array,
): Written | undefined {
  const written = new Written();
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    written.copy(bytes, last, match.index, last);
    written.put(meaning(match), match.index, end);
    last = end;
  }
  if (last === 0) return undefined;
  written.copy(bytes, last, bytes.length, last);
  return written;
}
