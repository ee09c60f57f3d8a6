import type { Bytes } from "../model/bytes.ts";
import type { Segment } from "../model/segment.ts";
import { innerSegment } from "./layer.ts";

/** How much may still be inflated for a document, in bytes. */
export interface Room {
  left: number;
}

const megabyte = 1 << 20;

/** For all of a document, however deep one stands in another. */
const mostOfDocument = 64 * megabyte;

/** What is longer than so many times its gzip is a bomb; a short one is none, whatever it is made of. */
const mostTimes = 200;
const harmless = megabyte;

export function wholeRoom(): Room {
  return { left: mostOfDocument };
}

/** RFC 1952: two bytes that tell it, and deflate, the only method that there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * What gzip holds that begins with the first of some bytes, as far as it goes: also where its end is missing, where its checksum is another, and
 * where something else stands behind it. Undefined where it holds nothing or is damaged. All of it comes from all of these bytes.
 * @throws {GzipTooLarge}
 */
export function inflated(outer: Omit<Segment, "bytes"> & { readonly bytes: Bytes }, room: Room): Segment | undefined {
  // What is longer comes to more than there is room for, unless it holds next to nothing for so long.
  const bytes = outer.bytes.subarray(0, mostOfDocument + megabyte);
  const most = Math.min(room.left, Math.max(harmless, mostTimes * bytes.length));
  const { text, end } = inflate(bytes, most);
  if (end >= bytes.length && bytes.length < outer.bytes.length) throw new GzipTooLarge();
  room.left -= text.length;
  if (text.length === 0) return undefined;
  const whole = { start: 0, end: outer.bytes.length };
  const segment = innerSegment({ ...outer, bytes }, "gzip", text, () => whole);
  return { ...segment, stream: { of: text, toStream: (range) => range } };
}

/** Its message is fit to be shown. */
export class GzipTooLarge extends Error {
  constructor() {
    super("gzip in it was not searched, because it is longer than 64 MB or 200 times as long as its bytes");
    this.name = "GzipTooLarge";
  }
}

/** One member behind the other, and NULs between them. @returns what they hold, and where the last one ends */
function inflate(bytes: Buffer, most: number): { readonly text: Buffer; readonly end: number } {
  const members: Buffer[] = [];
  let left = most;
  let end = 0;
  while (isGzip(bytes.subarray(end, end + 3))) {
    const start = endOfHeader(bytes, end);
    const member = inflateMember(bytes.subarray(start), left);
    if (member === undefined) break;
    members.push(member.text);
    left -= member.text.length;
    end = start + member.length + trailerLength;
    while (bytes[end] === 0) end++;
  }
  return { text: members.length === 1 && members[0] !== undefined ? members[0] : Buffer.concat(members), end };
}

/** A checksum and a length. */
const trailerLength = 8;

// Flags of a header.
const hasChecksum = 2;
const hasExtra = 4;
const hasName = 8;
const hasComment = 16;

/** Of the header of a member that begins at a place. */
function endOfHeader(bytes: Buffer, start: number): number {
  const flags = bytes[start + 3] ?? 0;
  let at = start + 10;
  if (flags & hasExtra) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [hasName, hasComment]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    at = end === -1 ? bytes.length : end + 1;
  }
  return flags & hasChecksum ? at + 2 : at;
}

/** @returns what it holds, and how many bytes hold it */
function inflateMember(bytes: Buffer, most: number): { readonly text: Buffer; readonly length: number } | undefined {
  const { constants, inflateRawSync } = process.getBuiltinModule("node:zlib");
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most), info: true };
  try {
    // With `info`, which @types/node does not know, it returns both.
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as Inflated;
    if (buffer.length > most) throw new GzipTooLarge();
    return { text: buffer, length: engine.bytesWritten };
  } catch (error) {
    if (error instanceof GzipTooLarge) throw error;
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ERR_BUFFER_TOO_LARGE") throw new GzipTooLarge();
    if (error.code === "Z_DATA_ERROR" || error.code === "Z_BUF_ERROR") return undefined;
    throw error;
  }
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
