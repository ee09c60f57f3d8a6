import type { Ahead } from "../../model/ahead.ts";
import type { Unread } from "../../model/document.ts";
import { GateError } from "../../model/error.ts";
import { type Split, whole } from "../../model/shard.ts";
import type { Source } from "../../model/source.ts";
import { gitDirectory, gitOutput } from "../git.ts";
import { Reached } from "../reached.ts";
import { type Entry, kindOf } from "./entry.ts";
import { Listing } from "./listing.ts";
import { named } from "./named.ts";
import { itemsOf } from "./opened.ts";
import { walk } from "./walk.ts";

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
  // A text is a list of letters to a program that no compiler has seen.
  if (!Array.isArray(patterns))
    throw new GateError("openFiles takes a list of patterns", 'Write openFiles(["notes"]).');
  const reached = new Reached();
  const listing = patterns.length === 0 ? new Listing(usual()) : await named(patterns);
  const entries = reached.counted(listing.take(), listing.length);
  return { boundary: "files", target: null, items: itemsOf(entries, split, ahead), done: reached.part };
}

function usual(): Iterable<Entry | Unread> {
  return gitDirectory() === undefined ? walk("") : listed();
}

/** What git lists: tracked files, and untracked ones that no ignore file names. A submodule's folder is left to its repository. */
function* listed(): Generator<Entry> {
  const output = gitOutput(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const seen = new Set<string>();
  for (const name of output.toString("latin1").split("\0").slice(0, -1)) {
    // An unmerged file is listed once for each of its stages.
    if (seen.has(name)) continue;
    seen.add(name);
    const kind = kindOf(Buffer.from(name, "latin1"));
    if (kind !== "nothing") yield { name, kind }; // it is tracked, and deleted
  }
}
