import { extract, glimpse, partsOf, type Seen, wholeOf } from "../src/extractors/extract.ts";
import { deepestFormat, formatsOf } from "../src/extractors/formats.ts";
import { wholeRoom } from "../src/extractors/gzip.ts";
import type { Look } from "../src/model/clues.ts";
import type { Document } from "../src/model/document.ts";
import type { Part } from "../src/extractors/format.ts";

/** Everything that is seen in a document, quiet or not. @throws {Error} where something in it was not searched. */
export function* seenIn(document: Document, look: Look): Generator<Seen> {
  for (const part of partsOf(document)) yield* seenInPart(part, look, 0);
}

function* seenInPart(part: Part, look: Look, depth: number): Generator<Seen> {
  for (const seen of extract(glimpse(part, look), look, depth)) {
    if ("reason" in seen) throw new Error(seen.reason);
    if (!("opened" in seen)) yield seen;
  }
}

/** What is seen in the texts that the formats of a document give; what cannot be cut out of it is left out. */
export async function* seenInTexts(document: Document, look: Look): AsyncGenerator<Seen> {
  for await (const text of textsOf(wholeOf(document), 0)) yield* seenInPart(text, look, 1);
}

async function* textsOf(whole: Part, depth: number): AsyncGenerator<Part> {
  if (depth > deepestFormat) return;
  const first = whole.bytes.length < 4 ? 0 : whole.bytes.subarray(0, 4).readUInt32BE();
  for (const format of formatsOf(whole.name, first)) {
    try {
      for (const text of await (await format.load()).texts(whole, wholeRoom())) {
        if ("reason" in text) continue;
        yield text;
        yield* textsOf(text, depth + 1);
      }
    } catch {
      // It is not of the format after all: what was given before counts.
    }
  }
}
