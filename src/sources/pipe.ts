import { readSync } from "node:fs";
import { codeOf } from "../model/system-error.ts";

/** More is not held in memory, in bytes. */
const usual = 1 << 30;

/**
 * All that comes from a pipe, a terminal or a device, however slowly. Another program that has the same one open may have set it not to block.
 * @param most so many bytes are read
 * @throws what the system says; where more comes as well
 */
export function readPipe(file: number, most: number = usual): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0; ;) {
    const piece = Buffer.allocUnsafe(1 << 16);
    const count = readSome(file, piece);
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > most) throw Object.assign(new RangeError("too large"), { code: "EFBIG" });
    pieces.push(piece.subarray(0, count));
  }
}

/** Waits until something comes, or the end. */
function readSome(file: number, target: Buffer): number {
  for (;;) {
    try {
      return readSync(file, target);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
