import type { Verdict } from "../model/verdict.ts";
import { runGit } from "../sources/git.ts";
import type { History } from "../sources/history/history.ts";

/** What left, or is about to. */
interface Pushed {
  readonly tips: readonly string[];
  /** Whether it has left this machine already. */
  readonly hasLeft?: true;
}

/** How to take what stops out of the history: by the commit that brought it, the oldest where there are several. */
export function rewriting(verdict: Verdict, history: History, { tips, hasLeft }: Pushed): string[] {
  const stopping = verdict.findings.filter(({ action }) => action === "block" || action === "ask");
  const brought = new Set(stopping.flatMap(({ commit }) => commit ?? []));
  const commits = history.commits.filter((id) => brought.has(id));
  const [oldest] = commits;
  return [
    ...(hasLeft && stopping.some(({ class: of }) => of === "secret")
      ? ["Where it was pushed it has left already: revoke the credential first. The history is rewritten after that."]
      : []),
    ...(stopping.some(({ document, commit }) => commit === undefined && isRefName(document))
      ? ["Give the branch or the tag another name: `git branch -m OLD NEW`, or a new `git tag`."]
      : []),
    ...([...brought].some((id) => history.tags.has(id)) ? ["Write the tag anew: `git tag -f -a TAG`."] : []),
    ...(oldest === undefined ? [] : [rewrite(oldest, commits, tips)]),
  ];
}

function isRefName(document: string): boolean {
  return /^(?:branch|tag|ref) name$/.test(document);
}

function rewrite(oldest: string, commits: readonly string[], tips: readonly string[]): string {
  const short = oldest.slice(0, 8);
  const tip = tips.find((candidate) => isAncestor(oldest, candidate)) ?? oldest;
  const head = gitText(["rev-parse", "--quiet", "--verify", "HEAD"]);
  const there = isAncestor(oldest, head) ? "" : "on the branch that has it, ";
  if (commits.length === 1 && oldest === head)
    return "Mend the commit that brought it, which is the last one: change the file or the message, `git add` it, and `git commit --amend`.";
  // A rebase would make one line of what merges have joined.
  if (gitText(["rev-list", "--merges", "--max-count=1", tip, "--not", ...parentsOf(oldest)]) !== "")
    return `Merges build on the commit that brought it, ${short}: \`git filter-repo\` takes it out of all of them (https://github.com/newren/git-filter-repo). To delete it in a later commit is not enough: every commit is published.`;
  const from = parentsOf(oldest).length === 0 ? "--root" : `${short}^`;
  return `Mend the commit that brought it: ${there}\`git rebase -i ${from}\`, write \`edit\` before ${short}, change the file or the message, \`git add\` it, \`git commit --amend\`, \`git rebase --continue\`. To delete it in a later commit is not enough: every commit is published.`;
}

function parentsOf(commit: string): string[] {
  return gitText(["rev-parse", `${commit}^@`])
    .split("\n")
    .filter(Boolean);
}

function isAncestor(commit: string, other: string): boolean {
  return runGit(["merge-base", "--is-ancestor", commit, other]).status === 0;
}

function gitText(args: readonly string[]): string {
  return runGit(args).output.toString("latin1").trim();
}
