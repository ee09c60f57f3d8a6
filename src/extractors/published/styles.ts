import { type Format, Unparsed } from "../format.ts";
import { writeStyle } from "../html/escaped.ts";
import { Written } from "../html/written.ts";
import { embeddedIn, writtenIn } from "./embedded.ts";

/** Of a longer style sheet nothing is put together, in bytes. */
const most = 1 << 26;

/** Two strings of one value, of which one text is made, and a string that goes on in the next line. */
const sign = /["'][ \t\n\r]*["']|\\[\n\r\f]/;

/** What a style sheet of a site shows: strings beside each other, documents in addresses. */
export const publishedStyle: Format = {
  *texts(of) {
    if (of.bytes.length > most)
      throw new Unparsed("strings of it were not put together, because it is longer than 64 MB");
    const bytes = Buffer.from(of.bytes.subarray(0, of.bytes.length));
    if (bytes.includes("content") && sign.test(bytes.toString("latin1"))) {
      const text = new Written();
      writeStyle(text, bytes, 0);
      yield text.part(of);
    }
    yield* embeddedIn(of, bytes);
    yield* writtenIn(of, bytes);
  },
};
