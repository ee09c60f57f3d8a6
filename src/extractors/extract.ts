import type { Document } from "../model/document.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { base64 } from "./base64.ts";
import { escapedText } from "./escapes.ts";
import type { Layer } from "./layer.ts";
import { wideText } from "./wide-text.ts";

const layers: readonly Layer[] = [wideText, base64, escapedText];

/** Base64 of base64 of UTF-16 is as deep as people write by accident. */
const deepest = 3;

/** Everything in a document that a reader could see: its name, its bytes as they stand, and what is encoded in them. */
export function* extract(document: Document): Generator<Segment> {
  if (document.nameLeaves) {
    yield* withLayers({ part: "name", surface: "file name", bytes: document.name, toDocument: itself }, 0);
  }
  yield* withLayers({ part: "contents", surface: "text", bytes: document.bytes, toDocument: itself }, 0);
}

function* withLayers(segment: Segment, depth: number): Generator<Segment> {
  yield segment;
  if (depth === deepest) return;
  for (const layer of layers) for (const inner of layer(segment)) yield* withLayers(inner, depth + 1);
}

function itself(range: Range): Range {
  return range;
}
