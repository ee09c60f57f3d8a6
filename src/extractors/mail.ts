import { documentIn } from "./encoded-document.ts";
import { encodedText, encodedWords } from "./encoded-words.ts";
import { type Format, type Part, Unparsed } from "./format.ts";
import { Written } from "./html/written.ts";
import { surfaceIn } from "./inner.ts";

/** Of a longer document no lines are joined, in bytes. */
const most = 1 << 24;

/**
 * What mail, calendars and address books write over the end of a line, in the midst of words: lines that are folded (RFC 5545, 3.1; RFC 6350, 3.2),
 * words of a header in other letters than ASCII's,
 * and quoted-printable (RFC 2045, 6.7), in which a page of a saved site (MHTML) stands too. And what is attached, in base64.
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
    yield* attachedIn(of, bytes, text);
    if (of.bytes.length > most) throw new Unparsed("lines of it were not joined behind its first 16 MB");
  },
};

const words = new RegExp(encodedWords, "g");

const nothing = Buffer.alloc(0);

const encoding = /^content-transfer-encoding:[ \t]{0,20}base64\b/gim;
const blank = /\r?\n\r?\n/;
const border = "\n--";

/** More of a header is not read on either side, in bytes. */
const longestHeader = 4096;

/** Documents in base64: each stands behind a header, up to what is no base64. */
function* attachedIn(of: Part, bytes: Buffer, text: string): Generator<Part> {
  let before = 0;
  for (const { index } of text.matchAll(encoding)) {
    if (index < before) continue;
    const rest = text.slice(index, index + longestHeader);
    const headerEnd = blank.exec(rest);
    if (headerEnd === null) continue;
    const start = index + headerEnd.index + headerEnd[0].length;
    const end = endOfPart(text, start);
    const above = text.slice(Math.max(before, index - longestHeader), index);
    const header = above.slice(above.lastIndexOf(border) + 1) + rest.slice(0, headerEnd.index);
    yield { ...documentIn(of, bytes, { start, end }, endingIn(header)), surface: surfaceIn(of, "mail part") };
    before = end;
  }
}

const behindBase64 = /[^A-Za-z\d+/=\r\n \t]|\n\r?\n/g;

/** In base64 there is neither an empty line nor a hyphen. */
function endOfPart(text: string, start: number): number {
  behindBase64.lastIndex = start;
  return behindBase64.exec(text)?.index ?? text.length;
}

/** What the name of an attachment ends with, or its type says. */
function endingIn(header: string): string {
  const name = [...header.matchAll(/name[*\d]{0,3}="?([^"\r\n;]{1,300})/gi)].at(-1)?.[1] ?? "";
  const ending = /\.\w{1,12}$/.exec(name.trim())?.[0];
  return ending ?? (/^content-type:\s{0,20}text\/html\b/im.test(header) ? ".html" : "");
}

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
