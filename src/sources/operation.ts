import { hasGitFile } from "./git.ts";

/** A git command of several steps that a hook has stopped. */
export type Operation = "rebase" | "cherry-pick" | "revert" | "merge";

/** What git is in the middle of, by the files that it keeps for that. */
export function currentOperation(): Operation | undefined {
  const marks: readonly (readonly [string, Operation])[] = [
    ["rebase-merge", "rebase"],
    ["rebase-apply", "rebase"],
    ["CHERRY_PICK_HEAD", "cherry-pick"],
    ["REVERT_HEAD", "revert"],
    ["MERGE_HEAD", "merge"],
  ];
  return marks.find(([name]) => hasGitFile(name))?.[1] ?? (namedParents().length > 0 ? "merge" : undefined);
}

/** The parents that a merge adds to HEAD, by the environment: before pre-merge-commit there is no MERGE_HEAD yet. */
export function namedParents(): string[] {
  const variables = Object.keys(process.env).filter((name) => name.startsWith(parentVariable));
  return variables.map((name) => name.slice(parentVariable.length));
}

const parentVariable = "GITHEAD_";

/** Whether this is the index that `git commit -a` and `git commit PATH` make for themselves, and take away when they are stopped. */
export function isTemporaryIndex(): boolean {
  return /(?:^|[\\/])(?:next-)?index(?:-\d+)?\.lock$/.test(process.env["GIT_INDEX_FILE"] ?? "");
}
