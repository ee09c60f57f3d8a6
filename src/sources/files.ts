import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Stats,
} from "node:fs";
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

/** A target is the file that a link leads to, under the link's name. */
type Kind = "file" | "link" | "target" | "folder" | "special" | "nothing";

/**
 * Files of the work tree. Without patterns: in a repository the tracked files and the untracked ones that are not ignored,
 * below the current folder; elsewhere everything below it. With patterns: what they name, dot files included, ignore files not
 * read. `.git` is only read if a pattern names it. Of a link its text is read, which is what git records; what it leads to is read as
 * well where it is named itself, since whoever names it means that.
 * @param split by names, as they are given here; a file that falls to another shard is not touched.
 * @param ahead searches files before their turn comes.
 * @throws {GateError} that names the patterns which name nothing, whatever the others do.
 */
export async function openFiles(patterns: readonly string[], split: Split = whole, ahead?: Ahead): Promise<Source> {
  const reached = new Reached();
  const entries = patterns.length === 0 ? usual(reached) : counted(await named(patterns), reached);
  const own = ownOf(entries, split);
  return { boundary: "files", target: null, items: itemsOf(own, ahead), done: reached.part };
}

function itemsOf(own: Iterable<Own>, ahead: Ahead | undefined): Source["items"] {
  return ahead === undefined ? inTurn(own) : foreseen(own, ahead);
}

/**
 * Everything below folders of the current one, `.git` too: what is published as it stands there.
 * @param folders relative to the current folder; "" is that one
 * @param ahead searches files before their turn comes.
 */
export function openPublished(folders: readonly string[], split: Split = whole, ahead?: Ahead): Source {
  const tops = folders.map((folder) => targetOf(bytesOf(folder || ".")));
  const entries = folders
    .flatMap((folder) => [...walk(bytesOf(folder), [])])
    .flatMap((entry) => (entry.kind === "link" ? withTarget(entry, tops) : entry));
  const reached = new Reached();
  const own = ownOf(counted(entries, reached), split);
  return { boundary: "site", target: null, items: itemsOf(own, ahead), done: reached.part };
}

/** A link, and where it leads out of what is published what has to be said: many hosts put what it leads to in its place. */
function withTarget(link: Entry, tops: readonly (string | undefined)[]): (Entry | Unread)[] {
  const target = targetOf(link.name);
  const isInside = tops.some((top) => top !== undefined && (target === top || target?.startsWith(`${top}${sep}`)));
  if (target === undefined || isInside) return [link];
  return [link, unread("failed", Buffer.from(link.name, "latin1"), linkOut)];
}

const linkOut =
  "a link out of the site, whose target was not read though a host may publish it: put a copy in its place";

/** Where a path leads in the end; undefined where it leads nowhere, or round in a circle. */
function targetOf(path: string): string | undefined {
  try {
    return realpathSync.native(Buffer.from(path, "latin1"), { encoding: "buffer" }).toString("latin1");
  } catch {
    return undefined;
  }
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
  for (const own of all) {
    const { item, file } = open(own);
    try {
      yield item;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

async function* foreseen(all: Iterable<Own>, ahead: Ahead): AsyncGenerator<Document | Quiet | Unread> {
  for await (const { item, sight } of ahead(all)) {
    if (sight === undefined) yield* inTurn([item]);
    else if (sight.kind === "quiet") yield sight;
    else yield unread("failed", item.name, sight.reason, item.share);
  }
}

function fileOf(entry: Entry | Unread): string | undefined {
  return entry.kind === "file" ? entry.name : undefined;
}

/**
 * What has a name that was listed as a file's.
 * @param name its bytes in Latin-1.
 */
export function readFile(name: string): Generator<Document | Unread> {
  return inTurn(ownOf([{ name, kind: "file" }], whole));
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

/** A pattern that is a file's name is that file, whatever brackets it holds. What several patterns name is there once. */
async function named(patterns: readonly string[]): Promise<(Entry | Unread)[]> {
  const found: (Entry | Unread)[][] = [];
  const empty: string[] = [];
  for (const pattern of patterns) {
    const entries = [...(statusOf(pattern) === undefined ? globbed(await matches(pattern)) : exactly(pattern))];
    if (entries.length === 0) empty.push(pattern);
    found.push(entries);
  }
  if (empty.length > 0)
    throw new GateError(
      `the ${empty.length === 1 ? `pattern ${empty[0]} names` : `patterns ${empty.join(" and ")} name`} no file, so nothing was checked`,
      "See that the path is right, and quote patterns so that the shell leaves them alone.",
    );
  const all = found.flat();
  return patterns.length === 1 ? all : [...new Map(all.map((entry) => [keyOf(entry), entry])).values()];
}

/** A link and what it leads to have one name. */
function keyOf(entry: Entry | Unread): string {
  return "reason" in entry ? entry.name.toString("latin1") : `${entry.kind === "target" ? "/" : ""}${entry.name}`;
}

function* exactly(path: string): Generator<Entry | Unread> {
  const status = statusOf(path);
  const kind = status && kindOfStatus(status);
  if (kind === "folder") yield* walk(bytesOf(path));
  else if (kind === "file") yield { name: bytesOf(path), kind };
  else if (kind === "link") {
    yield { name: bytesOf(path), kind };
    yield* ledTo(path);
  } else yield unread("failed", Buffer.from(path), special);
}

/** What a link leads to. One that leads nowhere has no more than its text. */
function* ledTo(link: string): Generator<Entry | Unread> {
  try {
    const kind = kindOfStatus(statSync(link));
    if (kind === "folder") yield* walk(bytesOf(link));
    else if (kind === "file") yield { name: bytesOf(link), kind: "target" };
    else yield unread("failed", Buffer.from(link), special);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") yield unread("failed", Buffer.from(link), `cannot be read: ${codeOf(error)}`);
  }
}

/** A path that a user wrote, as the bytes that the system knows. */
function bytesOf(path: string): string {
  return Buffer.from(path).toString("latin1");
}

/** What a pattern has matched, and everything below the folders among it, as if the shell had named them. */
function* globbed(paths: readonly string[]): Generator<Entry | Unread> {
  const walked = new Set<string>();
  for (const path of paths.toSorted()) {
    if (isBelow(path, walked)) continue;
    const status = statusOf(path);
    if (status === undefined)
      yield unread("failed", Buffer.from(path), "it vanished, or its name is no UTF-8: name its folder instead");
    else if (!status.isDirectory()) yield { name: bytesOf(path), kind: kindOfStatus(status) };
    else {
      yield* walk(bytesOf(path));
      walked.add(path);
    }
  }
}

/** Whether one of these folders holds the path. Between `a` and what is in it, `a-b` may stand. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    if (folders.has(path.slice(0, end))) return true;
  return false;
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
function* walk(top: string, skipped: readonly string[] = [".git"]): Generator<Entry | Unread> {
  const left: Entry[] = [{ name: top, kind: "folder" }];
  for (let entry = left.pop(); entry !== undefined; entry = left.pop()) {
    const inside = entry.kind === "folder" ? listing(entry.name, skipped) : entry;
    if (!Array.isArray(inside)) yield inside;
    else for (const one of inside.toReversed()) left.push(one);
  }
}

/** What stands in a folder, in the order of names. */
function listing(folder: string, skipped: readonly string[]): Entry[] | Unread {
  const path = Buffer.from(folder === "" ? "." : folder, "latin1");
  const before = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  try {
    return readdirSync(path, { withFileTypes: true, encoding: "latin1" })
      .filter(({ name }) => !skipped.includes(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({ name: before + entry.name, kind: kindOfStatus(entry) }));
  } catch (error) {
    return unread("failed", Buffer.from(folder, "latin1"), `the folder cannot be read: ${codeOf(error)}`);
  }
}

const special = "a pipe, a socket or a device";

interface Opened {
  readonly item: Document | Unread;
  /** To be closed. */
  readonly file?: number;
}

/** A file's bytes, a link's text. Whatever else stands there, or cannot be read, is said. */
function open({ entry, name, share }: Own): Opened {
  return "reason" in entry ? { item: { ...entry, ...share } } : opened(name, entry.kind, share);
}

function opened(name: Buffer, known: Kind | undefined, share: Share): Opened {
  try {
    const kind = known ?? kindOfStatus(lstatSync(name));
    if (kind === "file" || kind === "target") {
      // A link or a pipe that took the file's place in the meantime is neither followed nor waited for.
      const follow = kind === "target" ? 0 : constants.O_NOFOLLOW;
      const file = openSync(name, constants.O_RDONLY | follow | constants.O_NONBLOCK);
      return { item: document(name, new FileBytes(file), share), file };
    }
    if (kind === "link") return { item: document(name, readlinkSync(name, { encoding: "buffer" }), share) };
    return { item: unread("skipped", name, kind === "folder" ? ownRepository : special, share) };
  } catch (error) {
    // What was listed as a file may have become something else.
    return known === undefined || known === "target"
      ? { item: unread("failed", name, `cannot be read: ${codeOf(error)}`, share) }
      : opened(name, undefined, share);
  }
}

const ownRepository = "a repository of its own, which checks itself";

function document(name: Buffer, bytes: Bytes, share: Share): Document {
  return { kind: "document", name, nameLeaves: true, bytes, ...share };
}

function unread(kind: Unread["kind"], name: Buffer, reason: string, share?: Share): Unread {
  return { kind, name, nameLeaves: true, reason, ...share };
}
