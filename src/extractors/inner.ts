import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import { entryArrow } from "../model/segment.ts";
import type { Part } from "./format.ts";
import { waysBack } from "./layer.ts";

/** A document in another. */
export interface Inner {
  readonly surface: string;
  /** What it is called, if anything; its first bytes may say as well of what format it is. */
  readonly name?: Buffer;
  readonly isEntry?: true;
  readonly bytes: Bytes;
  /** The bytes of the outer one that it comes from. */
  readonly range: Range;
  /** Whether it is these very bytes, or what they come to. */
  readonly isExact: boolean;
}

export function innerPart(of: Part, { surface, name, isEntry, bytes, range, isExact }: Inner): Part {
  const toOuter = isExact
    ? ({ start, end }: Range): Range => ({ start: range.start + start, end: range.start + end })
    : (): Range => range;
  return {
    part: of.part,
    surface,
    bytes,
    ...(name !== undefined && { name }),
    ...(isEntry && { isEntry }),
    ...waysBack(of, toOuter),
    ...(!isExact && { stream: { of: bytes, toStream: (place: Range): Range => place } }),
  };
}

/** What a reader calls a place in something that has itself a place. */
export function surfaceIn({ surface }: Part, inner: string): string {
  return surface === "text" ? inner : `${inner} in ${surface}`;
}

/** An entry of an archive as a document. @param archive what the archive is, such as `tar` */
export function entryPart(
  of: Part,
  archive: string,
  inner: Omit<Inner, "surface" | "isEntry"> & Required<Pick<Inner, "name">>,
): Part {
  return innerPart(of, { ...inner, surface: entrySurface(of, archive, inner.name), isEntry: true });
}

/** What a reader calls an entry of an archive: the names on the way to it. */
function entrySurface({ surface }: Part, archive: string, name: Buffer): string {
  const path = surface.includes(entryArrow) ? surface : archive;
  return `${path}${entryArrow}${name.toString()}`;
}
