import { closeSync, fsyncSync, lstatSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { wrap } from "../reporters/wrap.ts";

export const stdout = 1;
export const stderr = 2;

/**
 * Writes all of a text to stdout, however slow its reader is: what a process leaves in a pipe's queue is lost when it ends.
 * @throws {GateError} if the reader went away.
 */
export function print(text: string): void {
  try {
    writeAll(stdout, text);
  } catch (error) {
    throw new GateError(
      `the report could not be written: ${codeOf(error)}`,
      "Let the reader of the output read to its end, or use --output FILE.",
    );
  }
}

/**
 * Sentences for people, broken to fit a terminal where one reads them. In a pipe or a file each stays on one line, where programs look for it.
 * @param output where the text will go: a file's number
 */
export function fitting(text: string, output: number): string {
  if (!process.getBuiltinModule("node:tty").isatty(output)) return text;
  return text
    .split("\n")
    .flatMap((line) => wrap(line, ""))
    .join("\n");
}

/** Writes to stderr; where that is closed there is nobody left to tell. */
export function complain(text: string): void {
  try {
    writeAll(stderr, text);
  } catch {
    // The exit code still tells.
  }
}

/**
 * Writes a report to a file: whole or not at all. What is no regular file, such as a device, is written to as it is.
 * @throws {GateError} if it cannot be written.
 */
export function writeFile(path: string, text: string): void {
  const isFile = isRegular(path);
  const target = isFile ? `${path}.${process.pid}.tmp` : path;
  try {
    const file = openSync(target, "w");
    try {
      writeAll(file, text);
      if (isFile) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isFile) renameSync(target, path);
  } catch (error) {
    if (isFile) remove(target);
    throw new GateError(
      `the report could not be written: ${codeOf(error)}`,
      "Give --output a file on a disk with room, in a folder that is there.",
    );
  }
}

/** Whether a file, or nothing yet, stands there. */
function isRegular(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch {
    return true; // opening it will tell
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      // A pipe that is full and does not block: its reader needs a moment.
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
