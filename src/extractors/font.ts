import type { Range } from "../model/range.ts";
import { type Format, type Part, Unparsed } from "./format.ts";
import type { Room } from "./gzip.ts";
import { type Compression, inflate, take } from "./inflate.ts";
import { innerPart, surfaceIn } from "./inner.ts";
import { copied } from "./slice.ts";
import { type Block, Values } from "./values.ts";

/**
 * Fonts: who made them, for whom, and under which license, which stands compressed in web fonts, and one right behind the other in all.
 * https://www.w3.org/TR/WOFF/ https://www.w3.org/TR/WOFF2/ https://learn.microsoft.com/en-us/typography/opentype/spec/otff
 */
export const font: Format = {
  *texts(of, room) {
    const header = copied(of.bytes, 0, 48);
    const signature = header.toString("latin1", 0, 4);
    if (plainFonts.has(signature)) {
      yield* namesOfPlain(of, header, room);
      return;
    }
    if ((signature !== "wOFF" && signature !== "wOF2") || header.length < 44) throw new Unparsed("it is no font");
    const values = new Values(of);
    const isSecond = signature === "wOF2";
    const names = isSecond ? namesInSecond(of, header, room) : namesInFirst(of, header, room);
    if (names !== undefined) addNames(values, names, room);
    yield* values.texts();
    const metadata = metadataOf(of, header, isSecond, room);
    if (metadata !== undefined) yield metadata;
    if (names === undefined) throw new Unparsed("a damaged web font, or one without names");
  },
};

/** A font has fewer tables. */
const mostTables = 4096;

/** TrueType, OpenType, and several of them in one file. */
const plainFonts = new Set(["\0\x01\0\0", "true", "OTTO", "ttcf"]);

/** No collection has more fonts. */
const mostFonts = 256;

/** What names a font that is not packed, or each of a collection: most of these share their names. */
function* namesOfPlain(of: Part, header: Buffer, room: Room): Generator<Part> {
  const values = new Values(of);
  const known = new Set<number>();
  for (const directory of directoriesIn(of, header)) {
    const names = namesAt(of, directory);
    if (names === undefined || known.has(names.start)) continue;
    known.add(names.start);
    const block = { bytes: copied(of.bytes, names.start, names.end), range: names, isExact: true };
    addNames(values, block, room);
  }
  yield* values.texts();
}

/** Where the fonts of a file begin. */
function directoriesIn(of: Part, header: Buffer): number[] {
  if (header.toString("latin1", 0, 4) !== "ttcf") return [0];
  const places = copied(of.bytes, 12, 12 + 4 * mostFonts);
  const count = header.length < 12 ? 0 : Math.min(header.readUInt32BE(8), Math.floor(places.length / 4));
  return Array.from({ length: count }, (_, index) => places.readUInt32BE(4 * index));
}

/** A directory of entries of 16 bytes: name, checksum, place, length. */
function namesAt({ bytes }: Part, place: number): Range | undefined {
  const head = copied(bytes, place, place + 12);
  if (head.length < 12) return undefined;
  const directory = copied(bytes, place + 12, place + 12 + 16 * Math.min(mostTables, head.readUInt16BE(4)));
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    if (directory.toString("latin1", at, at + 4) !== "name") continue;
    const start = directory.readUInt32BE(at + 8);
    return { start, end: Math.min(bytes.length, start + directory.readUInt32BE(at + 12)) };
  }
  return undefined;
}

/** A directory of entries of 20 bytes: name, place, length, length as it is read, checksum. */
function namesInFirst(of: Part, header: Buffer, room: Room): Block | undefined {
  const directory = copied(of.bytes, 44, 44 + 20 * Math.min(mostTables, header.readUInt16BE(12)));
  for (let at = 0; at + 20 <= directory.length; at += 20) {
    if (directory.toString("latin1", at, at + 4) !== "name") continue;
    const start = directory.readUInt32BE(at + 4);
    const range = { start, end: start + directory.readUInt32BE(at + 8) };
    const isCompressed = range.end - range.start < directory.readUInt32BE(at + 12);
    return inflatedAt(of, range, isCompressed ? "zlib" : undefined, room);
  }
  return undefined;
}

/** All tables stand in one stream, in the order of a directory whose entries have no places. */
function namesInSecond(of: Part, header: Buffer, room: Room): Block | undefined {
  const count = Math.min(mostTables, header.readUInt16BE(12));
  const directory = copied(of.bytes, 48, 48 + count * longestEntry);
  let at = 0;
  const nextNumber = (): number => {
    let value = 0;
    for (let byte = 0x80; byte >= 0x80 && at < directory.length;) {
      byte = directory[at++] ?? 0;
      value = value * 128 + (byte & 127);
    }
    return value;
  };
  let before = 0;
  let names: Range | undefined;
  for (let table = 0; table < count; table++) {
    const flags = directory[at++] ?? 0;
    const known = flags & 63;
    const isName = known === 5 || (known === 63 && directory.toString("latin1", at, at + 4) === "name");
    if (known === 63) at += 4;
    const isShape = known === 10 || known === 11;
    const length = nextNumber();
    const isTransformed = isShape ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const written = isTransformed ? nextNumber() : length;
    if (isName) names = { start: before, end: before + written };
    before += written;
  }
  const start = 48 + at;
  const stream = inflatedAt(of, { start, end: start + header.readUInt32BE(20) }, "brotli", room);
  if (names === undefined || stream === undefined) return undefined;
  return { ...stream, bytes: copied(stream.bytes, names.start, names.end) };
}

/** A byte of flags, a name, two numbers of at most five bytes. */
const longestEntry = 15;

function inflatedAt(of: Part, range: Range, how: Compression | undefined, room: Room): Block | undefined {
  const bytes = copied(of.bytes, range.start, range.end);
  if (how === undefined) return { bytes, range, isExact: true };
  const inflated = inflate(bytes, how, room, true);
  return inflated && { bytes: inflated, range, isExact: false };
}

/**
 * Records of 12 bytes and what they name: https://learn.microsoft.com/en-us/typography/opentype/spec/name
 * Many can name the same bytes: what they come to beyond the length of the table takes room.
 */
function addNames(values: Values, block: Block, room: Room): void {
  const bytes = copied(block.bytes, 0, block.bytes.length);
  if (bytes.length < 6) return;
  const texts = bytes.readUInt16BE(4);
  const end = Math.min(bytes.length, 6 + 12 * bytes.readUInt16BE(2));
  let left = bytes.length;
  for (let at = 6; at + 12 <= end; at += 12) {
    const platform = bytes.readUInt16BE(at);
    const start = texts + bytes.readUInt16BE(at + 10);
    const text = bytes.subarray(start, start + bytes.readUInt16BE(at + 8));
    left -= text.length;
    if (left < 0) {
      take(room, -left);
      left = 0;
    }
    const isWide = platform === 0 || platform === 3;
    const read = new TextDecoder(isWide ? "utf-16be" : "macintosh").decode(text);
    const place = { start, end: start + text.length };
    values.addText(`font ${kinds[bytes.readUInt16BE(at + 6)] ?? "name"}`, read, block, place);
  }
}

const kinds: Readonly<Record<number, string>> = {
  0: "copyright",
  5: "version",
  7: "trademark",
  8: "manufacturer",
  9: "designer",
  10: "description",
  11: "vendor's address",
  12: "designer's address",
  13: "license",
  14: "license's address",
};

function metadataOf(of: Part, header: Buffer, isSecond: boolean, room: Room): Part | undefined {
  const at = isSecond ? 28 : 24;
  const start = header.readUInt32BE(at);
  const range = { start, end: start + header.readUInt32BE(at + 4) };
  if (start === 0 || range.end > of.bytes.length) return undefined;
  const text = inflatedAt(of, range, isSecond ? "brotli" : "zlib", room);
  if (text === undefined) return undefined;
  return innerPart(of, { ...text, surface: surfaceIn(of, "font metadata"), name: Buffer.from(".xml") });
}
