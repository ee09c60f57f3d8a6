import { isUtf8 } from "node:buffer";
import type { Range } from "../../model/range.ts";
import { take } from "../inflate.ts";
import { copied } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import type { Picture, Reader } from "./picture.ts";
import { readIptc, readResources } from "./iptc.ts";
import { addPosition } from "./position.ts";
import { addInner } from "./rest.ts";
import * as known from "./tags.ts";
import { readXmp } from "./xmp.ts";

/** Directories of tags, each of which may lead to others: TIFF 6.0, section 2, and Exif 3.0. */
export const readTiff: Reader = (picture, block) => {
  const order = block.bytes.toString("latin1", 0, 2);
  if ((order !== "II" && order !== "MM") || block.bytes.length < 8) return false;
  const reading = { picture, block, isLittle: order === "II" };
  const waiting: Waiting[] = [{ at: numberAt(reading, 4, 4), isPosition: false }];
  const seen = new Set<number>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.at === 0 || seen.has(next.at)) continue;
    if (next.at + 2 > block.bytes.length || seen.size === mostDirectories) return false;
    seen.add(next.at);
    for (const further of readDirectory(reading, next)) waiting.push(further);
  }
  return true;
};

/** Raw files of many pictures have some dozens. */
const mostDirectories = 500;

interface Reading {
  readonly picture: Picture;
  readonly block: Block;
  readonly isLittle: boolean;
}

/** A directory that is still to be read. */
interface Waiting {
  readonly at: number;
  readonly isPosition: boolean;
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Range;
}

/** In bytes, by the number of a type. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const asciiType = 2;
const utf8Type = 129;
const undefinedType = 7;

function readDirectory(reading: Reading, { at, isPosition }: Waiting): Waiting[] {
  const { picture, block } = reading;
  const further: Waiting[] = [];
  const entries: Entry[] = [];
  const count = numberAt(reading, at, 2);
  for (let place = at + 2; place < at + 2 + 12 * count && place + 12 <= block.bytes.length; place += 12)
    entries.push(entryAt(reading, place));
  take(picture.room, 12 * entries.length);
  for (const entry of entries) {
    const { tag, value } = entry;
    if (tag === known.exifDirectory || tag === known.interoperability || tag === known.subDirectories)
      for (const directory of numbersOf(reading, entry)) further.push({ at: directory, isPosition: false });
    else if (tag === known.positionDirectory)
      for (const directory of numbersOf(reading, entry)) further.push({ at: directory, isPosition: true });
    else if (tag === known.xmpTag) readXmp(picture, innerBlock(block, value));
    else if (tag === known.iptcTag) readIptc(picture, innerBlock(block, value));
    else if (tag === known.resourcesTag) readResources(picture, innerBlock(block, value));
    else addValue(reading, entry, isPosition);
  }
  if (isPosition) readPosition(reading, entries);
  readThumbnail(reading, entries);
  further.push({ at: numberAt(reading, at + 2 + 12 * count, 4), isPosition: false });
  return further;
}

function entryAt(reading: Reading, at: number): Entry {
  const type = numberAt(reading, at + 2, 2);
  const count = numberAt(reading, at + 4, 4);
  const length = count * (type === utf8Type ? 1 : (sizes[type] ?? 0));
  const start = length <= 4 ? at + 8 : numberAt(reading, at + 8, 4);
  const end = Math.min(start + length, reading.block.bytes.length);
  return { tag: numberAt(reading, at, 2), type, count, value: { start: Math.min(start, end), end } };
}

function addValue({ picture, block, isLittle }: Reading, { tag, type, value }: Entry, isPosition: boolean): void {
  const name = (isPosition ? known.positionTags : known.tags)[tag];
  if (type !== asciiType && type !== utf8Type && name === undefined) return;
  const { bytes } = block;
  const surface = name === undefined ? "EXIF" : `EXIF ${name}`;
  take(picture.room, value.end - value.start);
  if (!isPosition && tag >= known.firstOfWindows && tag <= known.lastOfWindows) {
    const text = copied(bytes, value.start, value.end).toString("utf16le");
    picture.values.addText(surface, text.replaceAll("\0", ""), block, value);
  } else if (type === asciiType || type === utf8Type) addLine(picture, surface, block, value);
  else if (type === undefinedType) {
    // Eight bytes say how it is written: Exif 3.0, 4.6.6, UserComment.
    const start = Math.min(value.end, value.start + 8);
    const text = copied(bytes, start, value.end);
    if (bytes.toString("latin1", value.start, start) !== "UNICODE\0")
      addLine(picture, surface, block, { start, end: value.end });
    else picture.values.addText(surface, (isLittle ? text : swapped(text)).toString("utf16le"), block, value);
  }
}

/** Up to the NULs behind it. */
function addLine({ values }: Picture, surface: string, block: Block, { start, end }: Range): void {
  const bytes = copied(block.bytes, start, end);
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  const range = { start, end: start + length };
  const value = bytes.subarray(0, length);
  if (isUtf8(value)) values.addBytes(surface, block, range);
  else values.addText(surface, value.toString("latin1"), block, range);
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

const latitudeSide = 1;
const latitude = 2;
const longitudeSide = 3;
const longitude = 4;

/** Degrees, minutes and seconds, each a fraction. */
function readPosition(reading: Reading, entries: readonly Entry[]): void {
  const { picture, block } = reading;
  const angle = (side: number, tag: number, negative: string): number => {
    const entry = entries.find((one) => one.tag === tag);
    const at = entries.find((one) => one.tag === side)?.value.start;
    if (entry === undefined || at === undefined) return Number.NaN;
    const numbers = numbersOf({ ...reading }, { ...entry, type: 4, count: Math.min(6, 2 * entry.count) });
    const [degrees = 0, of = 1, minutes = 0, ofMinutes = 1, seconds = 0, ofSeconds = 1] = numbers;
    const sum = degrees / of + minutes / (ofMinutes || 1) / 60 + seconds / (ofSeconds || 1) / 3600;
    return block.bytes.toString("latin1", at, at + 1) === negative ? -sum : sum;
  };
  const range = entries.find(({ tag }) => tag === latitude)?.value;
  if (range === undefined) return;
  const place = [angle(latitudeSide, latitude, "S"), angle(longitudeSide, longitude, "W")] as const;
  addPosition(picture, "EXIF GPS position", place, block, range);
}

function readThumbnail(reading: Reading, entries: readonly Entry[]): void {
  const numberOf = (wanted: number): number => {
    const entry = entries.find(({ tag }) => tag === wanted);
    return entry === undefined ? 0 : (numbersOf(reading, entry)[0] ?? 0);
  };
  const { picture, block } = reading;
  const start = numberOf(known.thumbnailOffset);
  const length = numberOf(known.thumbnailLength);
  if (start === 0 || length === 0 || start + length > block.bytes.length) return;
  // Many directories can lead to the same bytes.
  take(picture.room, length);
  addInner(picture, block, "EXIF thumbnail", { start, end: start + length });
}

/** More directories than that lead nowhere. */
const mostNumbers = 64;

function numbersOf(reading: Reading, { type, count, value }: Entry): number[] {
  const size = sizes[type] === 2 ? 2 : 4;
  const numbers: number[] = [];
  for (let at = value.start; at + size <= value.end && numbers.length < Math.min(count, mostNumbers); at += size)
    numbers.push(numberAt(reading, at, size));
  return numbers;
}

function innerBlock(block: Block, range: Range): Block {
  return blockIn(block, copied(block.bytes, range.start, range.end), range);
}

/** A number of two or four bytes, or 0 where there are none. */
function numberAt({ block, isLittle }: Reading, at: number, size: 2 | 4): number {
  if (at < 0 || at + size > block.bytes.length) return 0;
  const bytes = block.bytes.subarray(at, at + size);
  return isLittle ? bytes.readUIntLE(0, size) : bytes.readUIntBE(0, size);
}
