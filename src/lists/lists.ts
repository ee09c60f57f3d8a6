import { existsSync, lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { type Blob, isNamed, readBlobs } from "../sources/blobs.ts";
import { mainWorkTree, runGit } from "../sources/git.ts";

// What every check asks: whether there is a deny list at all. The rest is loaded where there is one.

/** The lists that count without a config, where they stand at the top of a repository. */
export const plainName = ".privacy_deny_list";
export const lockName = "denylist/terms.lock";
export const sealedName = "denylist/terms.age";

export const standingNames: readonly string[] = [plainName, lockName, sealedName];

/** What one run is told of lists. */
export interface ListFlags {
  /** Files with denied terms, beside the others. */
  readonly denylist: readonly string[];
  /** Whether a list that is missing, or its key, is told and stops nothing. */
  readonly allowsMissing: boolean;
}

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
export function hasLists(config: Config | undefined, flags: ListFlags, { top, committed }: ListPlaces): boolean {
  if (config?.denylist?.stores !== undefined || flags.denylist.length > 0 || process.env["OUTGATE_DENYLIST"])
    return true;
  if (top === undefined) return false;
  return (
    standingNames.some((name) => committed?.read(name) !== undefined || stands(join(top, name))) ||
    plainPaths(top).some(stands)
  );
}

/**
 * Where plain lists count without a config: at the top, and for a linked work tree at the top of the main one, too. Git
 * copies none, so that in a new work tree all that is denied would pass.
 */
export function plainPaths(top: string): readonly string[] {
  const main = mainWorkTree(top);
  return (main === undefined ? [top] : [top, main]).map((folder) => join(folder, plainName));
}

/**
 * Whether a list is to be read from a path. A link stands there also while its target does not, such as one to a disk that is not mounted, and so
 * does what nobody lets this user look for: without the list the gate would be another one than it was made to be.
 */
export function stands(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return codeOf(error) !== "ENOTDIR"; // a file can be called as the folder of lists
  }
}

/**
 * Files of the index, or of a commit.
 * @param known of the index, those that were read already
 */
export function committedIn(tree: string, known: ReadonlyMap<string, Blob> = new Map()): Committed {
  const isIndex = tree === "";
  const files = new Map(known);
  const load = (paths: readonly string[]): void => {
    const there = isIndex ? paths : listedIn(tree, paths);
    const blobs = [...readBlobs(there.map((path) => `${tree}:${path}`))];
    for (const path of paths) {
      const blob = blobs[there.indexOf(path)];
      // What a commit lists is there, whatever git says of it.
      const isLost = !isIndex && blob !== undefined && "missing" in blob;
      files.set(path, isLost ? { missing: "damaged" } : (blob ?? { missing: "absent" }));
    }
  };
  return {
    isIndex,
    read: (path) => {
      if (path.includes("\n")) return undefined;
      if (!files.has(path)) load(standingNames.includes(path) ? standingNames : [path]);
      const blob = files.get(path);
      if (blob === undefined) return undefined;
      if (!("missing" in blob)) return blob.bytes;
      // Git complains of one object, and all that are absent beside it are under suspicion.
      if (blob.missing === "absent" || !isNamed(`${tree}:${path}`)) return undefined;
      // No other list takes its place.
      throw unreadable(path, isIndex);
    },
  };
}

/** Those that a commit has, be they readable or not. */
function listedIn(tree: string, paths: readonly string[]): string[] {
  const { status, output } = runGit(["ls-tree", "--full-tree", "--name-only", "-z", tree, "--", ...paths]);
  // A tag can be one of a file.
  if (status !== 0 && !isNamed(`${tree}^{commit}`)) return [];
  if (status !== 0) throw unreadable(paths.join(", "), false);
  const listed = new Set(output.toString("utf8").split("\0"));
  return paths.filter((path) => listed.has(path));
}

function unreadable(path: string, isIndex: boolean): GateError {
  return new GateError(
    `git cannot read the deny list ${path} of ${isIndex ? "the index" : "the commit that judges"}`,
    "`git fsck` tells what is damaged; in a partial clone `git fetch --refetch` gets what is missing.",
  );
}

/** The top of the work tree that the current folder is in; where git was told of a repository, what git takes for it. */
export function workTreeTop(): string | undefined {
  const { GIT_WORK_TREE, GIT_DIR } = process.env;
  if (GIT_WORK_TREE) return resolve(GIT_WORK_TREE);
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return GIT_DIR ? process.cwd() : undefined;
  }
}
