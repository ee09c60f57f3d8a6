import { writeSync } from "node:fs";
import { codeOf } from "../model/system-error.ts";

/** Where a masked log goes. */
export interface Sink {
  readonly file: number;
  /** Whether what was written last can be taken back, as it can of a file. */
  readonly canShorten: boolean;
}

/** As many bytes as there is room for now. */
export function writeSome(file: number, bytes: Buffer, at: number): number {
  try {
    return writeSync(file, bytes, at);
  } catch (error) {
    // A pipe that is full and does not block: its reader needs a moment.
    if (codeOf(error) !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    return 0;
  }
}
