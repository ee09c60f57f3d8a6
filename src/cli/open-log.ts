import { closeSync, fstatSync, openSync, statSync } from "node:fs";
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

/** Whether a name leads to a file that is open; undefined where it leads to none. */
export function leadsTo(name: string, file: number): boolean | undefined {
  const there = statSync(name, { throwIfNoEntry: false });
  if (there === undefined) return undefined;
  const own = fstatSync(file);
  return there.ino === own.ino && there.dev === own.dev;
}
