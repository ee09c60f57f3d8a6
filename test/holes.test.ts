import { join } from "node:path";
import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGuarded, createRepository, type Repository, type Run, unguarded } from "./repository.ts";

// What the hooks of a commit cannot see, row by row as SECURITY.md says it. These are no promises but limits: where one of
// them no longer holds, the table is to be changed.

const token = fill("ghp_{base62:30}{crc32}", 23);
const leak = `token = "${token}"\n`;

/** Leaves the leak on a branch that HEAD has not, one commit ahead of it. */
function branchAhead(repository: Repository): void {
  repository.git("checkout", "--quiet", "-b", "ahead");
  repository.stage("a.txt", leak);
  unguarded(repository, "commit", "--quiet", "-m", "a");
  repository.git("checkout", "--quiet", "main");
}

const ways: Readonly<Record<string, (repository: Repository) => Run>> = {
  "a message typed in the editor under --no-verify"(repository) {
    repository.stage("b.txt", "b\n");
    repository.write("../editor", `#!/bin/sh\necho 'use ${token}' >"$1"\n`);
    return repository.with({ GIT_EDITOR: "sh ../editor" }).run("git", "commit", "--no-verify");
  },
  "git am"(repository) {
    branchAhead(repository);
    repository.git("format-patch", "--quiet", "-1", "--output=../a.patch", "ahead");
    return repository.run("git", "am", "../a.patch");
  },
  "git stash"(repository) {
    repository.write("README.md", leak);
    return repository.run("git", "stash");
  },
  "git commit-tree"(repository) {
    repository.stage("a.txt", leak);
    const tree = repository.git("write-tree").trim();
    const commit = repository.git("commit-tree", tree, "-p", "HEAD", "-m", "a").trim();
    return repository.run("git", "update-ref", "HEAD", commit);
  },
  "git fast-import"(repository) {
    const stream = `commit refs/heads/imported\ncommitter A <a@example.org> 0 +0000\ndata 1\na\nM 644 inline a.txt\ndata ${leak.length}\n${leak}\n`;
    repository.pipe(stream, "fast-import", "--quiet");
    return repository.run("git", "log", "--oneline", "imported");
  },
  "a fast-forward"(repository) {
    branchAhead(repository);
    return repository.run("git", "merge", "--ff-only", "ahead");
  },
  "cherry-pick --ff"(repository) {
    branchAhead(repository);
    return repository.run("git", "cherry-pick", "--ff", "ahead");
  },
  "git -c core.hooksPath="(repository) {
    repository.stage("a.txt", leak);
    return repository.run("git", "-c", "core.hooksPath=/dev/null", "commit", "-m", "a");
  },
  "what a commit held that --amend replaces"(repository) {
    branchAhead(repository);
    repository.git("checkout", "--quiet", "ahead");
    repository.stage("b.txt", "b\n");
    return repository.run("git", "commit", "--amend", "--no-edit");
  },
};

test.each(Object.keys(ways))("%s goes round the hooks", (name) => {
  const repository = createGuarded();
  const run = ways[name]?.(repository);
  expect(run?.code).toBe(0);
  const everything = repository.git("log", "--all", "--reflog", "--patch", "--diff-merges=first-parent", "--format=%B");
  expect(everything).toContain(token);
});

test("HUSKY=0 goes round husky's hooks", () => {
  const repository = createRepository();
  repository.run(process.execPath, join(import.meta.dirname, "../node_modules/husky/bin.js"));
  repository.write(".husky/pre-commit", "exit 1\n");
  repository.stage("a.txt", "a\n");
  expect(repository.run("git", "commit", "-m", "a").code).toBe(1);
  expect(repository.with({ HUSKY: "0" }).run("git", "commit", "-m", "a").code).toBe(0);
});
