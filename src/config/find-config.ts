import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { type ConfigFile, configName } from "./config-file.ts";

/**
 * The config file that a user named, or the nearest one from the current folder upwards.
 * @throws {GateError} if the named file cannot be read.
 */
export function findConfig(named: string | undefined): ConfigFile | undefined {
  const path = named ?? nearest();
  if (path === undefined) return undefined;
  try {
    const bytes = readFileSync(path);
    return { name: path, folder: dirname(resolve(path)), text: bytes.toString("utf8"), id: blobId(bytes) };
  } catch (error) {
    throw new GateError(
      `the config ${path} cannot be read: ${codeOf(error)}`,
      "Name a file that is there, or leave --config out: without a config the defaults hold.",
    );
  }
}

function nearest(): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const path = join(folder, configName);
    if (existsSync(path)) return path;
    if (existsSync(join(folder, ".git")) || folder === dirname(folder)) return undefined;
  }
}

function blobId(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
