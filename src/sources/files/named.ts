import { statSync } from "node:fs";
import { sep } from "node:path";
import type { Unread } from "../../model/document.ts";
import { GateError } from "../../model/error.ts";
import { codeOf } from "../../model/system-error.ts";
import { bytesOf, type Entry, kindOfStatus, special, statusOf, unread } from "./entry.ts";
import { Listing } from "./listing.ts";
import { walk } from "./walk.ts";

/** A pattern that is a file's name is that file, whatever brackets it holds. What several patterns name is there once. */
export async function named(patterns: readonly string[]): Promise<Listing> {
  const found: Listing[] = [];
  const empty: string[] = [];
  for (const pattern of patterns) {
    const listing = new Listing(statusOf(pattern) === undefined ? globbed(await matches(pattern)) : exactly(pattern));
    if (listing.length === 0) empty.push(pattern);
    found.push(listing);
  }
  if (empty.length > 0)
    throw new GateError(
      `the ${empty.length === 1 ? `pattern ${empty[0]} names` : `patterns ${empty.join(" and ")} name`} no file, so nothing was checked`,
      "See that the path is right, and quote patterns so that the shell leaves them alone.",
    );
  const [first] = found;
  return first !== undefined && found.length === 1 ? first : new Listing(onceEach(found));
}

function* onceEach(found: readonly Listing[]): Generator<Entry | Unread> {
  const seen = new Set<string>();
  for (const listing of found)
    for (const entry of listing.take()) {
      const key = keyOf(entry);
      if (!seen.has(key)) yield entry;
      seen.add(key);
    }
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
