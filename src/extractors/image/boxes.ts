import type { Range } from "../../model/range.ts";
import { inflate, take } from "../inflate.ts";
import { copied } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import { boxesIn } from "./box.ts";
import { itemsOf } from "./heif.ts";
import type { Picture, Reader } from "./picture.ts";
import { addPosition } from "./position.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** What boxes with an id of their own hold: XMP (XMP Specification Part 3, 1.2.7.1), and EXIF in JPEG 2000, as programs agree on. */
const named: ReadonlyMap<string, Reader> = new Map([
  [Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex").toString("latin1"), readXmp],
  ["JpgTiffExif->JP2", readTiff],
]);

/** What is longer is no position. */
const longestPosition = 1 << 20;
const longestLocation = 4096;

const places = new Set(["udta", "meta", "ilst", "\xa9xyz"]);
const outer = new Set(["moov", "trak"]);

/** Boxes in boxes. What is shown or heard is not read. */
export const readBoxes: Reader = (picture, block) => {
  const whole = { start: 0, end: block.bytes.length };
  return readIn(picture, block, whole, 0);
};

function readIn(picture: Picture, block: Block, range: Range, depth: number): boolean {
  let end = range.start;
  for (const { name, body } of boxesIn(block, range)) {
    end = body.end;
    take(picture.room, 16);
    if (outer.has(name) && depth < 4) readIn(picture, block, body, depth + 1);
    else if (name === "meta" && depth === 0) readItems(picture, block, body);
    else if (depth === 0 && alone.has(name)) readAlone(picture, name, innerBlock(block, body));
    else if (name === "uuid") {
      const start = body.start + 16;
      const read = named.get(block.bytes.toString("latin1", body.start, start));
      read?.(picture, innerBlock(block, { start, end: body.end }));
    } else if (places.has(name)) readPlace(picture, block, body);
    if (name === "udta") readLocation(picture, block, body);
  }
  return end >= range.end;
}

/** Boxes of JPEG XL that hold one thing each, the last of them another one in brotli: ISO/IEC 18181-2, 9. */
const alone = new Set(["Exif", "xml ", "brob"]);

function readAlone(picture: Picture, name: string, block: Block): void {
  const { bytes } = block;
  if (name === "xml ") readXmp(picture, block);
  else if (name === "Exif") readExif(picture, block);
  else {
    const inner = bytes.toString("latin1", 0, 4);
    const text = inflate(copied(bytes, 4, bytes.length), "brotli", picture.room, true);
    if (text === undefined || inner === "brob" || !alone.has(inner)) return;
    readAlone(picture, inner, { bytes: text, range: block.range, isExact: false });
  }
}

/** As ISO 6709 writes it, in whatever box programs put it: `+52.5163+013.3777+034.5/`. */
const written = /([+-]\d{1,2}\.\d{2,9})([+-]\d{1,3}\.\d{2,9})(?=[+-/]|$)/;

function readPlace(picture: Picture, block: Block, body: Range): void {
  const end = Math.min(body.end, body.start + longestPosition);
  const [, latitude, longitude] = written.exec(block.bytes.toString("latin1", body.start, end)) ?? [];
  if (latitude === undefined || longitude === undefined) return;
  addPosition(picture, "video position", [Number(latitude), Number(longitude)], block, { start: body.start, end });
}

/** A place as 3GPP TS 26.244, 8.10, has it: a language, a name, a role, and then longitude and latitude, each in 65,536ths of a degree. */
function readLocation(picture: Picture, block: Block, data: Range): void {
  for (const { name, body } of boxesIn(block, data)) {
    if (name !== "loci") continue;
    const bytes = copied(block.bytes, body.start, Math.min(body.end, body.start + longestLocation));
    const width = bytes.toString("latin1", 6, 8) === "\xfe\xff" ? 2 : 1;
    let end = 6;
    while (end < bytes.length && bytes.subarray(end, end + width).some((byte) => byte !== 0)) end += width;
    const at = end + width + 1;
    if (at + 8 > bytes.length) continue;
    const [longitude, latitude] = [bytes.readInt32BE(at) / 65_536, bytes.readInt32BE(at + 4) / 65_536];
    addPosition(picture, "video position", [latitude, longitude], block, body);
  }
}

function readItems(picture: Picture, block: Block, body: Range): void {
  for (const { kind, pieces } of itemsOf(block, body)) {
    const range = {
      start: Math.min(...pieces.map(({ start }) => start)),
      end: Math.max(...pieces.map((one) => one.end)),
    };
    take(
      picture.room,
      pieces.reduce((sum, { start, end }) => sum + end - start, 0),
    );
    const [only] = pieces;
    const inner =
      pieces.length === 1 && only !== undefined
        ? innerBlock(block, only)
        : { bytes: Buffer.concat(pieces.map((one) => copied(block.bytes, one.start, one.end))), range, isExact: false };
    if (kind === "XMP") readXmp(picture, inner);
    else readExif(picture, inner);
  }
}

/** Four bytes say how far behind them TIFF begins: ISO 23008-12, annex A. */
function readExif(picture: Picture, block: Block): void {
  if (block.bytes.length <= 8) return;
  const start = Math.min(block.bytes.length, 4 + block.bytes.subarray(0, 4).readUInt32BE(0));
  readTiff(picture, innerBlock(block, { start, end: block.bytes.length }));
}

function innerBlock(block: Block, range: Range): Block {
  return blockIn(block, copied(block.bytes, range.start, range.end), range);
}
