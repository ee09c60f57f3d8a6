import { copied } from "../slice.ts";
import { blockIn } from "../values.ts";
import type { Reader } from "./picture.ts";
import { addRest } from "./rest.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** Chunks of RIFF: RFC 9649, section 2. */
export const readWebp: Reader = (picture, block) => {
  const { bytes } = block;
  const end = 8 + bytes.subarray(4, 8).readUInt32LE(0);
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    const header = bytes.subarray(at, at + 8);
    const name = header.toString("latin1", 0, 4);
    const last = at + 8 + header.readUInt32LE(4);
    if (last > bytes.length) return false;
    if (name === "EXIF" || name === "XMP ") {
      // Some write the mark of JPEG before it.
      const start = at + 8 + (bytes.toString("latin1", at + 8, at + 14) === "Exif\0\0" ? 6 : 0);
      const inner = blockIn(block, copied(bytes, start, last), { start, end: last });
      if (name === "EXIF") readTiff(picture, inner);
      else readXmp(picture, inner);
    }
    at = last + (last % 2);
  }
  addRest(picture, block, end);
  return end <= bytes.length + 1;
};
