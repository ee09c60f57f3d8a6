import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from "node:fs";
import type { Document, Unread } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import type { Source } from "../model/source.ts";
import { gitDirectory, gitOutput } from "./git.ts";
import { codeOf } from "./system-error.ts";

/** Node reads no more than this into one buffer. */
const largest = 2 ** 31 - 1;

/**
 * Files of the work tree. Without patterns: in a repository the tracked files and the untracked ones that are not ignored,
 * below the current folder; elsewhere everything below it. With patterns: what they name, dot files included, ignore files not
 * read. `.git` is only read if a pattern names it.
 * @throws {GateError} if a pattern names nothing.
 */
export async function openFiles(patterns: readonly string[]): Promise<Source> {
  const names = patterns.length === 0 ? usual() : await named(patterns);
  return { boundary: "files", target: null, items: items(names) };
}

function* items(names: Iterable<Buffer | Unread>): Generator<Document | Unread> {
  for (const name of names) yield Buffer.isBuffer(name) ? read(name) : name;
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
    if (seen.has(key) || lstatSync(name, { throwIfNoEntry: false }) === undefined) continue;
    seen.add(key);
    yield name;
  }
}

/** A pattern that is a file's name is that file, whatever brackets it holds. */
async function named(patterns: readonly string[]): Promise<(Buffer | Unread)[]> {
  const found = new Map<string, Buffer | Unread>();
  for (const pattern of patterns) {
    const stat = lstatSync(pattern, { throwIfNoEntry: false });
    const names =
      stat === undefined
        ? await globbed(pattern)
        : stat.isDirectory()
          ? walk(Buffer.from(pattern))
          : [Buffer.from(pattern)];
    let count = 0;
    for (const name of names) {
      found.set((Buffer.isBuffer(name) ? name : name.name).toString("latin1"), name);
      count++;
    }
    if (count === 0) {
      throw new GateError(
        "a pattern names no file, so there is nothing to check",
        "See that the path is right, and quote patterns so that the shell leaves them alone.",
      );
    }
  }
  return [...found.values()];
}

async function globbed(pattern: string): Promise<Buffer[]> {
  const { default: glob } = await import("fast-glob");
  const ignore = pattern.split("/").includes(".git") ? [] : ["**/.git/**"];
  const names = await glob(pattern.replaceAll("\\", "/"), {
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    ignore,
  });
  return names
    .filter((name) => lstatSync(name, { throwIfNoEntry: false })?.isDirectory() === false)
    .map((name) => Buffer.from(name));
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
    if (!entry.isDirectory()) yield path;
    else if (!entry.name.equals(repository)) yield* walk(path);
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

/** A file's bytes, a link's text. Whatever else stands there, or cannot be read, is said. */
function read(name: Buffer): Document | Unread {
  try {
    const stat = lstatSync(name);
    if (stat.isSymbolicLink()) return document(name, readlinkSync(name, { encoding: "buffer" }));
    if (stat.isDirectory()) return unread("skipped", name, "a repository of its own, which checks itself");
    if (!stat.isFile()) return unread("skipped", name, "a pipe, a socket or a device");
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
