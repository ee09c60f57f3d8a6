import { readSync } from "node:fs";
import { codeOf } from "../model/system-error.ts";

/** More is not held in memory. */
const most = 1 << 30;

/**
 * All of stdin, however slowly it comes. Another program that has the same pipe or terminal open may have set it not to block.
 * @throws {RangeError} where it is longer than 1 GB; and what the system says
 */
export function readStdin(): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0; ;) {
    const piece = Buffer.allocUnsafe(1 << 16);
    const count = readSome(piece);
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > most) throw new RangeError("too large");
    pieces.push(piece.subarray(0, count));
  }
}

/** Waits until something comes, or the end. */
function readSome(target: Buffer): number {
  for (;;) {
    try {
      return readSync(0, target);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
