import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { GateError } from "../../model/error.ts";
import { onOneLine } from "../../sources/git.ts";
import { git, gitLine } from "./git.ts";
import { posix } from "./program.ts";

/** The name in the common git folder of a config with the absolute path of the hooks. */
export const includedFile = "outgate-hooks-path";

/** What git says of the repository that `init` was started in. */
export interface Repository {
  /** The top of this work tree. */
  readonly top: string;
  /** The top of the main work tree: the same unless this one is linked. */
  readonly mainTop: string;
  /** The folder that all work trees of the repository share. */
  readonly commonDir: string;
  readonly hooksPath: HooksPath | undefined;
  /** The folder of the hooks, as git would find it with nothing of ours. */
  readonly hooksFolder: string;
  /** How many linked work trees there are. */
  readonly linked: number;
  /** Undefined before the first commit. */
  readonly head: string | undefined;
}

interface HooksPath {
  readonly value: string;
  /** Which config sets it: local, global, worktree … */
  readonly scope: string;
}

/** @throws {GateError} outside of a repository, and in one that has no work tree. */
export async function openRepository(cwd: string): Promise<Repository> {
  const bare = await git(["rev-parse", "--is-bare-repository"], { cwd });
  if (bare.status !== 0) throw noRepository(bare.told);
  if (bare.output.trim() === "true") {
    throw new GateError(
      "this is a bare repository, and nothing is committed in one",
      "Run `outgate init` in a clone of it, or in one of its linked work trees.",
    );
  }
  const inside = await git(["rev-parse", "--show-toplevel"], { cwd });
  if (inside.status !== 0)
    throw new GateError(
      "this folder is inside of .git, not in the work tree",
      "Change to the work tree, and run `outgate init` there.",
    );

  const top = realpathSync(inside.output.replace(/\n$/, ""));
  const commonDir = realpathSync(resolve(top, await gitLine(["rev-parse", "--git-common-dir"], { cwd: top })));
  const gitDir = realpathSync(resolve(top, await gitLine(["rev-parse", "--git-dir"], { cwd: top })));
  const mainTop = gitDir === commonDir || basename(commonDir) !== ".git" ? top : dirname(commonDir);
  const hooksPath = await configuredHooksPath(top);
  const head = await git(["rev-parse", "-q", "--verify", "HEAD"], { cwd: top });
  return {
    top,
    mainTop,
    commonDir,
    hooksPath,
    hooksFolder: real(folderOf(hooksPath, { top, mainTop, commonDir })),
    linked: entriesOf(join(commonDir, "worktrees")).length,
    head: head.status === 0 ? head.output.trim() : undefined,
  };
}

function noRepository(told: string): GateError {
  if (/not a git repository/i.test(told)) {
    return new GateError(
      "this folder is in no git repository, so there is nothing to guard",
      "Change to a repository, or make one by `git init`, and run `outgate init` there.",
    );
  }
  return new GateError(
    `git cannot read this repository: ${onOneLine(told)}`,
    "Mend what git complains of, and run `outgate init` again.",
  );
}

/** core.hooksPath without what an earlier `init` included. */
async function configuredHooksPath(cwd: string): Promise<HooksPath | undefined> {
  const { output } = await git(
    ["config", "-z", "--show-scope", "--show-origin", "--type=path", "--get-all", "core.hooksPath"],
    { cwd },
  );
  const fields = output.split("\0");
  let last: HooksPath | undefined;
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [scope = "", origin = "", value = ""] = fields.slice(at, at + 3);
    if (basename(origin) !== includedFile) last = { scope, value };
  }
  return last;
}

/**
 * A relative path counts from the top of each work tree. The main one's is taken where it is there: a linked work tree may
 * go away, and often has no such folder.
 */
function folderOf(
  hooksPath: HooksPath | undefined,
  { top, mainTop, commonDir }: Pick<Repository, "top" | "mainTop" | "commonDir">,
): string {
  if (hooksPath === undefined) return join(commonDir, "hooks");
  if (isAbsolute(hooksPath.value)) return hooksPath.value;
  const inMain = join(mainTop, hooksPath.value);
  return existsSync(inMain) ? inMain : join(top, hooksPath.value);
}

/** Where a path leads, of which the last parts may not be there yet: .git/hooks can be a link into the work tree. */
function real(path: string): string {
  return existsSync(path) || dirname(path) === path ? realpathSync(path) : join(real(dirname(path)), basename(path));
}

export function entriesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Whether a folder is this repository's alone: hooks in another one serve every repository whose core.hooksPath it is. */
export function isInRepository(folder: string, { top, mainTop, commonDir }: Repository): boolean {
  return [top, mainTop, commonDir].some((own) => isInside(folder, own));
}

/** Whether a path lies in a folder. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path as messages name it: from the top where it is inside, with slashes. */
export function nameIn({ top }: Pick<Repository, "top">, path: string): string {
  return isInside(path, top) ? posix(relative(top, path)) || "." : path;
}
