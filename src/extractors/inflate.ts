import { TooLarge } from "./format.ts";
import type { Room } from "./gzip.ts";

/** `deflate` is RFC 1951, `zlib` RFC 1950, `brotli` RFC 7932, `zstandard` RFC 8878. */
export type Compression = "deflate" | "zlib" | "brotli" | "zstandard";

const megabyte = 1 << 20;

/** What is longer than so many times its bytes is a bomb; a short one is none, whatever it is made of. */
const mostTimes = 200;
const harmless = megabyte;

/** Of one piece, since it stands in memory as a whole. */
const mostOfPiece = 64 * megabyte;

/** What comes to no more than so many times its bytes takes no room: however large an archive is, reading it takes as long as it is long. */
const free = 10;

/**
 * What some bytes come to, as far as they go; undefined where they are damaged.
 * @param isOwn whether nothing else is made of the same bytes
 * @throws {TooLarge}
 */
export function inflate(bytes: Buffer, how: Compression, room: Room, isOwn: boolean = false): Buffer | undefined {
  const own = isOwn ? free * bytes.length : 0;
  const most = Math.min(mostOfPiece, room.left + own, Math.max(harmless, mostTimes * bytes.length));
  const text = decompress(bytes, how, Math.max(0, most));
  if (text !== undefined) take(room, Math.max(0, text.length - own));
  return text;
}

/** Counts work that what stands in a document asks for. @throws {TooLarge} */
export function take(room: Room, bytes: number): void {
  if (bytes > room.left) throw tooLarge();
  room.left -= bytes;
}

function decompress(bytes: Buffer, how: Compression, most: number): Buffer | undefined {
  const zlib = process.getBuiltinModule("node:zlib");
  const maxOutputLength = Math.max(1, most);
  // Short entries of an archive would each take 16 kB until the collector comes.
  const chunkSize = Math.min(longestChunk, Math.max(shortestChunk, 4 * bytes.length));
  const options = { maxOutputLength, chunkSize };
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
  try {
    const text = {
      deflate: () => zlib.inflateRawSync(bytes, { ...options, finishFlush: Z_SYNC_FLUSH }),
      zlib: () => zlib.inflateSync(bytes, { ...options, finishFlush: Z_SYNC_FLUSH }),
      brotli: () => zlib.brotliDecompressSync(bytes, { ...options, finishFlush: BROTLI_OPERATION_FLUSH }),
      zstandard: () => zlib.zstdDecompressSync(bytes, { ...options, finishFlush: ZSTD_e_flush }),
    }[how]();
    if (text.length > most) throw tooLarge();
    return text;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    return undefined;
  }
}

/** In bytes: what is inflated at once. */
const shortestChunk = 256;
const longestChunk = 65_536;

function tooLarge(): TooLarge {
  return new TooLarge(
    "a part of it was not searched, because what it comes to is longer than 64 MB or 200 times as long as its bytes",
  );
}
