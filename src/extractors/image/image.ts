import { type Format, Unparsed } from "../format.ts";
import { Values } from "../values.ts";
import { readBoxes } from "./boxes.ts";
import { readGif } from "./gif.ts";
import { readIcon } from "./icon.ts";
import { readJpeg } from "./jpeg.ts";
import type { Picture, Reader } from "./picture.ts";
import { readPhotoshop } from "./photoshop.ts";
import { readPng } from "./png.ts";
import { readTiff } from "./tiff.ts";
import { readWebp } from "./webp.ts";

/** JPEG, PNG, GIF, WebP, TIFF, HEIC and AVIF, JPEG XL, JPEG 2000, Photoshop, icons, MP4 and QuickTime, whatever their names say. */
export const image: Format = {
  *texts(of, room) {
    const picture: Picture = { of, values: new Values(of), room, inner: [] };
    const block = { bytes: of.bytes, range: { start: 0, end: of.bytes.length }, isExact: true };
    const read = readerOf(of.bytes.toString("latin1", 0, 12));
    const isWhole = read?.(picture, block);
    yield* picture.values.texts();
    yield* picture.inner;
    if (read === undefined) throw new Unparsed("it is no picture and no video of a kind that is known");
    if (isWhole !== true) throw new Unparsed("a damaged picture or video");
  },
};

function readerOf(beginning: string): Reader | undefined {
  return readers.find(([begins]) => begins.test(beginning))?.[1];
}

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^\xff\xd8/, readJpeg],
  [/^\x89PNG/, readPng],
  [/^GIF8/, readGif],
  [/^RIFF.{4}WEBP/s, readWebp],
  [/^(?:II\*\0|MM\0\*)/, readTiff],
  [/^.{4}(?:ftyp|moov|mdat|wide|free|skip|JXL |jP {2})/s, readBoxes],
  [/^8BPS/, readPhotoshop],
  [/^\0\0[^]\0/, readIcon],
  [/^\xff\n/, () => true], // JPEG XL without boxes has nothing beside what it shows
];
