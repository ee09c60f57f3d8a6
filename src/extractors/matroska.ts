import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import { type Format, type Part, Unparsed } from "./format.ts";
import { innerPart, surfaceIn } from "./inner.ts";
import { sliceOf } from "./slice.ts";
import { Values } from "./values.ts";

/**
 * Titles, tags, chapters and attachments of Matroska and WebM, whose texts stand right in front of the next element, the first byte of which is
 * mostly a letter: RFC 8794, RFC 9559.
 */
export const matroska: Format = {
  *texts(of) {
    const values = new Values(of);
    const block = { bytes: of.bytes, range: { start: 0, end: of.bytes.length }, isExact: true };
    const attached: Part[] = [];
    let end = 0;
    for (const { id, body } of elementsIn(of.bytes)) {
      end = body.end;
      const kind = kinds.get(id);
      if (kind !== undefined) values.addBytes(`Matroska ${kind}`, block, body);
      if (id === fileData) attached.push(attachment(of, body));
    }
    yield* values.texts();
    yield* attached;
    if (end < of.bytes.length) throw new Unparsed("a damaged video");
  },
};

/** Segment, Info, Tracks, TrackEntry, Chapters, EditionEntry, ChapterAtom, ChapterDisplay, Attachments, AttachedFile, Tags, Tag, SimpleTag. */
const outer = new Set([
  0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1043a770, 0x45b9, 0xb6, 0x80, 0x1941a469, 0x61a7, 0x1254c367, 0x7373,
  0x67c8,
]);

const kinds: ReadonlyMap<number, string> = new Map([
  [0x7ba9, "title"],
  [0x7384, "file name"],
  [0x4d80, "application"],
  [0x5741, "application"],
  [0x536e, "track"],
  [0x85, "chapter"],
  [0x466e, "attachment's name"],
  [0x467e, "attachment's description"],
  [0x45a3, "tag's name"],
  [0x4487, "tag"],
]);

const fileData = 0x465c;

interface Element {
  readonly id: number;
  /** Of what holds others that are read, and of what does not say how long it is, nothing: they come next. */
  readonly body: Range;
}

/** The elements one behind the other, however deep they stand. */
function* elementsIn(bytes: Bytes): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const header = bytes.subarray(at, at + 12);
    const idLength = lengthOfNumber(header[0]);
    const sizeLength = lengthOfNumber(header[idLength]);
    const start = at + idLength + sizeLength;
    if (idLength > 4 || sizeLength > 8 || start > bytes.length) return;
    const id = numberIn(header.subarray(0, idLength));
    const size = numberIn(withoutMark(header.subarray(idLength, start - at)));
    const isOpen = outer.has(id) || size === 2 ** (7 * sizeLength) - 1;
    const end = isOpen ? start : start + size;
    if (end > bytes.length) return;
    yield { id, body: { start, end } };
    at = end;
  }
}

/** The highest bit that is set in the first byte of a number tells how many bytes it has. */
function lengthOfNumber(first: number = 0): number {
  return Math.clz32(first) - 23;
}

function withoutMark(bytes: Buffer): Buffer {
  const number = Buffer.from(bytes);
  number[0] = (number[0] ?? 0) & (255 >> number.length);
  return number;
}

function numberIn(bytes: Buffer): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

function attachment(of: Part, range: Range): Part {
  const bytes = sliceOf(of.bytes, range.start, range.end);
  return innerPart(of, {
    surface: surfaceIn(of, "Matroska attachment"),
    name: Buffer.alloc(0),
    bytes,
    range,
    isExact: true,
  });
}
