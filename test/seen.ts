import { extract, glimpse, partsOf, type Seen } from "../src/extractors/extract.ts";
import type { Look } from "../src/model/clues.ts";
import type { Document } from "../src/model/document.ts";

/** Everything that is seen in a document, quiet or not. */
export function* seenIn(document: Document, look: Look): Generator<Seen> {
  for (const part of partsOf(document)) yield* extract(glimpse(part, look), look);
}
