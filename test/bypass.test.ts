import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createPublished, guardPush, pushed } from "./published.ts";
import { Repository } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 5);
const leak = `token = "${token}"\n`;
const rule = "secret/github-token";

/** How something comes into a branch that goes round the hooks of a commit, and what a push or a range must find of it. */
interface Way {
  readonly bring: (repository: Repository) => void;
  readonly found: readonly string[];
}

const inFile = [`a.txt:1:10 ${rule}`];

const ways: Readonly<Record<string, Way>> = {
  "HUSKY=0": {
    bring(repository) {
      repository.write(".husky/_/h", '[ "${HUSKY-}" = "0" ] && exit 0\nexit 1\n');
      repository.write(".husky/_/pre-commit", '#!/bin/sh\n. "${0%/*}/h"\n');
      repository.git("config", "core.hooksPath", ".husky/_");
      repository.run("chmod", "+x", ".husky/_/pre-commit");
      repository.write("a.txt", leak);
      repository.git("add", "a.txt");
      expect(repository.run("git", "commit", "-m", "stopped").code).toBe(1);
      repository.with({ HUSKY: "0" }).git("commit", "--quiet", "-m", "leak");
      repository.git("config", "--unset", "core.hooksPath");
    },
    found: inFile,
  },
  "-c core.hooksPath=": {
    bring(repository) {
      repository.stage("a.txt", leak);
      repository.git("-c", "core.hooksPath=", "commit", "--quiet", "-m", "leak");
    },
    found: inFile,
  },
  "git am": {
    bring(repository) {
      onSide(repository, () => repository.commitFile("a.txt", leak));
      repository.pipe(repository.git("format-patch", "--stdout", "main..side"), "am", "--quiet");
    },
    found: inFile,
  },
  "a fast-forward": {
    bring(repository) {
      onSide(repository, () => repository.commitFile("a.txt", leak));
      repository.git("merge", "--quiet", "--ff-only", "side");
    },
    found: inFile,
  },
  "a message typed in an editor under --no-verify": {
    bring(repository) {
      const editor = `printf 'use ${token}\\n' >`;
      repository.with({ GIT_EDITOR: editor }).git("commit", "--quiet", "--no-verify", "--allow-empty");
    },
    found: [`commit message:1:5 ${rule}`],
  },
  "git replace that hides a blob": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      const harmless = repository.pipe("harmless\n", "hash-object", "-w", "--stdin");
      repository.git("replace", repository.git("rev-parse", "HEAD:a.txt"), harmless);
      expect(repository.git("show", "HEAD:a.txt")).toBe("harmless");
    },
    found: inFile,
  },
  "git replace that hides a commit": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      const harmless = repository.git("commit-tree", "-p", "HEAD~1", "-m", "harmless", "HEAD~1^{tree}");
      repository.git("replace", "HEAD", harmless);
    },
    found: inFile,
  },
  "a graft that cuts the history": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      repository.commitFile("a.txt", "harmless\n");
      repository.write(
        ".git/info/grafts",
        `${repository.git("rev-parse", "HEAD")} ${repository.git("rev-parse", "HEAD~2")}\n`,
      );
    },
    found: inFile,
  },
  "forged tracking refs": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      repository.git("update-ref", "refs/remotes/origin/x", "HEAD");
      repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    },
    found: inFile,
  },
  "git commit-tree and update-ref": {
    bring(repository) {
      const blob = repository.pipe(leak, "hash-object", "-w", "--stdin");
      const tree = repository.pipe(`100644 blob ${blob}\ta.txt\n`, "mktree");
      const commit = repository.git("commit-tree", "-p", "HEAD", "-m", "leak", tree);
      repository.git("update-ref", "refs/heads/main", commit);
    },
    found: inFile,
  },
  "git fast-import, as other implementations write objects": {
    bring(repository) {
      const who = "A Example <a@b.example> 1 +0000";
      const file = `M 100644 inline a.txt\ndata ${leak.length}\n${leak}\n`;
      repository.pipe(
        `commit refs/heads/main\ncommitter ${who}\ndata 2\nx\nfrom refs/heads/main^0\n${file}`,
        "fast-import",
        "--quiet",
      );
    },
    found: inFile,
  },
  "what is added and then deleted": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      repository.git("rm", "--quiet", "a.txt");
      repository.commit("delete");
    },
    found: inFile,
  },
  "what an amended commit held, once it is pushed": {
    bring(repository) {
      repository.commitFile("a.txt", leak);
      repository.git(
        "commit",
        "--quiet",
        "--no-verify",
        "--amend",
        "-m",
        "the same file, which the hooks do not look at again",
      );
    },
    found: inFile,
  },
  "what only a merge brings": {
    bring(repository) {
      onSide(repository, () => repository.commitFile("side.txt", "side\n"));
      repository.commitFile("main.txt", "main\n");
      repository.git("merge", "--quiet", "--no-commit", "side");
      repository.stage("a.txt", leak);
      repository.git("commit", "--quiet", "--no-verify", "-m", "merge");
    },
    found: inFile,
  },
  "what a merge changes in a file that all parents have": {
    bring(repository) {
      onSide(repository, () => repository.commitFile("side.txt", "side\n"));
      repository.commitFile("main.txt", "main\n");
      repository.git("merge", "--quiet", "--no-commit", "side");
      repository.stage("README.md", leak);
      repository.git("commit", "--quiet", "--no-verify", "-m", "merge");
    },
    found: [`README.md:1:10 ${rule}`],
  },
  "git stash, pushed as a branch": {
    bring(repository) {
      repository.stage("a.txt", leak);
      repository.git("stash", "--quiet");
      repository.git("reset", "--quiet", "--hard", "stash@{0}");
    },
    found: inFile,
  },
  "attributes that call the file binary": {
    bring(repository) {
      repository.write(".gitattributes", "* binary -diff filter=x\n");
      repository.commitFile("a.txt", leak);
    },
    found: inFile,
  },
};

/** Does something on a branch of its own, and comes back. */
function onSide(repository: Repository, work: () => void): void {
  repository.git("checkout", "--quiet", "-b", "side");
  work();
  repository.git("checkout", "--quiet", "main");
}

describe.each(Object.entries(ways))("%s", (_, { bring, found }) => {
  test("is caught by a push, and by the range in CI", () => {
    const repository = createPublished();
    const base = repository.git("rev-parse", "HEAD");
    bring(repository);
    const { code, findings, verdict } = pushed(repository, "origin", "main");
    expect({ code, findings, complete: verdict.complete }).toEqual({ code: 1, findings: found, complete: true });
    expect(repository.check("range", `${base}..main`)).toMatchObject({ code: 1, findings: found });
    expect(repository.run("git", "-C", "../remote.git", "rev-parse", "main").stdout.trim()).toBe(base);
  });
});

describe("a clone", () => {
  test("without its blobs is checked as far as it goes, and what it lacks is published", () => {
    const repository = createPublished();
    repository.git("-C", "../remote.git", "config", "uploadpack.allowFilter", "true");
    const address = `file://${join(repository.path, "../remote.git")}`;
    repository.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", address, "../partial");
    const partial = new Repository(join(repository.path, "../partial"), repository.environment);
    guardPush(partial);
    partial.git("reset", "--quiet", "--hard");
    partial.commitFile("a.txt", leak);
    expect(pushed(partial, "origin", "main")).toMatchObject({ code: 1, findings: inFile });
  });
});
