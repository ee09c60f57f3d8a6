import type { Clues, Look } from "../model/clues.ts";
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

/** A segment, and what its bytes show at a glance. */
export interface Seen {
  readonly segment: Segment;
  readonly clues: Clues;
}

/** Everything in a document that a reader could see: its name, its bytes as they stand, and what is encoded in them. */
export function* extract(document: Document, look: Look): Generator<Seen> {
  if (document.nameLeaves) {
    yield* withLayers({ part: "name", surface: "file name", bytes: document.name, toDocument: itself }, look, 0);
  }
  yield* withLayers({ part: "contents", surface: "text", bytes: document.bytes, toDocument: itself }, look, 0);
}

function* withLayers(segment: Segment, look: Look, depth: number): Generator<Seen> {
  const clues = look(segment);
  yield { segment, clues };
  if (depth === deepest) return;
  for (const layer of layers) for (const inner of layer(segment, clues)) yield* withLayers(inner, look, depth + 1);
}

function itself(range: Range): Range {
  return range;
}
