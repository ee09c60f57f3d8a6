import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { git } from "./git.ts";
import { posix } from "./program.ts";
import { includedFile, type Repository } from "./repository.ts";
import type { Step } from "./step.ts";

/**
 * A relative core.hooksPath counts from the top of each work tree. husky sets `.husky/_` on every `npm install`, and since
 * that folder is not committed, git finds no hook in a linked work tree, runs none, and says nothing. So an absolute path is
 * set over it: in a file of its own, which .git/config includes behind everything else, where husky does not reach. The
 * include holds only while the repository lies where it lies now; once it is moved, the relative path counts again, rather
 * than a path to nowhere.
 */
export async function hooksPathSteps(repository: Repository, folder: string): Promise<readonly Step[]> {
  const { commonDir, hooksPath } = repository;
  // A work tree's own config comes after the common one, whatever that includes.
  if (hooksPath === undefined || hooksPath.scope === "worktree" || isAbsolute(hooksPath.value))
    return removeHooksPathSteps(repository);
  const path = join(commonDir, includedFile);
  const text = `[core]\n\thooksPath = ${quoted(posix(folder))}\n`;
  const effective = await git(["config", "--type=path", "core.hooksPath"], { cwd: repository.top });
  const wanted = conditions(commonDir);
  const there = await includes(commonDir);
  const isSet =
    effective.output === `${posix(folder)}\n` &&
    wanted.every((section) => there.includes(section)) &&
    there.length === wanted.length;
  const file: Step = {
    kind: "write",
    path,
    bytes: Buffer.from(text),
    mode: 0o644,
    why: `The absolute path of the hooks, over the relative one (${hooksPath.value}).`,
  };
  return [
    ...(existsSync(path) && readFileSync(path, "utf8") === text ? [] : [file]),
    ...(isSet
      ? []
      : [
          includeStep(
            commonDir,
            there,
            wanted,
            "Includes that behind the relative path, so that linked worktrees run the hooks, too.",
          ),
        ]),
  ];
}

export async function removeHooksPathSteps({ commonDir }: Repository): Promise<readonly Step[]> {
  const path = join(commonDir, includedFile);
  const there = await includes(commonDir);
  return [
    ...(there.length > 0
      ? [includeStep(commonDir, there, [], "No longer includes an absolute path of the hooks.")]
      : []),
    ...(existsSync(path) ? [{ kind: "remove", path, why: "The absolute path of the hooks." } as const] : []),
  ];
}

function includeStep(commonDir: string, remove: readonly string[], add: readonly string[], why: string): Step {
  const path = join(commonDir, "config");
  const commands = [
    ...remove.map((section) => ["--remove-section", section]),
    ...add.map((section) => [`${section}.path`, includedFile]),
  ];
  return { kind: "config", path, commands: commands.map((args) => ["config", "--file", path, ...args]), why };
}

/**
 * The sections of the include: one for the main work tree, one for the linked ones. What git's patterns or the config's
 * quoting would take for something else stands as `?`: the condition need not tell this path from one that differs there.
 */
function conditions(commonDir: string): string[] {
  const pattern = posix(commonDir).replaceAll(/[^\w/.:@ -]/g, (character) => (character > "\x7f" ? character : "?"));
  return [`includeIf.gitdir:${pattern}`, `includeIf.gitdir:${pattern}/worktrees/`];
}

/** The sections that an earlier `init` wrote, perhaps where the repository lay then. */
async function includes(commonDir: string): Promise<string[]> {
  const { output } = await git(
    ["config", "-z", "--file", join(commonDir, "config"), "--get-regexp", String.raw`^includeif\..*\.path$`],
    { cwd: commonDir },
  );
  return output.split("\0").flatMap((entry) => {
    const at = entry.lastIndexOf("\n");
    const section = entry.slice("includeif".length, at).replace(/\.path$/, "");
    return at !== -1 && entry.slice(at + 1) === includedFile ? [`includeIf${section}`] : [];
  });
}

/** A value of git's config. */
function quoted(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return `"${escaped}"`;
}
