import { copied } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import type { Reader } from "./picture.ts";
import { readResources } from "./iptc.ts";
import { addRest } from "./rest.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;

/** Before what applications keep in a segment, and the reader of it. */
const applications: readonly { readonly marker: number; readonly begins: string; readonly read: Reader }[] = [
  { marker: 0xe1, begins: "Exif\0\0", read: readTiff },
  { marker: 0xe1, begins: "http://ns.adobe.com/xap/1.0/\0", read: readXmp },
  { marker: 0xed, begins: "Photoshop 3.0\0", read: readResources },
];

/** What is too long for one segment of XMP goes on in others, each with an id, a length and its place: XMP Specification Part 3, 1.1.3.1. */
const extension = "http://ns.adobe.com/xmp/extension/\0";
const extensionHeader = extension.length + 40;

/** Segments of markers, up to what stands behind the end: ITU-T T.81, annex B. */
export const readJpeg: Reader = (picture, block) => {
  const { bytes } = block;
  const further: { readonly place: number; readonly block: Block }[] = [];
  let at = 2;
  let isWhole = false;
  while (at + 2 <= bytes.length) {
    const [first = 0, marker = 0, high = 0, low = 0] = bytes.subarray(at, at + 4);
    if (first !== 0xff) break;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === endOfImage) {
      isWhole = true;
      addRest(picture, block, at + 2);
      break;
    }
    if (marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const end = at + 2 + high * 256 + low;
    if (end < at + 4 || end > bytes.length) break;
    const segment = { start: at + 4, end };
    if (marker === comment) picture.values.addBytes("JPEG comment", block, segment);
    else if (marker >= 0xe0 && marker <= 0xef) {
      const beginning = bytes.toString("latin1", segment.start, Math.min(end, segment.start + 80));
      const known = applications.find((one) => one.marker === marker && beginning.startsWith(one.begins));
      const from = segment.start + (known?.begins.length ?? 0);
      known?.read(picture, blockIn(block, copied(bytes, from, end), { start: from, end }));
      if (beginning.startsWith(extension) && end - segment.start > extensionHeader) {
        const start = segment.start + extensionHeader;
        const place = bytes.subarray(start - 4, start).readUInt32BE(0);
        further.push({ place, block: blockIn(block, copied(bytes, start, end), { start, end }) });
      }
    }
    at = marker === startOfScan ? endOfScan(block, end) : end;
  }
  readExtended(picture, further);
  // Many programs write no end, and every other one shows such a picture.
  return isWhole || at >= bytes.length;
};

function readExtended(
  picture: Parameters<Reader>[0],
  further: { readonly place: number; readonly block: Block }[],
): void {
  if (further.length === 0) return;
  const sorted = further.toSorted((a, b) => a.place - b.place);
  const ranges = sorted.map(({ block }) => block.range);
  const range = {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
  const all = Buffer.concat(sorted.map(({ block: { bytes } }) => bytes.subarray(0, bytes.length)));
  readXmp(picture, { bytes: all, range, isExact: false });
}

const part = 65_536;

/** The next marker behind what is drawn, in which 0xff is followed by 0 or stands for a restart. */
function endOfScan({ bytes }: Block, from: number): number {
  for (let start = from; start < bytes.length; start += part) {
    const piece = bytes.subarray(start, start + part + 1);
    for (let at = piece.indexOf(0xff); at !== -1 && at < part; at = piece.indexOf(0xff, at + 1)) {
      const next = piece[at + 1];
      if (next === undefined) break;
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return start + at;
    }
  }
  return bytes.length;
}
