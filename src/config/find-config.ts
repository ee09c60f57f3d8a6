import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { type ConfigFile, configName } from "./config-file.ts";
import { refuseMisnamed } from "./misnamed.ts";

/**
 * The config file that a user named, or the nearest one from the current folder upwards.
 * @throws {GateError} if the file cannot be read, or one has a name under which none is read.
 */
export function findConfig(named: string | undefined): ConfigFile | undefined {
  const path = named ?? nearest();
  if (path === undefined) return undefined;
  try {
    if (named === undefined && isEndless(path))
      throw new GateError(`the config ${path} is a pipe, a socket or a device`, remedy);
    const bytes = readFileSync(path);
    return { name: path, folder: dirname(resolve(path)), text: bytes.toString("utf8"), id: blobId(bytes) };
  } catch (error) {
    if (error instanceof GateError) throw error;
    throw new GateError(`the config ${path} cannot be read: ${codeOf(error)}`, remedy);
  }
}

const remedy = "Name a file that is there, or leave --config out: without a config the defaults hold.";

/** A pipe that `--config <(…)` names has an end; of one that only stands there, nobody knows. */
function isEndless(path: string): boolean {
  const status = statSync(path);
  return !status.isFile() && !status.isDirectory();
}

function nearest(): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    refuseMisnamed(folder);
    const path = join(folder, configName);
    if (isThere(path)) return path;
    if (existsSync(join(folder, ".git")) || folder === dirname(folder)) return undefined;
  }
}

/**
 * A link that leads nowhere is there, and so is what nobody lets this user look for: without a config the gate would be another one than it was
 * made to be.
 */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function blobId(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
