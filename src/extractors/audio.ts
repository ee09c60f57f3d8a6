import type { Range } from "../model/range.ts";
import type { Format, Part } from "./format.ts";
import { innerPart, surfaceIn } from "./inner.ts";
import { copied, sliceOf } from "./slice.ts";
import { type Block, Values } from "./values.ts";

/** What a piece of music or talk says of itself in ID3, before its sound and behind it: https://id3.org/id3v2.3.0 https://id3.org/ID3v1 */
export const audio: Format = {
  *texts(of) {
    const values = new Values(of);
    const pictures: Part[] = [];
    for (const { name, range } of framesOf(of)) {
      const block = { bytes: copied(of.bytes, range.start, range.end), range, isExact: true };
      const picture = addFrame(values, name, block);
      if (picture !== undefined) pictures.push(pictureIn(of, { start: range.start + picture, end: range.end }));
    }
    addOldTag(of, values);
    yield* values.texts();
    yield* pictures;
  },
};

interface Frame {
  readonly name: string;
  readonly range: Range;
}

/** A tag has no more frames than that. */
const mostFrames = 10_000;

function* framesOf({ bytes }: Part): Generator<Frame> {
  const header = copied(bytes, 0, 10);
  const version = header[3] ?? 0;
  if (header.toString("latin1", 0, 3) !== "ID3" || version < 2 || version > 4) return;
  const isOld = version === 2;
  const end = Math.min(bytes.length, 10 + sevenBits(header.subarray(6)));
  let at = 10;
  for (let count = 0; count < mostFrames && at + (isOld ? 6 : 10) <= end; count++) {
    const head = copied(bytes, at, at + 10);
    const name = head.toString("latin1", 0, isOld ? 3 : 4);
    if (!/^[A-Z\d]+$/.test(name)) return;
    const length = isOld ? head.readUIntBE(3, 3) : version === 4 ? sevenBits(head.subarray(4)) : head.readUInt32BE(4);
    const start = at + (isOld ? 6 : 10);
    at = start + length;
    if (at > end) return;
    yield { name, range: { start, end: at } };
  }
}

/** A number of four bytes whose highest bits say nothing. */
function sevenBits(bytes: Buffer): number {
  return bytes.subarray(0, 4).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
}

/** The first byte of a text says how it is encoded. @returns where a picture begins in the frame, if it is one */
function addFrame(values: Values, name: string, block: Block): number | undefined {
  const { bytes } = block;
  const encoding = bytes.subarray(0, 1)[0] ?? 0;
  const isWide = encoding === 1 || encoding === 2;
  if (name === "APIC" || name === "PIC") {
    const type = name === "PIC" ? 4 : bytes.indexOf(0, 1) + 1;
    return type === 0 ? undefined : endOfText(bytes.subarray(0, bytes.length), type + 1, isWide);
  }
  const isText = name.startsWith("T") || /^(?:COM|ULT|WXX|USL)/.test(name);
  if (!isText) return undefined;
  const start = /^(?:COM|ULT|USL)/.test(name) ? 4 : 1;
  const text = bytes.subarray(start, bytes.length);
  values.addText(`ID3 ${kinds[name] ?? "text"}`, decoded(text, encoding), block);
  return undefined;
}

function decoded(text: Buffer, encoding: number): string {
  const isBig = encoding === 2 || (encoding === 1 && text[0] === 0xfe);
  const label = encoding === 3 ? "utf-8" : encoding === 0 ? "windows-1252" : isBig ? "utf-16be" : "utf-16le";
  return new TextDecoder(label).decode(text).replaceAll("\0", "\n");
}

function endOfText(bytes: Buffer, from: number, isWide: boolean): number {
  if (!isWide) return bytes.indexOf(0, from) + 1;
  for (let at = from; at + 1 < bytes.length; at += 2) if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
  return bytes.length;
}

const kinds: Readonly<Record<string, string>> = {
  TPE1: "artist",
  TPE2: "artist",
  TCOM: "composer",
  TEXT: "writer",
  TENC: "encoder",
  TOWN: "owner",
  TIT2: "title",
  TALB: "album",
  TCOP: "copyright",
  COMM: "comment",
  USLT: "words",
};

function pictureIn(of: Part, range: Range): Part {
  const bytes = sliceOf(of.bytes, range.start, range.end);
  return innerPart(of, {
    surface: surfaceIn(of, "ID3 picture"),
    name: Buffer.alloc(0),
    bytes,
    range,
    isExact: true,
  });
}

/** The last 128 bytes: fields of 30 bytes, filled up with zeros. */
function addOldTag({ bytes }: Part, values: Values): void {
  const start = bytes.length - 128;
  if (start < 0 || bytes.toString("latin1", start, start + 3) !== "TAG") return;
  const tag = copied(bytes, start, bytes.length);
  const text = decoded(tag.subarray(3, 127), 0).replaceAll(/\n+/g, "\n");
  values.addText("ID3 text", text, { bytes: tag, range: { start, end: bytes.length }, isExact: true });
}
