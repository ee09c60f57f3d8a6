import type { Range } from "./range.ts";

/** Text that a reader of a document could see, with a way back to the document. */
export interface Segment {
  /** Which bytes of the document it comes from. */
  readonly part: "name" | "contents";
  /** Where a reader finds it: "text", "file name", "base64 in text". */
  readonly surface: string;
  /** Where the segment is a later piece of a large document: the first bytes of all, which can tell how it is encoded. */
  readonly beginning?: Buffer;
  /** UTF-8, or whatever an ASCII-compatible document holds. Offsets into a segment count these bytes. */
  readonly bytes: Buffer;
  /** The bytes of the document's part that produced a range of the segment. */
  readonly toDocument: (range: Range) => Range;
}
