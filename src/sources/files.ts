import { closeSync, constants, type Dirent, lstatSync, openSync, readdirSync, readlinkSync, type Stats } from "node:fs";
import { sep } from "node:path";
import type { Ahead, Listed } from "../model/ahead.ts";
import type { Bytes } from "../model/bytes.ts";
import type { Document, Quiet, Unread } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import { type Share, type Split, whole } from "../model/shard.ts";
import type { Source } from "../model/source.ts";
import { codeOf } from "../model/system-error.ts";
import { FileBytes } from "./file-bytes.ts";
import { gitDirectory, gitOutput } from "./git.ts";
import { Reached } from "./reached.ts";

/** Something that has a name, as bytes in Latin-1. What kind it is was learned with the name, or is to be asked. */
interface Entry {
  readonly name: string;
  readonly kind: Kind | undefined;
}

type Kind = "file" | "link" | "folder" | "special" | "nothing";

/**
 * Files of the work tree. Without patterns: in a repository the tracked files and the untracked ones that are not ignored,
 * below the current folder; elsewhere everything below it. With patterns: what they name, dot files included, ignore files not
 * read. `.git` is only read if a pattern names it.
 * @param split by names, as they are given here; a file that falls to another shard is not touched.
 * @param ahead searches files before their turn comes.
 * @throws {GateError} that names the patterns which name nothing, whatever the others do.
 */
export async function openFiles(patterns: readonly string[], split: Split = whole, ahead?: Ahead): Promise<Source> {
  const reached = new Reached();
  const entries = patterns.length === 0 ? usual(reached) : counted(await named(patterns), reached);
  const own = ownOf(entries, split);
  const items = ahead === undefined ? inTurn(own) : foreseen(own, ahead);
  return { boundary: "files", target: null, items, done: reached.part };
}

function* counted<T>(entries: readonly T[], reached: Reached): Generator<T> {
  reached.of = entries.length;
  for (const entry of entries) {
    reached.at++;
    yield entry;
  }
}

/** What falls to whoever asks. */
interface Own extends Listed {
  readonly entry: Entry | Unread;
  readonly name: Buffer;
  readonly share: Share;
}

function* ownOf(entries: Iterable<Entry | Unread>, split: Split): Generator<Own> {
  for (const entry of entries) {
    const name = "reason" in entry ? entry.name : Buffer.from(entry.name, "latin1");
    const share = split(name);
    if (share !== undefined) yield { entry, name, share, file: fileOf(entry) };
  }
}

function* inTurn(all: Iterable<Own>): Generator<Document | Unread> {
  for (const own of all) yield* given(own);
}

async function* foreseen(all: Iterable<Own>, ahead: Ahead): AsyncGenerator<Document | Quiet | Unread> {
  for await (const { item, sight } of ahead(all)) {
    if (sight === undefined) yield* given(item);
    else if (sight.kind === "quiet") yield sight;
    else yield { ...unread("failed", item.name, sight.reason), ...item.share };
  }
}

function fileOf(entry: Entry | Unread): string | undefined {
  return entry.kind === "file" ? entry.name : undefined;
}

function* given({ entry, name, share }: Own): Generator<Document | Unread> {
  if ("reason" in entry) yield { ...entry, ...share };
  else yield* read(name, entry.kind, share);
}

/**
 * What has a name that was listed as a file's.
 * @param name its bytes in Latin-1.
 */
export function readFile(name: string): Generator<Document | Unread> {
  return read(Buffer.from(name, "latin1"), "file", {});
}

function usual(reached: Reached): Iterable<Entry | Unread> {
  return gitDirectory() === undefined ? walk("") : listed(reached);
}

/** What git lists: tracked files, and untracked ones that no ignore file names. A submodule's folder is left to its repository. */
function* listed(reached: Reached): Generator<Entry> {
  const output = gitOutput(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const seen = new Set<string>();
  for (const name of counted(output.toString("latin1").split("\0").slice(0, -1), reached)) {
    // An unmerged file is listed once for each of its stages.
    if (seen.has(name)) continue;
    seen.add(name);
    const kind = kindOf(Buffer.from(name, "latin1"));
    if (kind !== "nothing") yield { name, kind }; // it is tracked, and deleted
  }
}

/** Where the system does not say, reading the file will tell. */
function kindOf(path: Buffer): Kind | undefined {
  try {
    const status = lstatSync(path, { throwIfNoEntry: false });
    return status === undefined ? "nothing" : kindOfStatus(status);
  } catch {
    return undefined;
  }
}

function kindOfStatus(status: Pick<Stats, "isFile" | "isSymbolicLink" | "isDirectory">): Kind {
  if (status.isFile()) return "file";
  if (status.isSymbolicLink()) return "link";
  return status.isDirectory() ? "folder" : "special";
}

/** A pattern that is a file's name is that file, whatever brackets it holds. */
async function named(patterns: readonly string[]): Promise<(Entry | Unread)[]> {
  const found = new Map<string, Entry | Unread>();
  const empty: string[] = [];
  for (const pattern of patterns) {
    let count = 0;
    for await (const entry of statusOf(pattern) === undefined ? globbed(pattern) : exactly(pattern)) {
      found.set(entry.name.toString("latin1"), entry);
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

function* exactly(path: string): Generator<Entry | Unread> {
  const status = statusOf(path);
  const kind = status && kindOfStatus(status);
  if (kind === "folder") yield* walk(bytesOf(path));
  else if (kind === "file" || kind === "link") yield { name: bytesOf(path), kind };
  else yield unread("failed", Buffer.from(path), special);
}

/** A path that a user wrote, as the bytes that the system knows. */
function bytesOf(path: string): string {
  return Buffer.from(path).toString("latin1");
}

/** What a pattern matches, and everything below the folders that it matches, as if the shell had named them. */
async function* globbed(pattern: string): AsyncGenerator<Entry | Unread> {
  let walked: string | undefined;
  for (const path of (await matches(pattern)).toSorted()) {
    if (walked !== undefined && path.startsWith(`${walked}/`)) continue;
    const status = statusOf(path);
    if (status === undefined)
      yield unread("failed", Buffer.from(path), "it vanished, or its name is no UTF-8: name its folder instead");
    else if (!status.isDirectory()) yield { name: bytesOf(path), kind: kindOfStatus(status) };
    else {
      yield* walk(bytesOf(path));
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

/** Everything below a folder, in the order of names, which are bytes and need not be UTF-8. */
function* walk(folder: string): Generator<Entry | Unread> {
  const inside = listing(folder);
  if (!Array.isArray(inside)) {
    yield inside;
    return;
  }
  const before = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  for (const entry of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === ".git") continue;
    const name = before + entry.name;
    if (entry.isDirectory()) yield* walk(name);
    else yield { name, kind: kindOfStatus(entry) };
  }
}

function listing(folder: string): Dirent[] | Unread {
  const path = Buffer.from(folder === "" ? "." : folder, "latin1");
  try {
    return readdirSync(path, { withFileTypes: true, encoding: "latin1" });
  } catch (error) {
    return unread("failed", Buffer.from(folder, "latin1"), `the folder cannot be read: ${codeOf(error)}`);
  }
}

const special = "a pipe, a socket or a device";

/** A file's bytes, a link's text. Whatever else stands there, or cannot be read, is said. */
function* read(name: Buffer, known: Kind | undefined, share: Share): Generator<Document | Unread> {
  const opened = open(name, known);
  try {
    yield { ...opened.item, ...share };
  } finally {
    if (opened.file !== undefined) closeSync(opened.file);
  }
}

interface Opened {
  readonly item: Document | Unread;
  /** To be closed. */
  readonly file?: number;
}

function open(name: Buffer, known: Kind | undefined): Opened {
  try {
    const kind = known ?? kindOfStatus(lstatSync(name));
    if (kind === "file") {
      // A link or a pipe that took the file's place in the meantime is neither followed nor waited for.
      const file = openSync(name, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      return { item: document(name, new FileBytes(file)), file };
    }
    if (kind === "link") return { item: document(name, readlinkSync(name, { encoding: "buffer" })) };
    return { item: unread("skipped", name, kind === "folder" ? ownRepository : special) };
  } catch (error) {
    // What was listed as a file may have become something else.
    return known === undefined
      ? { item: unread("failed", name, `cannot be read: ${codeOf(error)}`) }
      : open(name, undefined);
  }
}

const ownRepository = "a repository of its own, which checks itself";

function document(name: Buffer, bytes: Bytes): Document {
  return { kind: "document", name, nameLeaves: true, bytes };
}

function unread(kind: Unread["kind"], name: Buffer, reason: string): Unread {
  return { kind, name, nameLeaves: true, reason };
}
