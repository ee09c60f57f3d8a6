import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Segment } from "../../model/segment.ts";
import type { Part } from "../format.ts";
import { openMarkup } from "./markup.ts";
import { type Language, Page } from "./page.ts";
import type { Outer } from "./written.ts";

/** How deep in each other: a page in `srcdoc`, a comment with tags in it, a script that writes HTML. */
const deepest = 4;

/** So much is given at once, in bytes. */
const most = 1 << 20;

/**
 * What a reader of markup sees and what does not stand so in its bytes: text that is joined over tags and comments, whatever is visible apart
 * from what is not; tags with references in them; scripts and style sheets with escapes. What has tags itself is read in the same way.
 */
export function textsOf(whole: Part, language: Language): Generator<Part> {
  return textsIn(whole, [{ start: 0, end: whole.bytes.length }], language);
}

/** The same of what stands at some places of a document, in order. */
export function textsIn(whole: Part, places: readonly Range[], language: Language): Generator<Part> {
  return read(whole.bytes, places, whole, language, 1);
}

/** The same of values that were written out of a document, each HTML by itself. */
export function* markupIn(inner: Part & Segment, values: readonly Range[]): Generator<Part> {
  yield* read(inner.bytes, values, inner, { isXml: false, charset: {} }, 2);
}

function* read(
  bytes: Bytes,
  values: readonly Range[],
  outer: Outer,
  language: Language,
  depth: number,
): Generator<Part> {
  const page = new Page(language);
  const markup = openMarkup();
  const { isXml, charset, slice } = language;
  const reading = { isXml, isUtf8: charset.table === undefined, tellsAll: false, ...(slice && { slice }) };
  for (const { start, end } of values) {
    markup.begin(bytes, reading, start, end);
    for (let step = markup.step(); ; step = markup.step()) {
      page.take(markup, step);
      if (step === "done") break;
      if (step === "slice") markup.goOn();
      if (page.length > most) yield* taken(page, outer, depth);
    }
  }
  markup.close();
  yield* taken(page, outer, depth);
}

function* taken(page: Page, outer: Outer, depth: number): Generator<Part> {
  for (const lines of [page.visible, page.hidden]) {
    const part = lines.take(outer);
    if (part !== undefined) yield part;
  }
  for (const text of [page.tags, page.code]) if (text.length > 0) yield text.part(outer);
  const { markup, values } = page;
  if (values.length === 0) return;
  page.values = [];
  const inner = markup.part(outer, depth === 1 ? `markup in ${outer.surface}` : outer.surface);
  if (depth < deepest) yield* read(inner.bytes, values, inner, { isXml: false, charset: {} }, depth + 1);
}
