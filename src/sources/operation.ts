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
  return marks.find(([name]) => hasGitFile(name))?.[1];
}
