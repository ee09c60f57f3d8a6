import { realpathSync } from "node:fs";
import { sep } from "node:path";
import type { Ahead } from "../../model/ahead.ts";
import type { Unread } from "../../model/document.ts";
import { type Split, whole } from "../../model/shard.ts";
import type { Source } from "../../model/source.ts";
import { Reached } from "../reached.ts";
import { bytesOf, type Entry, unread } from "./entry.ts";
import { Listing } from "./listing.ts";
import { itemsOf } from "./opened.ts";
import { walk } from "./walk.ts";

/**
 * Everything below folders of the current one, `.git` too: what is published as it stands there.
 * @param folders relative to the current folder; "" is that one
 * @param kept names of files that a server keeps to itself
 * @param ahead searches files before their turn comes.
 */
export function openPublished(
  folders: readonly string[],
  kept: RegExp | undefined,
  split: Split = whole,
  ahead?: Ahead,
): Source {
  const tops = folders.map((folder) => targetOf(bytesOf(folder || ".")));
  const listing = new Listing(published(folders, kept, tops));
  const reached = new Reached();
  const entries = reached.counted(listing.take(), listing.length);
  return { boundary: "site", target: null, items: itemsOf(entries, split, ahead), done: reached.part };
}

/** @param tops what the folders are when no link is in their path */
function* published(
  folders: readonly string[],
  kept: RegExp | undefined,
  tops: readonly (string | undefined)[],
): Generator<Entry | Unread> {
  for (const folder of folders)
    for (const entry of walk(bytesOf(folder), [])) {
      if (entry.kind === "link") yield* withTarget(entry, tops);
      else if (entry.kind !== "file" || kept?.test(entry.name) !== true) yield entry;
    }
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
