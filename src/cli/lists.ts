import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "../config/config.ts";
import { type Blob, readBlobs } from "../sources/blobs.ts";
import type { CheckFlags } from "./flags.ts";

// What every check asks: whether there is a deny list at all. The rest is loaded where there is one.

/** The lists that count without a config, where they stand at the top of a repository. */
export const plainName = ".privacy_deny_list";
export const lockName = "denylist/terms.lock";
export const sealedName = "denylist/terms.age";

export const standingNames: readonly string[] = [plainName, lockName, sealedName];

/** Where a check may find lists. */
export interface ListPlaces {
  /** The top of the repository's work tree; undefined outside of one. */
  readonly top: string | undefined;
  /** Files as what judges the check has them: the index, or the base of a range. The disk has the others. */
  readonly committed?: Committed;
}

export interface Committed {
  /** @param path from the top of the repository. */
  readonly read: (path: string) => Buffer | undefined;
  /** Whether it is the index, which says itself what git tracks. */
  readonly isIndex: boolean;
}

/** Whether anything names a list, or one stands at the top of the repository. */
export function hasLists(config: Config | undefined, flags: CheckFlags, { top, committed }: ListPlaces): boolean {
  if (config?.denylist !== undefined || flags.denylist !== undefined || process.env["OUTGATE_DENYLIST"]) return true;
  if (top === undefined) return false;
  return standingNames.some((name) => committed?.read(name) !== undefined || existsSync(join(top, name)));
}

/** Files of the index, or of a commit, those that were read already without asking git again. */
export function committedIn(tree: string, known: ReadonlyMap<string, Blob> = new Map()): Committed {
  const read = new Map(known);
  return {
    isIndex: tree === "",
    read: (path) => {
      if (path.includes("\n")) return undefined;
      const [blob] = read.has(path) ? [read.get(path)] : readBlobs([`${tree}:${path}`]);
      if (blob !== undefined) read.set(path, blob);
      return blob === undefined || "missing" in blob ? undefined : blob.bytes;
    },
  };
}

/** The top of the work tree that the current folder is in. */
export function workTreeTop(): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
