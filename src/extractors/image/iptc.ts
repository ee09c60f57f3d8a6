import { isUtf8 } from "node:buffer";
import { copied } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import type { Reader } from "./picture.ts";
import { addInner } from "./rest.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** Of record 2: IPTC-NAA Information Interchange Model, version 4.2. */
const datasets: Readonly<Record<number, string | undefined>> = {
  5: "Title",
  15: "Category",
  25: "Keywords",
  26: "LocationCode",
  27: "LocationName",
  40: "Instructions",
  65: "Program",
  80: "By-line",
  85: "By-lineTitle",
  90: "City",
  92: "Sublocation",
  95: "Province",
  101: "Country",
  103: "Reference",
  105: "Headline",
  110: "Credit",
  115: "Source",
  116: "Copyright",
  118: "Contact",
  120: "Caption",
  122: "Writer",
};

/** Values, each with a mark, a record, a number and a length. */
export const readIptc: Reader = (picture, block) => {
  const { bytes } = block;
  for (let at = 0; at + 5 <= bytes.length;) {
    const [mark = 0, record = 0, number = 0, high = 0, low = 0] = bytes.subarray(at, at + 5);
    if (mark !== 0x1c || high >= 0x80) return at > 0;
    const range = { start: at + 5, end: Math.min(bytes.length, at + 5 + high * 256 + low) };
    const name = record === 2 ? datasets[number] : undefined;
    const surface = name === undefined ? "IPTC" : `IPTC ${name}`;
    const value = Buffer.from(bytes.subarray(range.start, range.end));
    if (isUtf8(value)) picture.values.addBytes(surface, block, range);
    else picture.values.addText(surface, value.toString("latin1"), block, range);
    at = range.end;
  }
  return true;
};

const iptcResource = 0x0404;
const exifResource = 0x0422;
const xmpResource = 0x0424;
const oldThumbnail = 0x0409;
const thumbnail = 0x040c;
const thumbnailHeader = 28;

/** Photoshop's image resources, in which IPTC stands: Adobe Photoshop File Formats Specification. */
export const readResources: Reader = (picture, block) => {
  const { bytes } = block;
  for (let at = 0; at + 12 <= bytes.length;) {
    const header = bytes.subarray(at, at + 7);
    if (header.toString("latin1", 0, 4) !== "8BIM") return at > 0;
    const id = header.readUInt16BE(4);
    const named = at + 6 + even(1 + (header[6] ?? 0));
    if (named + 4 > bytes.length) return false;
    const start = named + 4;
    const end = Math.min(bytes.length, start + bytes.subarray(named, start).readUInt32BE(0));
    const inner = (): Block => blockIn(block, copied(bytes, start, end), { start, end });
    if (id === iptcResource) readIptc(picture, inner());
    else if (id === exifResource) readTiff(picture, inner());
    else if (id === xmpResource) readXmp(picture, inner());
    else if (id === thumbnail || id === oldThumbnail)
      addInner(picture, block, "Photoshop thumbnail", { start: start + thumbnailHeader, end });
    at = start + even(end - start);
  }
  return true;
};

function even(length: number): number {
  return length + (length % 2);
}
