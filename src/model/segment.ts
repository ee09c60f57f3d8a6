import type { Range } from "./range.ts";

/** Text that a reader of a document could see, with a way back to the document. */
export interface Segment {
  /** Which bytes of the document it comes from. */
  readonly part: "name" | "contents";
  /** Where a reader finds it: "text", "file name", "base64 in text". */
  readonly surface: string;
  /** Where the segment is a later piece of a large document: the first bytes of all, which can tell how it is encoded. */
  readonly beginning?: Buffer;
  /** Where it is a piece of a large document: whether the document goes on behind it. */
  readonly goesOn?: boolean;
  /** UTF-8, or whatever an ASCII-compatible document holds. Offsets into a segment count these bytes. */
  readonly bytes: Buffer;
  /** The bytes of the document's part that produced a range of the segment. */
  readonly toDocument: (range: Range) => Range;
  /** Where it was inflated. */
  readonly stream?: Stream;
}

/** Text that comes as a whole from the same bytes of a document, so that places in the document do not tell its parts from each other. */
interface Stream {
  /** The same for what comes from the same stream, and only for that. */
  readonly of: object;
  readonly toStream: (range: Range) => Range;
}

/** Stands in a surface before the name of an entry of an archive: `zip → docs/a.txt`. It is masked before it is shown. */
export const entryArrow = " → ";

/** What the surface of the names themselves is called: `zip entry name`. */
export const entryNames = "entry name";
