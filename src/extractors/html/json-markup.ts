import type { Range } from "../../model/range.ts";
import { type Format, Unparsed } from "../format.ts";
import { endOfString } from "../json-string.ts";
import { writeScript } from "./escaped.ts";
import { markupIn } from "./texts.ts";
import { Written } from "./written.ts";

/** Of a larger file no strings are read, in bytes. */
const most = 1 << 26;

/** HTML in strings of JSON: what JSON Feed calls `content_html`, and what search indexes keep of pages. */
export const jsonMarkup: Format = {
  *texts(of) {
    const { length } = of.bytes;
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(length, most)));
    const written = new Written();
    const values: Range[] = [];
    for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1)) {
      const place = at + 1;
      at = endOfString(bytes, place);
      const value = bytes.subarray(place, at);
      if (!mayBeMarkup.test(value.toString("latin1"))) continue;
      const start = written.length;
      writeScript(written, value, place);
      values.push({ start, end: written.length });
    }
    if (values.length > 0) yield* markupIn(written.part(of, `markup in ${of.surface}`), values);
    if (length > most) throw new Unparsed("markup in its strings was not read behind its first 64 MB");
  },
};

const quote = 0x22;

const mayBeMarkup = /<[a-z/!]|&[#a-z]|\\u00(?:3c|26)/i;
