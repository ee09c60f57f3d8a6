import { copied } from "../slice.ts";
import type { Reader } from "./picture.ts";
import { addInner } from "./rest.ts";

/** Pictures of several sizes, those of PNG with all that one can hold: https://en.wikipedia.org/wiki/ICO_(file_format) */
export const readIcon: Reader = (picture, block) => {
  const { bytes } = block;
  const directory = copied(bytes, 6, 6 + 16 * Math.min(most, copied(bytes, 4, 6).readUInt16LE(0)));
  let isWhole = true;
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    const start = directory.readUInt32LE(at + 12);
    const end = start + directory.readUInt32LE(at + 8);
    if (end > bytes.length) isWhole = false;
    else if (bytes.toString("latin1", start, start + 4) === "\x89PNG") addInner(picture, block, "icon", { start, end });
  }
  return isWhole;
};

/** An icon has no more pictures than that. */
const most = 256;
