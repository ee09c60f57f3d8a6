import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { GateError } from "../../model/error.ts";
import { git } from "./git.ts";
import { checkoutProgram, hasDependency, installedProgram, type Program } from "./program.ts";
import { isInside, type Repository } from "./repository.ts";

/** Where the hooks of a repository are, and how they are run. */
export interface HookPlace {
  /** The folder that git looks into. */
  readonly gitFolder: string;
  /** The folder of the files that people write: with husky it is another one. */
  readonly folder: string;
  readonly runner: "git" | "husky";
  readonly program: Program;
}

/**
 * Hooks that are committed find outgate in the checkout, all others by absolute paths.
 * @throws {GateError} where hooks could be written but would not run.
 */
export async function findPlace(repository: Repository): Promise<HookPlace> {
  const gitFolder = repository.hooksFolder;
  const isHusky =
    /(?:^|[\\/])_$/.test(gitFolder) && (existsSync(join(gitFolder, "h")) || existsSync(join(gitFolder, "husky.sh")));
  if (!isHusky) checkHusky(repository);
  if (existsSync(gitFolder) && !statSync(gitFolder).isDirectory()) {
    throw new GateError(
      `core.hooksPath is ${gitFolder}, which is no folder, so git runs no hooks`,
      "Set it to a folder or unset it, and run `outgate init` again.",
    );
  }
  const folder = isHusky ? dirname(gitFolder) : gitFolder;
  const checkout = [repository.top, repository.mainTop].find((top) => isInside(folder, top));
  const isCommitted =
    checkout !== undefined && !isInside(folder, repository.commonDir) && !(await isIgnored(checkout, folder));
  return {
    gitFolder,
    folder,
    runner: isHusky ? "husky" : "git",
    program: isCommitted ? checkoutProgram(checkout, folder) : installedProgram(),
  };
}

/** husky counts as used where it is a dependency and has its folder: then its own path must be set first. */
function checkHusky({ top, hooksPath }: Repository): void {
  const wantsHusky = hooksPath !== undefined && /(?:^|\/)\.husky\/_\/?$/.test(hooksPath.value);
  const isOff = hasDependency(top, "husky") && existsSync(join(top, ".husky")) && hooksPath === undefined;
  if (!wantsHusky && !isOff) return;
  throw new GateError(
    "this repository uses husky, but husky is not set up in this checkout, so git runs no hooks",
    "Run `npm install`, or `node_modules/.bin/husky`, and then `outgate init` again.",
  );
}

async function isIgnored(top: string, folder: string): Promise<boolean> {
  const { status } = await git(["check-ignore", "--quiet", "--", join(relative(top, folder), "pre-commit")], {
    cwd: top,
  });
  return status === 0;
}
