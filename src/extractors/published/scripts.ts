import type { Range } from "../../model/range.ts";
import { writeJoined } from "../code/joined.ts";
import type { Joined } from "../code/lone-literal.ts";
import { mayJoin } from "../code/may-join.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { markupIn } from "../html/texts.ts";
import { Written } from "../html/written.ts";
import { carriedIn } from "./carried.ts";
import { embeddedIn, writtenIn } from "./embedded.ts";

/** Of a longer script nothing is put together, in bytes. */
const most = 1 << 26;

/** What a script of a site shows: texts that it puts together of literals, pages in its strings, documents in base64, what is compressed in it. */
export const publishedScript: Format = {
  *texts(of, room) {
    if (of.bytes.length > most)
      throw new Unparsed("strings of it were not put together, because it is longer than 64 MB");
    const bytes = Buffer.from(of.bytes.subarray(0, of.bytes.length));
    const text = bytes.toString("latin1");
    if (mayJoin(text)) yield* joinedIn(of, bytes, [{ start: 0, end: bytes.length }]);
    yield* embeddedIn(of, bytes);
    yield* writtenIn(of, bytes);
    yield* carriedIn(of, text, room);
  },
};

/** What the scripts at some places of a document put together. */
export function* joinedIn(of: Part, bytes: Buffer, places: readonly Range[]): Generator<Part> {
  const joined: Joined = { texts: new Written(), markup: new Written(), values: [] };
  for (const { start, end } of places)
    for (const _ of writeJoined(joined, bytes.subarray(start, end), start)) yield* taken(of, joined);
  yield* taken(of, joined);
}

/** Markup first: it says better what is there. */
function* taken(of: Part, { texts, markup, values }: Joined): Generator<Part> {
  if (values.length > 0) yield* markupIn(markup.part(of, `markup in ${of.surface}`), values.splice(0));
  if (texts.length > 0) yield texts.part(of);
}
