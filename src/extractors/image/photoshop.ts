import { copied } from "../slice.ts";
import { blockIn } from "../values.ts";
import { readResources } from "./iptc.ts";
import type { Reader } from "./picture.ts";

/** Where the colours stand, behind the size of the picture. */
const header = 26;

/** Colours and resources, each behind its length: Adobe Photoshop File Formats Specification. Layers stand in their bytes. */
export const readPhotoshop: Reader = (picture, block) => {
  const { bytes } = block;
  const lengthAt = (at: number): number => (at + 4 > bytes.length ? 0 : bytes.subarray(at, at + 4).readUInt32BE(0));
  const resources = header + 4 + lengthAt(header);
  const start = resources + 4;
  const end = start + lengthAt(resources);
  if (start > bytes.length || end > bytes.length) return false;
  return readResources(picture, blockIn(block, copied(bytes, start, end), { start, end }));
};
