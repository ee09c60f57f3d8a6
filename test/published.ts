import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Verdict } from "../src/index.ts";
import { createRepository, type Outcome, outcome, program, type Repository } from "./repository.ts";

/** A repository with one published commit, a bare remote beside it, and pre-push in place. */
export function createPublished(...init: readonly string[]): Repository {
  const repository = createRepository(...init);
  repository.git("init", "--quiet", "--bare", ...init, "../remote.git");
  repository.git("remote", "add", "origin", "../remote.git");
  repository.commitFile("README.md", "# Project\n");
  repository.git("push", "--quiet", "origin", "main");
  guardPush(repository);
  return repository;
}

/** Makes git's pre-push call the program; its report goes into a file beside the repository. */
export function guardPush(repository: Repository): void {
  const hook = join(repository.git("rev-parse", "--absolute-git-dir"), "hooks/pre-push");
  mkdirSync(dirname(hook), { recursive: true });
  const check = `'${process.execPath}' '${program}' push --format json --output ../verdict.json "$@"`;
  writeFileSync(hook, `#!/bin/sh\nexec ${check}\n`);
  chmodSync(hook, 0o755);
}

export interface Pushed extends Outcome {
  readonly verdict: Verdict;
}

/** Pushes, and reads what the hook came to; the code is git's. */
export function pushed(repository: Repository, ...args: readonly string[]): Pushed {
  const run = repository.run("git", "push", "--quiet", ...args);
  const stdout = repository.read("../verdict.json");
  const verdict: Verdict = JSON.parse(stdout);
  return { ...outcome({ ...run, stdout, stderr: "" }), verdict };
}
