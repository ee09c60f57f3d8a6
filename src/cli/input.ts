import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { readPipe } from "../sources/pipe.ts";

/**
 * All of stdin.
 * @param what it is, for messages
 * @throws {GateError} if it cannot be read.
 */
export function readInput(what: string, remedy: string): Buffer {
  try {
    return readPipe(0);
  } catch (error) {
    throw new GateError(`${what} cannot be read: ${codeOf(error)}`, remedy);
  }
}
