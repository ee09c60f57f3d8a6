import type { Range } from "../../model/range.ts";
import { mayJoin } from "../code/joined.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { writeScript } from "../html/escaped.ts";
import { Written } from "../html/written.ts";
import { endOfString } from "../json-string.ts";
import { embeddedIn } from "./embedded.ts";
import { joinedIn } from "./scripts.ts";

/** Of a longer page only the beginning is read so, in bytes. */
const most = 1 << 26;

/**
 * What a page of a site shows beside its markup, which `html` reads: what its scripts put together, the rows of React's flight, documents in
 * base64.
 */
export const publishedPage: Format = {
  *texts(of) {
    const { length } = of.bytes;
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(most, length)));
    const places = scriptsIn(bytes);
    if (places.length > 0) yield* joinedIn(of, bytes, places);
    yield* rowsIn(of, bytes);
    yield* embeddedIn(of, bytes);
    if (length > most) throw new Unparsed("what its scripts put together was not read behind its first 64 MB");
  },
};

const opening = "<script";
const closing = "</script";
const greater = 0x3e;

function scriptsIn(bytes: Buffer): Range[] {
  const places: Range[] = [];
  for (let at = bytes.indexOf(opening); at !== -1; at = bytes.indexOf(opening, at)) {
    const start = bytes.indexOf(greater, at) + 1;
    if (start === 0) break;
    const found = bytes.indexOf(closing, start);
    const end = found === -1 ? bytes.length : found;
    if (end > start && mayJoin(bytes.toString("latin1", start, end))) places.push({ start, end });
    at = end;
  }
  return places;
}

/** How React's flight, which Next.js writes into its pages, begins in each script. */
const row = 'self.__next_f.push([1,"';

/** What is cut in two by how it was sent stands in two scripts: https://nextjs.org/docs/app */
function* rowsIn(of: Part, bytes: Buffer): Generator<Part> {
  const text = new Written();
  let count = 0;
  for (let at = bytes.indexOf(row); at !== -1; count++) {
    const start = at + row.length;
    const end = endOfString(bytes, start);
    writeScript(text, bytes.subarray(start, end), start);
    at = bytes.indexOf(row, end);
  }
  if (count > 1) yield text.part(of);
}
