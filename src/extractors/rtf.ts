import { type Format, Unparsed } from "./format.ts";
import { Written } from "./html/written.ts";
import { surfaceIn } from "./inner.ts";

/** Of a longer document no text is read, in bytes. */
const most = 1 << 24;

/**
 * Text that word processors write in RTF, without what says how it looks: Rich Text Format Specification 1.9.1. Characters are references to
 * Windows-1252 or Unicode; whatever stands in groups is text too.
 */
export const rtf: Format = {
  *texts(of) {
    if (of.bytes.length > most) throw new Unparsed("text in it was not read, because it is longer than 16 MB");
    const bytes = Buffer.from(of.bytes.subarray(0, of.bytes.length));
    if (!bytes.subarray(0, 5).equals(Buffer.from("{\\rtf"))) throw new Unparsed("it is no RTF");
    const written = new Written();
    let last = 0;
    for (const match of bytes.toString("latin1").matchAll(marks)) {
      const end = match.index + match[0].length;
      written.copy(bytes, last, match.index, last);
      written.put(meaningOf(match), match.index, end);
      last = end;
    }
    written.copy(bytes, last, bytes.length, last);
    yield written.part(of, surfaceIn(of, "RTF text"));
  },
};

/** A character by its code, one by its number with what older readers show in its place, a word, a sign, what is no text. */
const marks =
  /\\'([\da-f]{2})|\\u(-?\d{1,6}) ?(?:\\'[\da-f]{2}|[^\\{}\r\n])?|\\([a-z]{1,32})-?\d{0,10} ?|\\([^a-z])|[{}\r\n]/gi;

const windows = new TextDecoder("windows-1252");
const nothing = Buffer.alloc(0);

function meaningOf([, code, point, word, sign]: RegExpExecArray): Uint8Array {
  if (code !== undefined) return Buffer.from(windows.decode(Buffer.from(code, "hex")));
  if (point !== undefined) return Buffer.from(String.fromCharCode(Number(point) & 0xffff));
  if (word !== undefined) return Buffer.from(breaks.has(word) ? "\n" : word === "tab" ? "\t" : "");
  return sign !== undefined && /[{}\\]/.test(sign) ? Buffer.from(sign) : nothing;
}

const breaks: ReadonlySet<string> = new Set(
  (
    "par pard sect sectd page line cell row trowd info title subject author manager company operator category keywords comment doccomm " +
    "hlinkbase header headerl headerr footer footerl footerr footnote annotation atnauthor atnid bkmkstart field fldinst fldrslt"
  ).split(" "),
);
