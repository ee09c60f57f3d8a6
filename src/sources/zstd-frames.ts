import { zstdDecompressSync } from "node:zlib";

/** What a frame begins with, and one that is to be skipped but for its last four bits (RFC 8878, section 3.1). */
const magic = 0xfd2fb528;
const skippable = 0x184d2a50;

/** Of a frame's header, by the lowest two and the highest two bits of its descriptor: how long the dictionary's number and the content's size are. */
const ofDictionary = [0, 1, 2, 4] as const;
const ofContent = [0, 2, 4, 8] as const;

/** A piece of a frame whose length its first bytes tell: how many of them do, and how long it is. */
interface Piece {
  readonly least: number;
  readonly length: (first: Buffer) => number;
}

/**
 * The pieces of a frame one after the other: Node.js inflates one frame and either stops without a word or fails at the next.
 * @throws {Error} with a code, if no frame begins there.
 */
export function* piecesOfFrame(): Generator<Piece, void, Buffer> {
  const head = yield { least: 8, length: lengthOfHead };
  if (isSkipped(head)) return yield* skipped(head.readUInt32LE(4));
  const hasChecksum = ((head[4] ?? 0) & 4) !== 0;
  for (let isLast = false; !isLast;) {
    const block = yield { least: 3, length: lengthOfBlock };
    isLast = ((block[0] ?? 0) & 1) === 1;
  }
  if (hasChecksum) yield { least: 0, length: () => 4 };
}

/** So much of what is skipped is one piece, in bytes: whoever reads it holds no more. */
const longestSkipped = 65_536;

function* skipped(length: number): Generator<Piece, void, Buffer> {
  for (let left = length; left > 0; left -= longestSkipped) {
    const next = Math.min(left, longestSkipped);
    yield { least: 0, length: () => next };
  }
}

function lengthOfHead(first: Buffer): number {
  const mark = first.readUInt32LE(0);
  if (mark - (mark % 16) === skippable) return 8;
  if (mark !== magic) throw Object.assign(new Error("no frame of zstd"), { code: "ZSTD_error_prefix_unknown" });
  const descriptor = first[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  const content = ofContent[(descriptor >> 6) as 0 | 1 | 2 | 3]; // two bits
  const size = content === 0 && isSingle ? 1 : content;
  return 5 + (isSingle ? 0 : 1) + ofDictionary[(descriptor & 3) as 0 | 1 | 2 | 3] + size; // two bits
}

/** A block's header, and what stands behind it: of one byte that is repeated only that. */
function lengthOfBlock(first: Buffer): number {
  const header = first.readUIntLE(0, 3);
  return 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3);
}

/** All frames, inflated. @throws {Error} what zlib says, and if it comes to more than so many bytes. */
export function inflatedFrames(bytes: Buffer, most: number): Buffer {
  const inflated: Buffer[] = [];
  let left = most;
  for (let start = 0; start < bytes.length;) {
    const end = endOfFrame(bytes, start);
    if (!isSkipped(bytes.subarray(start))) {
      const one = zstdDecompressSync(bytes.subarray(start, end), { maxOutputLength: Math.max(1, left) });
      inflated.push(one);
      left -= one.length;
    }
    start = end;
  }
  return inflated.length === 1 ? (inflated[0] ?? bytes) : Buffer.concat(inflated);
}

/** Whether zstd begins so: with a frame, or with one that is to be skipped. */
export function beginsFrame(first: Buffer): boolean {
  if (first.length < 4) return false;
  const mark = first.readUInt32LE(0);
  return mark === magic || mark - (mark % 16) === skippable;
}

/** Whether a frame that begins so holds nothing of what was compressed. */
export function isSkipped(first: Buffer): boolean {
  return first.readUInt32LE(0) !== magic;
}

function endOfFrame(bytes: Buffer, start: number): number {
  const pieces = piecesOfFrame();
  let end = start;
  for (let { done, value } = pieces.next(); done !== true;) {
    if (value === undefined || bytes.length - end < value.least) throw cutOff();
    const length = value.length(bytes.subarray(end, end + value.least));
    if (bytes.length - end < length) throw cutOff();
    ({ done, value } = pieces.next(bytes.subarray(end, end + length)));
    end += length;
  }
  return end;
}

/** What zlib says of a frame that is not there to its end. */
export function cutOff(): Error {
  return Object.assign(new Error("unexpected end of file"), { code: "Z_BUF_ERROR" });
}
