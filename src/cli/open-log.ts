import { closeSync, fstatSync, openSync } from "node:fs";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";

/** @throws {GateError} if it cannot be opened. */
export function opened(file: string): number {
  try {
    const descriptor = openSync(file, "r");
    if (!fstatSync(descriptor).isDirectory()) return descriptor;
    closeSync(descriptor);
  } catch (error) {
    throw new GateError(`${file} cannot be read: ${codeOf(error)}`, "Name a file that is there and may be read.");
  }
  throw new GateError(`${file} is a folder`, "Name a file in it.");
}
