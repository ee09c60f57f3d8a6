import { extract, glimpse, partsOf, type Seen } from "../src/extractors/extract.ts";
import type { Look } from "../src/model/clues.ts";
import type { Document } from "../src/model/document.ts";

/** Everything that is seen in a document, quiet or not. @throws {Error} where something in it was not searched. */
export function* seenIn(document: Document, look: Look): Generator<Seen> {
  for (const part of partsOf(document)) {
    for (const seen of extract(glimpse(part, look), look)) {
      if ("reason" in seen) throw new Error(seen.reason);
      if (!("opened" in seen)) yield seen;
    }
  }
}
