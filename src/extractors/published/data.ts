import type { Format } from "../format.ts";
import { jsonMarkup } from "../html/json-markup.ts";
import { embeddedIn } from "./embedded.ts";

/** Of a longer file documents in base64 are not opened, in bytes. */
const most = 1 << 26;

/** What stands before a document in base64: in a `data:` URL, and in a notebook of Jupyter, https://nbformat.readthedocs.io */
const signs = [";base64,", ...["png", "jpeg"].flatMap((type) => [`"image/${type}":"`, `"image/${type}": "`])];

/** What JSON of a site shows: HTML in its strings, documents in base64. */
export const publishedData: Format = {
  async texts(of, room) {
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(most, of.bytes.length)));
    const markup = await jsonMarkup.texts(of, room);
    return [...markup, ...embeddedIn(of, bytes, signs)];
  },
};
