import { type Format, Unparsed } from "../format.ts";
import { embeddedIn } from "./embedded.ts";

/** Of a longer file documents in base64 are not opened, in bytes. */
const most = 1 << 26;

/** What stands before a document in base64: in a `data:` URL, and in a notebook of Jupyter, https://nbformat.readthedocs.io */
const signs = [";base64,", ...["png", "jpeg"].flatMap((type) => [`"image/${type}":"`, `"image/${type}": "`])];

/** What JSON of a site shows beside the HTML in its strings, which `jsonMarkup` reads: documents in base64. */
export const publishedData: Format = {
  *texts(of) {
    const { length } = of.bytes;
    yield* embeddedIn(of, Buffer.from(of.bytes.subarray(0, Math.min(most, length))), signs);
    if (length > most) throw new Unparsed("documents in base64 in it were not opened behind its first 64 MB");
  },
};
