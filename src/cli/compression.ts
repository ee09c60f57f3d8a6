import { readSync } from "node:fs";
import { beginsFrame } from "../sources/zstd-frames.ts";

/** So many bytes tell how a file is compressed. */
export const markLength = 4;

/** The first bytes of a file, which are read once more. */
export function firstOf(file: number): Buffer {
  const bytes = Buffer.alloc(markLength);
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
}

export type Compression = "gzip" | "zstd";

/** RFC 1952 and RFC 8878 tell how they begin; before frames of zstd can stand one that is to be skipped. */
export function compressionOf(first: Buffer): Compression | undefined {
  if (first.length >= 3 && first.readUIntBE(0, 3) === 0x1f8b08) return "gzip";
  return beginsFrame(first) ? "zstd" : undefined;
}
