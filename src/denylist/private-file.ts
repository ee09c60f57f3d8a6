import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { GateError } from "../model/error.ts";
import { codeOf, isOfSystem } from "../model/system-error.ts";

/** What was read, and whether other users of this machine could read it as well. */
export interface PrivateFile {
  readonly bytes: Buffer;
  /** "can be read by others", "belongs to another user", or undefined. */
  readonly exposure: string | undefined;
}

/**
 * A file with all its bytes; undefined where there is none.
 * @param what it is, for messages: "the deny list".
 * @throws {GateError} if it is there and cannot be read.
 */
export function readPrivateFile(path: string, what: string): PrivateFile | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return undefined;
    throw unreadable(what, path, error);
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new GateError(`${what} ${path} is no file`, "Name a file that holds it.");
    return { bytes: readFileSync(file), exposure: exposureOf(stat) };
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw unreadable(what, path, error);
  } finally {
    closeSync(file);
  }
}

function exposureOf({ uid, mode }: Stats): string | undefined {
  // Windows has neither.
  if (process.getuid === undefined) return undefined;
  if (uid !== process.getuid()) return "belongs to another user";
  return (mode & 0o077) === 0 ? undefined : "can be read by others";
}

function unreadable(what: string, path: string, error: unknown): GateError {
  return new GateError(`${what} ${path} cannot be read: ${codeOf(error)}`, "See that you may read it, and try again.");
}

export interface Writing {
  /** Permissions of a new file; one that is there keeps its own. */
  readonly mode: number;
  /** Whether a file that is there is an error. */
  readonly isNew?: boolean;
}

/**
 * Writes a file whole or not at all, with its folders; where a link stands, what it leads to.
 * @throws {GateError} if it cannot be written.
 */
export function writePrivateFile(path: string, contents: string | Uint8Array, { mode, isNew = false }: Writing): void {
  try {
    mkdirSync(dirname(path), { recursive: true, ...(mode === secretMode && { mode: 0o700 }) });
    const target = isNew ? path : followed(path);
    const before = isNew ? undefined : statSync(target, { throwIfNoEntry: false });
    const unfinished = `${target}.${process.pid}.tmp`;
    rmSync(unfinished, { force: true }); // of a process that was killed and had this number
    try {
      writeNew(unfinished, Buffer.from(contents), mode);
      if (before !== undefined) chmodSync(unfinished, before.mode & 0o777);
      if (isNew) linkSync(unfinished, target);
      else renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new GateError(
      `${path} could not be written: ${codeOf(error)}`,
      isNew && codeOf(error) === "EEXIST"
        ? "Another process has made it in this moment: try again."
        : "Nothing was changed. See that its folder can be written and its disk has room, and try again.",
    );
  }
}

/** What only its owner may read. */
export const secretMode = 0o600;

/** What is committed. */
export const openMode = 0o644;

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // nothing there yet
  }
}

function writeNew(path: string, bytes: Buffer, mode: number): void {
  const file = openSync(path, "wx", mode);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
