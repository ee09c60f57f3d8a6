import { lstatSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
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
export function writeFile(
  path: string,
  text: string,
  { what, remedy }: { readonly what: string; readonly remedy: string } = report,
): void {
  try {
    if (isRegular(path)) replaceFile(path, text);
    else writeFileSync(path, text);
  } catch (error) {
    throw new GateError(`${what} could not be written: ${codeOf(error)}`, remedy);
  }
}

const report = {
  what: "the report",
  remedy: "Give --output a file on a disk with room, in a folder that is there.",
};

/** Whether a file, or nothing yet, stands there. */
function isRegular(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch {
    return true; // opening it will tell
  }
}

/**
 * Puts a file in its place when all of it is on the disk. It is begun beside, where no link is followed.
 * @param mode of a new file, before the process's mask
 * @param finish does what is left to do before it has its name
 * @throws what the system says.
 */
export function replaceFile(
  path: string,
  contents: string | Uint8Array,
  mode = 0o666,
  finish: (unfinished: string) => void = () => {},
): void {
  const unfinished = unfinishedAt(path);
  try {
    rmSync(unfinished, { force: true }); // of a process that was killed and had this number
    writeFileSync(unfinished, contents, { mode, flag: "wx", flush: true });
    finish(unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What is put in its place under this name stands there until then. */
export function unfinishedAt(path: string): string {
  return `${path}.${process.pid}.tmp`;
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
