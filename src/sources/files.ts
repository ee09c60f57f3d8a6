import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  type Stats,
} from "node:fs";
import { sep } from "node:path";
import type { Document, Unread } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import { type Split, whole } from "../model/shard.ts";
import type { Source } from "../model/source.ts";
import { gitDirectory, gitOutput } from "./git.ts";
import { codeOf } from "../model/system-error.ts";

/** Node reads no more than this into one buffer. */
const largest = 2 ** 31 - 1;

/**
 * Files of the work tree. Without patterns: in a repository the tracked files and the untracked ones that are not ignored,
 * below the current folder; elsewhere everything below it. With patterns: what they name, dot files included, ignore files not
 * read. `.git` is only read if a pattern names it.
 * @param split by names, as they are given here; a file that falls to another shard is not touched.
 * @throws {GateError} that names the patterns which name nothing, whatever the others do.
 */
export async function openFiles(patterns: readonly string[], split: Split = whole): Promise<Source> {
  const names = patterns.length === 0 ? usual() : await named(patterns);
  return { boundary: "files", target: null, items: items(names, split) };
}

function* items(names: Iterable<Buffer | Unread>, split: Split): Generator<Document | Unread> {
  for (const name of names) {
    const share = split(Buffer.isBuffer(name) ? name : name.name);
    if (share !== undefined) yield { ...(Buffer.isBuffer(name) ? read(name) : name), ...share };
  }
}

function usual(): Iterable<Buffer | Unread> {
  return gitDirectory() === undefined ? walk(Buffer.alloc(0)) : listed();
}

/** What git lists: tracked files, and untracked ones that no ignore file names. A submodule's folder is left to its repository. */
function* listed(): Generator<Buffer> {
  const output = gitOutput(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const seen = new Set<string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0, at);
    const name = output.subarray(at, end);
    at = end + 1;
    // An unmerged file is listed once for each of its stages; one that is tracked and deleted is no longer there.
    const key = name.toString("latin1");
    if (seen.has(key) || isDeleted(name)) continue;
    seen.add(key);
    yield name;
  }
}

/** Where the system does not say, reading the file will tell. */
function isDeleted(name: Buffer): boolean {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** A pattern that is a file's name is that file, whatever brackets it holds. */
async function named(patterns: readonly string[]): Promise<(Buffer | Unread)[]> {
  const found = new Map<string, Buffer | Unread>();
  const empty: string[] = [];
  for (const pattern of patterns) {
    let count = 0;
    for await (const name of statusOf(pattern) === undefined ? globbed(pattern) : exactly(pattern)) {
      found.set((Buffer.isBuffer(name) ? name : name.name).toString("latin1"), name);
      count++;
    }
    if (count === 0) empty.push(pattern);
  }
  if (empty.length === 0) return [...found.values()];
  throw new GateError(
    `the ${empty.length === 1 ? `pattern ${empty[0]} names` : `patterns ${empty.join(" and ")} name`} no file, so nothing was checked`,
    "See that the path is right, and quote patterns so that the shell leaves them alone.",
  );
}

function* exactly(path: string): Generator<Buffer | Unread> {
  const name = Buffer.from(path);
  const status = statusOf(path);
  if (status?.isDirectory()) yield* walk(name);
  else if (status?.isFile() || status?.isSymbolicLink()) yield name;
  else yield unread("failed", name, special);
}

/** What a pattern matches, and everything below the folders that it matches, as if the shell had named them. */
async function* globbed(pattern: string): AsyncGenerator<Buffer | Unread> {
  let walked: string | undefined;
  for (const path of (await matches(pattern)).toSorted()) {
    if (walked !== undefined && path.startsWith(`${walked}/`)) continue;
    const name = Buffer.from(path);
    const status = statusOf(path);
    if (status === undefined)
      yield unread("failed", name, "it vanished, or its name is no UTF-8: name its folder instead");
    else if (!status.isDirectory()) yield name;
    else {
      yield* walk(name);
      walked = path;
    }
  }
}

async function matches(pattern: string): Promise<string[]> {
  const { default: glob } = await import("fast-glob");
  const ignore = pattern.split("/").includes(".git") ? [] : ["**/.git", "**/.git/**"];
  const options = { dot: true, followSymbolicLinks: false, onlyFiles: false, ignore };
  try {
    return await glob(sep === "\\" ? pattern.replaceAll("\\", "/") : pattern, options);
  } catch (error) {
    throw new GateError(
      `the pattern ${pattern} cannot be followed: ${codeOf(error)}`,
      "Name folders that can be read, or the files themselves.",
    );
  }
}

/** Undefined where nothing has this name, and where nothing can have it, because it is too long. */
function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Everything below a folder, in the order of names. Names are bytes: they need not be UTF-8. */
function* walk(folder: Buffer): Generator<Buffer | Unread> {
  const entries = listing(folder);
  if (!Array.isArray(entries)) {
    yield entries;
    return;
  }
  for (const entry of entries.toSorted((a, b) => Buffer.compare(a.name, b.name))) {
    const path =
      folder.length === 0
        ? entry.name
        : Buffer.concat([folder, folder.at(-1) === slash ? Buffer.alloc(0) : Buffer.from("/"), entry.name]);
    if (entry.name.equals(repository)) continue;
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const slash = 0x2f;
const repository = Buffer.from(".git");

function listing(folder: Buffer): Dirent<Buffer>[] | Unread {
  try {
    return readdirSync(folder.length === 0 ? Buffer.from(".") : folder, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    return unread("failed", folder, `the folder cannot be read: ${codeOf(error)}`);
  }
}

const special = "a pipe, a socket or a device";

/** A file's bytes, a link's text. Whatever else stands there, or cannot be read, is said. */
function read(name: Buffer): Document | Unread {
  try {
    const stat = lstatSync(name);
    if (stat.isSymbolicLink()) return document(name, readlinkSync(name, { encoding: "buffer" }));
    if (stat.isDirectory()) return unread("skipped", name, "a repository of its own, which checks itself");
    if (!stat.isFile()) return unread("skipped", name, special);
    if (stat.size > largest) return unread("failed", name, "larger than 2 GB");
    return document(name, contents(name));
  } catch (error) {
    return unread("failed", name, `cannot be read: ${codeOf(error)}`);
  }
}

/** Opened so that a link or a pipe that took the file's place in the meantime is neither followed nor waited for. */
function contents(name: Buffer): Buffer {
  const file = openSync(name, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function document(name: Buffer, bytes: Buffer): Document {
  return { kind: "document", name, nameLeaves: true, bytes };
}

function unread(kind: Unread["kind"], name: Buffer, reason: string): Unread {
  return { kind, name, nameLeaves: true, reason };
}
