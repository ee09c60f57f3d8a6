import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGuarded, createRepository, type Repository, type Run, unguarded } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 13);
const leak = `token = "${token}"\n`;

function withRemote(repository: Repository): Repository {
  repository.git("init", "--quiet", "--bare", "../remote.git");
  repository.git("remote", "add", "origin", "../remote.git");
  unguarded(repository, "push", "--quiet", "origin", "main");
  return repository;
}

/** What a stopped command said of it, wherever git let it print. */
function isStopped({ code, stdout, stderr }: Run): boolean {
  expect(stdout + stderr).not.toContain(token);
  return code !== 0 && /^outgate: stopped, \d+ findings?\./m.test(stdout + stderr);
}

describe("pre-push", () => {
  test("stops a leak, and whatever stands behind its block reads the same lines as without it", () => {
    const repository = withRemote(
      createGuarded({ "pre-push": 'cat >../lines\necho "$@ ${outgate_lines-none}" >../args\n' }),
    );
    repository.commitFile("a.txt", "one\n");
    const [old, head] = ["HEAD~1", "HEAD"].map((name) => repository.git("rev-parse", name));
    expect(repository.run("git", "push", "origin", "main", "main:x")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("outgate: passed."),
    });
    expect(repository.read("../lines")).toBe(
      `refs/heads/main ${head} refs/heads/main ${old}\nrefs/heads/main ${head} refs/heads/x ${"0".repeat(40)}\n`,
    );
    expect(repository.read("../args")).toBe("origin ../remote.git none\n");
    expect(repository.run("git", "push", "origin", "main").code).toBe(0);
    expect(repository.read("../lines")).toBe("");

    unguarded(repository, "commit", "--quiet", "--allow-empty", "-m", leak);
    expect(isStopped(repository.run("git", "push", "origin", "main"))).toBe(true);
    expect(repository.read("../lines")).toBe("");
  });

  test("a user's own pre-push that fails stops a clean push", () => {
    const repository = withRemote(createGuarded({ "pre-push": "exit 7\n" }));
    repository.commitFile("a.txt", "one\n");
    expect(repository.run("git", "push", "origin", "main").code).toBe(1);
  });
});

/** A repository that `init --strict` guards, with one commit of a project. */
function createStrict(): Repository {
  const repository = createRepository();
  repository.commitFile("README.md", "# Project\n");
  expect(repository.outgate("init", "--yes", "--strict")).toMatchObject({ code: 0, stderr: "" });
  return repository;
}

const hook = ".git/hooks/reference-transaction";

/** Ways into a branch, a tag or a note that fire none of a commit's hooks. */
const ways: Readonly<Record<string, (repository: Repository) => Run>> = {
  "git commit-tree and update-ref"(repository) {
    return repository.run("git", "update-ref", "refs/heads/x", leakingCommit(repository));
  },
  "git am"(repository) {
    const patch = repository.git("format-patch", "--stdout", "-1", leakingCommit(repository));
    repository.write("../patch", `${patch}\n`);
    return repository.run("git", "am", "--quiet", "../patch");
  },
  "a fast-forward"(repository) {
    return repository.run("git", "merge", "--ff-only", leakingCommit(repository));
  },
  "a message typed in an editor under --no-verify"(repository) {
    const GIT_EDITOR = `printf 'use ${token}\\n' >`;
    return repository.with({ GIT_EDITOR }).run("git", "commit", "--no-verify", "--allow-empty");
  },
  "an annotated tag's message"(repository) {
    return repository.run("git", "tag", "-a", "-m", leak, "v1");
  },
  "a note"(repository) {
    return repository.run("git", "notes", "add", "-m", leak);
  },
};

/** A commit with a token in a file, which no ref names. */
function leakingCommit(repository: Repository): string {
  const blob = repository.pipe(leak, "hash-object", "-w", "--stdin");
  const tree = repository.pipe(`100644 blob ${blob}\ta.txt\n`, "mktree");
  return repository.git("commit-tree", "-p", "HEAD", "-m", "leak", tree);
}

describe("init --strict", () => {
  test.each(Object.entries(ways))("stops %s, and no ref is moved", (_, way) => {
    const repository = createStrict();
    const refs = repository.git("for-each-ref");
    expect(isStopped(way(repository))).toBe(true);
    expect(repository.git("for-each-ref")).toBe(refs);
  });

  test("lets clean work go on: commits, branches, tags, notes, rebases, fetches", () => {
    const repository = createStrict();
    repository.write("../clean.sh", cleanWork);
    expect(repository.run("sh", "-e", "../clean.sh")).toMatchObject({ code: 0 });
    expect(repository.git("log", "--format=%s", "topic")).toBe("more\nmain goes on\na commit");
  });

  test("judges what no ref reaches yet, so that one commit that came in past it locks nothing", () => {
    const repository = createStrict();
    repository.stage("a.txt", leak);
    unguarded(repository, "commit", "--quiet", "-m", "leak");
    expect(repository.run("git", "branch", "copy", "main").code).toBe(0);
    repository.stage("b.txt", "one\n");
    expect(repository.run("git", "commit", "--quiet", "-m", "more").code).toBe(0);
  });

  test("is never installed without the flag, kept by a second init, and taken away by --uninstall", () => {
    const plain = createRepository();
    expect(plain.outgate("init", "--yes").code).toBe(0);
    expect(existsSync(join(plain.path, hook))).toBe(false);
    const repository = createStrict();
    const before = readFileSync(join(repository.path, hook), "utf8");
    expect(repository.outgate("init", "--yes")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing had to change."),
    });
    expect(readFileSync(join(repository.path, hook), "utf8")).toBe(before);
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    expect(existsSync(join(repository.path, hook))).toBe(false);
  });

  test("starts no Node where no ref would reach anything new", () => {
    const repository = createStrict();
    const script = readFileSync(join(repository.path, hook), "utf8");
    repository.write(hook, script.replace(/^ {2}outgate\(\) .*$/m, "  outgate() { echo started >&2; exit 2; }"));
    expect(repository.run("git", "branch", "copy")).toMatchObject({ code: 0, stderr: "" });
    expect(repository.run("git", "update-ref", "refs/remotes/origin/x", leakingCommit(repository)).code).toBe(0);
    expect(repository.run("git", "branch", "-D", "copy").code).toBe(0);
    expect(repository.run("git", "update-ref", "refs/heads/x", leakingCommit(repository)).code).toBe(0); // a remote's ref reaches it
    expect(repository.run("git", "tag", "-a", "-m", "a tag", "v1").stderr).toContain("started");
  });
});

const cleanWork = `
git checkout --quiet -b topic
echo one >a.txt && git add a.txt && git commit --quiet -m more
git checkout --quiet main
echo two >b.txt && git add b.txt && git commit --quiet -m "main goes on"
git rebase --quiet main topic
git tag -a -m "a tag" v1
git notes add -m "a note"
git init --quiet --bare ../remote.git
git push --quiet ../remote.git topic
git fetch --quiet ../remote.git topic:fetched
git checkout --quiet --detach main~1
git worktree add --quiet ../linked main
git branch --delete --force fetched
`;
