import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { valuePlaces } from "../../denylist/values.ts";
import type { Term } from "../../denylist/term.ts";
import { GateError } from "../../model/error.ts";
import { codeOf } from "../../model/system-error.ts";
import { runGit } from "../../sources/git.ts";

/** The default branch of origin, as this repository knows it; undefined where it knows none. */
export function publicBranch(): string | undefined {
  const { status, output } = runGit(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const named = status === 0 ? [output.toString("utf8").trim()] : [];
  return [...named, "origin/main", "origin/master"].find(
    (branch) => runGit(["rev-parse", "--verify", "--quiet", `refs/remotes/${branch}^{commit}`]).status === 0,
  );
}

/**
 * Which terms stand in the history of a branch: in the lines and messages of its commits, written in any case and with anything but
 * letters between their words. It is a hint for the owner, and knows none of the disguises that a check knows. The terms are not handed to
 * git, whose arguments other users can see.
 * @returns places in `terms`.
 */
export async function readPublished(branch: string, terms: readonly Term[]): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  const values = new Map(terms.flatMap(({ kind, text }, index) => (kind === "secret" ? [[text, index] as const] : [])));
  const phrases = phrasesOf(terms);
  for await (const line of history(branch)) {
    if (values.size > 0)
      for (const { start, end } of valuePlaces(line)) {
        const index = values.get(line.slice(start, end));
        if (index !== undefined) found.add(index);
      }
    const words = wordsIn(line);
    for (const [at, word] of words.entries())
      for (const { index, rest } of phrases.get(word) ?? [])
        if (rest.every((other, next) => words[at + 1 + next] === other)) found.add(index);
  }
  return found;
}

interface Phrase {
  readonly index: number;
  /** The words behind the first one. */
  readonly rest: readonly string[];
}

function phrasesOf(terms: readonly Term[]): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [index, { kind, text }] of terms.entries()) {
    const [first, ...rest] = kind === "secret" ? [] : wordsIn(text);
    if (first === undefined) continue;
    phrases.set(first, [...(phrases.get(first) ?? []), { index, rest }]);
  }
  return phrases;
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

async function* history(branch: string): AsyncGenerator<string> {
  const format = "--format=%an%n%ae%n%cn%n%ce%n%B";
  const git = spawn(
    "git",
    [
      "log",
      "-p",
      "-U0",
      "--text",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "-m",
      format,
      `refs/remotes/${branch}`,
      "--",
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    git.on("close", resolve);
    git.on("error", (error) => reject(new GateError(`git cannot be run: ${codeOf(error)}`, "See that it is in PATH.")));
  });
  yield* createInterface({ input: git.stdout, crlfDelay: Infinity });
  if ((await ended) !== 0)
    throw new GateError("git could not show all of the published history", "`git fsck` tells what is wrong with it.");
}
