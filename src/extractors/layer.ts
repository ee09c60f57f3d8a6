import type { Clues } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/**
 * Decodes what a segment hides, such as base64 or UTF-16: a segment for each place where it finds something. The bytes of one may be
 * overwritten when the next is asked for.
 */
export type Layer = (segment: Segment, clues: Clues) => Iterable<Segment>;

/**
 * A segment that was decoded from another; `toOuter` leads back to the bytes of the outer one.
 * @param encoding what its surface is called, in that of the outer one; nothing where a reader meets it as he meets that
 */
export function innerSegment(
  outer: Segment,
  encoding: string | undefined,
  bytes: Buffer,
  toOuter: (range: Range) => Range,
): Segment {
  const { part, surface } = outer;
  const own = encoding === undefined ? surface : `${encoding} in ${surface}`;
  return { part, surface: own, bytes, ...waysBack(outer, toOuter) };
}

/** The ways back of what comes from a segment. */
export function waysBack(
  { toDocument, stream }: Pick<Segment, "toDocument" | "stream">,
  toOuter: (range: Range) => Range,
): Pick<Segment, "toDocument" | "stream"> {
  return {
    toDocument: (range) => toDocument(toOuter(range)),
    ...(stream && { stream: { of: stream.of, toStream: (range) => stream.toStream(toOuter(range)) } }),
  };
}
