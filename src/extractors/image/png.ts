import { TooLarge } from "../format.ts";
import { inflate } from "../inflate.ts";
import { drawn } from "../published/carried.ts";
import { copied } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import type { Picture, Reader } from "./picture.ts";
import { readIptc, readResources } from "./iptc.ts";
import { addRest } from "./rest.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** Chunks of a length, a name, data and a checksum: PNG Specification, third edition, section 5. */
export const readPng: Reader = (picture, block) => {
  const { bytes } = block;
  for (let at = 8; at + 12 <= bytes.length;) {
    const header = bytes.subarray(at, at + 8);
    const end = at + 8 + header.readUInt32BE(0);
    const name = header.toString("latin1", 4);
    if (end > bytes.length) return false;
    if (name === "IEND") {
      addRest(picture, block, end + 4);
      return true;
    }
    const read = chunks[name];
    if (read !== undefined && end > at + 8) {
      const range = { start: at + 8, end };
      try {
        read(picture, blockIn(block, copied(bytes, range.start, end), range));
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        picture.inner.push({ part: picture.of.part, reason: error.message });
      }
    }
    at = end + 4;
  }
  return false;
};

type ReadChunk = (picture: Picture, block: Block) => void;

const chunks: Readonly<Record<string, ReadChunk | undefined>> = {
  tEXt(picture, block) {
    const keyword = endOf(block, 0);
    addNamed(picture, wordsIn(block, 0, keyword), restOf(block, keyword + 1));
  },
  zTXt(picture, block) {
    const keyword = endOf(block, 0);
    const text = inflatedRest(picture, block, keyword + 2);
    if (text !== undefined) addNamed(picture, wordsIn(block, 0, keyword), text);
  },
  iTXt(picture, block) {
    const keyword = endOf(block, 0);
    const isCompressed = block.bytes.subarray(keyword + 1, keyword + 2)[0] === 1;
    const language = endOf(block, keyword + 3);
    const translated = endOf(block, language + 1);
    picture.values.addBytes("PNG text", block, { start: language + 1, end: translated });
    const text = isCompressed ? inflatedRest(picture, block, translated + 1) : restOf(block, translated + 1);
    if (text !== undefined) addNamed(picture, wordsIn(block, 0, keyword), text);
  },
  eXIf: readTiff,
  iCCP(picture, block) {
    const profile = inflatedRest(picture, block, endOf(block, 0) + 2);
    if (profile !== undefined) picture.values.addBytes("ICC profile", profile, { start: 0, end: profile.bytes.length });
  },
};

/** The keywords of the specification, and what common programs write. Any other may be something that must not be shown. */
const keywords = new Set(
  "Title,Author,Description,Copyright,Creation Time,Software,Disclaimer,Warning,Source,Comment,Artist,parameters,prompt,workflow,date:create,date:modify".split(
    ",",
  ),
);

/** What ImageMagick and others write of other formats: a name, a length, and hexadecimal digits. */
const profile = /^\n?[^\n]{1,40}\n *\d{1,10}\n([\da-f\s]+)$/i;

const profiles: Readonly<Record<string, Reader | undefined>> = {
  "Raw profile type exif": readAfterExif,
  "Raw profile type APP1": readAfterExif,
  "Raw profile type xmp": readXmp,
  "Raw profile type iptc": readIptcOrResources,
  "Raw profile type 8bim": readResources,
};

function addNamed(picture: Picture, keyword: string, text: Block): void {
  if (keyword === "XML:com.adobe.xmp") {
    readXmp(picture, text);
    return;
  }
  const readProfile = profiles[keyword];
  const digits = readProfile && profile.exec(text.bytes.toString("latin1", 0, text.bytes.length))?.[1];
  if (digits !== undefined) {
    const bytes = Buffer.from(digits.replaceAll(/\s/g, ""), "hex");
    readProfile?.(picture, { bytes, range: text.range, isExact: false });
    return;
  }
  const whole = { start: 0, end: text.bytes.length };
  if (keyword === "mxfile")
    for (const diagram of drawn(text.bytes.toString("latin1", 0, whole.end), picture.room))
      picture.values.addText("diagram in PNG", diagram.text, text);
  if (keywords.has(keyword)) picture.values.addBytes(`PNG text ${keyword}`, text, whole);
  else picture.values.addText("PNG text", `${keyword}: ${text.bytes.toString("utf8", 0, whole.end)}`, text);
}

function readAfterExif(picture: Picture, block: Block): boolean {
  const { bytes } = block;
  const beginning = bytes.toString("latin1", 0, 6);
  const from = beginning === "Exif\0\0" ? 6 : 0;
  if (beginning.startsWith("http:")) return readXmp(picture, block);
  return readTiff(picture, blockIn(block, copied(bytes, from, bytes.length), { start: from, end: bytes.length }));
}

function readIptcOrResources(picture: Picture, block: Block): boolean {
  return block.bytes.toString("latin1", 0, 4) === "8BIM" ? readResources(picture, block) : readIptc(picture, block);
}

/** Where the next NUL stands. */
function endOf({ bytes }: Block, from: number): number {
  const end = bytes.indexOf(0, from);
  return end === -1 ? bytes.length : end;
}

function wordsIn({ bytes }: Block, start: number, end: number): string {
  return bytes.toString("latin1", start, end);
}

function restOf(block: Block, start: number): Block {
  const end = block.bytes.length;
  return blockIn(block, copied(block.bytes, Math.min(start, end), end), { start: Math.min(start, end), end });
}

function inflatedRest({ room }: Picture, block: Block, from: number): Block | undefined {
  const rest = restOf(block, from);
  const bytes = inflate(copied(rest.bytes, 0, rest.bytes.length), "zlib", room);
  return bytes && { bytes, range: rest.range, isExact: false };
}
