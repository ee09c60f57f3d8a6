import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import type { Verdict } from "../src/index.ts";
import { createPublished, guardPush, type Pushed, pushed } from "./published.ts";
import { createRepository, passed, program, Repository, type Run } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 3);
const leak = `token = "${token}"\n`;
const rule = "secret/github-token";

function subject(repository: Repository, commit: string | undefined): string {
  return repository.git("log", "-1", "--format=%s", commit ?? "");
}

/** What stopped a push, each with the subject of the commit that brought it. */
function stopped({ code, verdict }: Pushed, repository: Repository): string[] {
  expect({ code, verdict: verdict.verdict, complete: verdict.complete }).toEqual({
    code: 1,
    verdict: "block",
    complete: true,
  });
  expect(JSON.stringify(verdict)).not.toContain(token);
  return verdict.findings.map(
    ({ document, line, ruleId, commit }) => `${document}:${line} ${ruleId} in ${subject(repository, commit)}`,
  );
}

function refOf(repository: Repository, ref: string): string {
  return repository.run("git", "-C", "../remote.git", "rev-parse", "--verify", "--quiet", ref).stdout.trim();
}

describe("a push", () => {
  test("of clean commits passes, and of nothing says so", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", "one\n");
    expect(pushed(repository, "origin", "main")).toMatchObject(passed());
    expect(refOf(repository, "main")).toBe(repository.git("rev-parse", "HEAD"));
    expect(repository.outgate("push", "origin", "../remote.git")).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Nothing is pushed\.\n\noutgate: nothing to check\. Scanned 0 documents/),
      stderr: "",
    });
  });

  test("is stopped for a token, the report names commit, path and how to rewrite it, and nothing is published", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", "one\n");
    repository.commitFile("src/a.ts", leak);
    const before = refOf(repository, "main");
    expect(stopped(pushed(repository, "origin", "main"), repository)).toEqual([`src/a.ts:1 ${rule} in a commit`]);
    expect(refOf(repository, "main")).toBe(before);
    const head = repository.git("rev-parse", "HEAD");
    const lines = `refs/heads/main ${head} refs/heads/main ${before}\n`;
    repository.write("../lines", lines);
    const run = repository.run(
      "sh",
      "-c",
      `exec '${process.execPath}' '${program}' push origin ../remote.git <../lines`,
    );
    expect({ ...run, stdout: run.stdout.replace(/\d+ ms/, "N ms").replace(/\d+ rules/, "N rules") }).toEqual({
      code: 1,
      stderr: "",
      stdout: `GitHub access token (secret/github-token)
  src/a.ts:1:10 in ${head.slice(0, 8)}  ghp_•••• (40 characters), string literal (token)
  Whoever reads it can use it, and a repository remembers it even after it is
  deleted.
  Revoke it at https://github.com/settings/tokens, make a new one, and read it
  from the environment.

Mend the commit that brought it, which is the last one: change the file or the
message, \`git add\` it, and \`git commit --amend\`.
\`outgate explain RULE\` tells how to let something through with a reason.

outgate: stopped, 1 finding. Scanned 7 documents, 135 B, N rules, N ms.
`,
    });
  });

  test("is stopped for what was added and removed again, once, at the commit that brought it", () => {
    const repository = createPublished();
    repository.stage("config.ts", `${leak}a\n`);
    repository.commit("bring it");
    repository.stage("config.ts", `${leak}b\n`);
    repository.commit("carry it on");
    repository.stage("config.ts", "b\n");
    repository.commit("take it away");
    expect(stopped(pushed(repository, "origin", "main"), repository)).toEqual([`config.ts:1 ${rule} in bring it`]);
  });

  test("tells how to rewrite what lies deeper, what is a root, and what merges build on", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", leak);
    const bad = repository.git("rev-parse", "--short=8", "HEAD");
    repository.commitFile("a.txt", "mended\n");
    expect(repository.outgate("range", "HEAD~2..HEAD").stdout.replaceAll("\n", " ")).toContain(
      `\`git rebase -i ${bad}^\``,
    );
    repository.git("checkout", "--quiet", "-b", "side", "HEAD~1");
    repository.commitFile("b.txt", "b\n");
    repository.git("merge", "--quiet", "--no-verify", "-m", "merge", "main");
    expect(repository.outgate("range", "main~2..HEAD").stdout.replaceAll("\n", " ")).toContain("`git filter-repo`");
    repository.git("checkout", "--quiet", "--orphan", "root");
    repository.commitFile("c.txt", leak);
    repository.commitFile("c.txt", "mended\n");
    expect(repository.outgate("range", "main..HEAD").stdout.replaceAll("\n", " ")).toContain("`git rebase -i --root`");
  });

  test("lines that the base has under that path count as there already, and a moved file is not read", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", leak);
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
    repository.commitFile("a.txt", `${leak}more\n`);
    repository.git("mv", "a.txt", "b.txt");
    repository.commit();
    repository.stage("b.txt", leak);
    repository.commit();
    const { code, alreadyThere, findings } = pushed(repository, "origin", "main");
    // The blob under the new name is the base's or one of this range's, which was read as a.txt.
    expect({ code, alreadyThere, findings }).toEqual({ code: 0, alreadyThere: 1, findings: [] });
  });

  test("of a deletion brings nothing", () => {
    const repository = createPublished();
    repository.git("push", "--quiet", "--no-verify", "origin", "HEAD:refs/heads/old");
    expect(pushed(repository, "origin", ":old")).toMatchObject({ code: 0, verdict: { scanned: { documents: 0 } } });
    expect(refOf(repository, "old")).toBe("");
  });

  test("of several refs looks at each, and one that is deleted hides none", () => {
    const repository = createPublished();
    repository.git("push", "--quiet", "--no-verify", "origin", "HEAD:refs/heads/old");
    repository.git("checkout", "--quiet", "-b", "clean");
    repository.commitFile("a.txt", "one\n");
    repository.git("checkout", "--quiet", "-b", "dirty", "main");
    repository.stage("b.txt", leak);
    repository.commit("dirty");
    repository.git("checkout", "--quiet", "main");
    const run = pushed(repository, "origin", ":old", "clean", "dirty");
    expect(stopped(run, repository)).toEqual([`b.txt:1 ${rule} in dirty`]);
  });

  test("of a new branch at a published commit passes and says that no commit is new", () => {
    const repository = createPublished();
    const { code, verdict } = pushed(repository, "origin", "main:refs/heads/release");
    expect({ code, notes: verdict.notes, documents: verdict.scanned.documents }).toEqual({
      code: 0,
      notes: ["All commits are published already: what is new is the name of a branch or a tag, or where it points."],
      documents: 1,
    });
  });

  test("by force after a rewrite looks at what is new", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", "one\n");
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
    repository.stage("a.txt", leak);
    repository.git("commit", "--quiet", "--no-verify", "--amend", "-m", "amended");
    expect(stopped(pushed(repository, "--force", "origin", "main"), repository)).toEqual([
      `a.txt:1 ${rule} in amended`,
    ]);
  });

  test("by a URL, which names no remote", () => {
    const repository = createPublished();
    repository.stage("a.txt", leak);
    repository.commit("leak");
    expect(stopped(pushed(repository, join(repository.path, "../remote.git"), "main"), repository)).toEqual([
      `a.txt:1 ${rule} in leak`,
    ]);
  });

  test("names of branches, tags and files are looked at, and masked", () => {
    const repository = createPublished();
    repository.stage(`${token}.txt`, "one\n");
    repository.commit("name");
    const { verdict, code } = pushed(repository, "origin", `main:refs/heads/${token}`, `main:refs/tags/x-${token}`);
    expect(code).toBe(1);
    expect(verdict.findings.map(({ document, ruleId }) => `${document} ${ruleId}`)).toEqual([
      `branch name ${rule}`,
      `tag name ${rule}`,
      `[secret 40].txt ${rule}`,
    ]);
    expect(JSON.stringify(verdict)).not.toContain(token);
  });

  test("a file that only gets another name is looked at by its name", () => {
    const repository = createPublished();
    repository.git("mv", "README.md", `${token}.md`);
    repository.commit("move");
    expect(stopped(pushed(repository, "origin", "main"), repository)).toEqual([`[secret 40].md:1 ${rule} in move`]);
  });

  test("contents that stand under two names are read as both names say", () => {
    const repository = createPublished();
    const split = `<p>${token.slice(0, 9)}<wbr>${token.slice(9)}</p>\n`;
    repository.write("a.txt", split);
    repository.write("b.html", split);
    repository.commitFile("c.html", split);
    expect(stopped(pushed(repository, "origin", "main"), repository)).toEqual([`b.html:1 ${rule} in a commit`]);
  });

  test("messages, authors, committers, and what else a commit's header holds", () => {
    const repository = createPublished();
    repository.commit(`use ${token}`);
    const tree = repository.git("rev-parse", "HEAD^{tree}");
    const parent = repository.git("rev-parse", "HEAD");
    const raw = `tree ${tree}\nparent ${parent}\nauthor ${token} <a@b.example> 1 +0000\ncommitter A <${token}@b.example> 1 +0000\nx-key ${token}\n\nraw\n`;
    const id = repository.pipe(raw, "hash-object", "-t", "commit", "-w", "--stdin");
    repository.git("update-ref", "refs/heads/main", id);
    const { verdict } = pushed(repository, "origin", "main");
    expect(verdict.findings.map(({ document, ruleId }) => `${document} ${ruleId}`)).toEqual([
      `commit message ${rule}`,
      `author ${rule}`,
      `committer ${rule}`,
      `commit header ${rule}`,
    ]);
  });

  test("a repository of SHA-256", () => {
    const repository = createPublished("--object-format=sha256");
    repository.stage("a.txt", leak);
    repository.commit("leak");
    repository.git("tag", "-a", "-m", leak, "v1");
    const { verdict, code } = pushed(repository, "origin", "main", "v1");
    expect(code).toBe(1);
    expect(verdict.findings.map(({ document, commit }) => [document, commit?.length])).toEqual([
      ["tag message", 64],
      ["a.txt", 64],
    ]);
  });

  test("an annotated tag's message and tagger, also of a published commit, of a tag and of a file", () => {
    const repository = createPublished();
    repository.git("tag", "-a", "-m", leak, "v1");
    expect(pushed(repository, "origin", "v1").findings).toEqual([`tag message:1:10 ${rule}`]);
    repository.git("-c", `user.name=${token}`, "tag", "-a", "-m", "outer", "v2", "v1");
    expect(pushed(repository, "origin", "v2").findings).toEqual([`tagger:1:1 ${rule}`, `tag message:1:10 ${rule}`]);
    const blob = repository.pipe(leak, "hash-object", "-w", "--stdin");
    repository.git("tag", "file", blob);
    expect(pushed(repository, "origin", "file").findings).toEqual([`a file without a path:1:10 ${rule}`]);
  });

  test("notes", () => {
    const repository = createPublished();
    repository.git("notes", "add", "-m", leak);
    const { findings, code } = pushed(repository, "origin", "refs/notes/commits");
    expect({ code, findings }).toEqual({ code: 1, findings: [`${repository.git("rev-parse", "HEAD")}:1:10 ${rule}`] });
  });

  test("a submodule is said once, and an object of Git LFS is looked at where it is", () => {
    const repository = createPublished();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${repository.git("rev-parse", "HEAD")},lib`);
    const here = createHash("sha256").update(leak).digest("hex");
    const gone = "0".repeat(64);
    repository.write(`.git/lfs/objects/${here.slice(0, 2)}/${here.slice(2, 4)}/${here}`, leak);
    repository.stageBlob("a.bin", pointer(here));
    repository.stageBlob("b.bin", pointer(gone));
    repository.commit();
    const { code, findings, unscanned } = pushed(repository, "origin", "main");
    expect({ code, findings, unscanned }).toEqual({
      code: 1,
      findings: [`a.bin:1:10 ${rule}`],
      unscanned: [
        "skipped lib: a submodule: only a gate in its own repository checks it",
        "skipped b.bin: a pointer of Git LFS, and what it points to is not here: only the pointer was read",
      ],
    });
  });

  test("the name of a submodule", () => {
    const repository = createPublished();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},lib/${token}`);
    repository.commit();
    const { code, findings } = pushed(repository, "origin", "main");
    expect({ code, findings }).toEqual({ code: 1, findings: [`lib/[secret 40]:1:1 ${rule} (file name)`] });
  });

  test("a shallow clone: its boundary is scanned in full, and that is said", () => {
    const repository = createPublished();
    repository.commitFile("old.txt", leak);
    repository.commitFile("new.txt", "one\n");
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
    repository.git("clone", "--quiet", "--depth=1", `file://${join(repository.path, "../remote.git")}`, "../shallow");
    repository.git("init", "--quiet", "--bare", "../other.git");
    const shallow = new Repository(join(repository.path, "../shallow"), repository.environment);
    guardPush(shallow);
    shallow.commitFile("newer.txt", "two\n");
    expect(pushed(shallow, "origin", "main")).toMatchObject({ code: 0, findings: [] });
    const { verdict, findings } = pushed(shallow, "../other.git", "main");
    expect(findings).toEqual([`old.txt:1:10 ${rule}`]);
    expect(verdict.notes?.[1]).toBe(
      "This clone is shallow, and the tree of its boundary was scanned in full: older commits are not here.",
    );
  });

  test("what cannot be asked of the remote is not taken for published", () => {
    const repository = createPublished();
    repository.stage("a.txt", leak);
    repository.commit("leak");
    const head = repository.git("rev-parse", "HEAD");
    repository.git("update-ref", "refs/remotes/gone/main", head);
    const run = ask(repository, `refs/heads/main ${head} refs/heads/main ${"0".repeat(40)}\n`, "gone", "../gone.git");
    const { findings, notes }: Verdict = JSON.parse(run.stdout);
    expect({ code: run.code, found: findings.length, notes }).toEqual({
      code: 1,
      found: 1,
      notes: [
        "The remote could not be asked what it has, so more was checked than may be new.",
        expect.stringContaining("There is no published commit to build on"),
      ],
    });
    expect(ask(repository, `refs/heads/main ${head} refs/heads/main ${head}\n`, "gone", "../gone.git")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("the remote could not be asked whether it has them"),
    });
  });

  test("lines that are not git's, and objects that are not here, are exit 2", () => {
    const repository = createPublished();
    expect(ask(repository, "main\n")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is not what git gives"),
    });
    const line = `refs/heads/x ${"1".repeat(40)} refs/heads/x ${"0".repeat(40)}\n`;
    expect(ask(repository, line)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("git does not have an object"),
    });
  });

  test("the pre-commit framework's variables stand for the lines that it keeps", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", leak);
    const variables = {
      PRE_COMMIT_TO_REF: repository.git("rev-parse", "HEAD"),
      PRE_COMMIT_REMOTE_BRANCH: "refs/heads/main",
    };
    const run = repository.with(variables).outgate("push", "origin", "../remote.git");
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining("outgate: stopped, 1 finding.") });
  });
});

/** What Git LFS commits in place of a file. */
function pointer(id: string): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${id}\nsize 9\n`;
}

/** Runs push by hand on lines. */
function ask(repository: Repository, lines: string, ...args: readonly string[]): Run {
  repository.write("../lines", lines);
  const command = [process.execPath, program, "push", ...args, "--format", "json"].map((part) => `'${part}'`).join(" ");
  return repository.run("sh", "-c", `exec ${command} <../lines`);
}

describe("the config that judges", () => {
  const lenient = '{ "actions": { "secret": "warn" } }';

  test("is the base's: one that comes with the push changes nothing, and is named", () => {
    const repository = createPublished();
    repository.stage("outgate.config.json", lenient);
    repository.commit("weaken");
    repository.commitFile("a.txt", leak);
    const { code, verdict } = pushed(repository, "origin", "main");
    const weakened = repository.git("rev-parse", "--short=8", "HEAD~1");
    expect({ code, policy: verdict.policy, notes: verdict.notes }).toEqual({
      code: 1,
      policy: "default",
      notes: [`The gate's own files are changed: outgate.config.json in ${weakened}.`],
    });
    // Once it is published, by itself, it holds.
    expect(pushed(repository, "origin", "HEAD~1:refs/heads/main")).toMatchObject({ code: 0 });
    expect(pushed(repository, "origin", "main")).toMatchObject({
      code: 0,
      verdict: { policy: repository.git("rev-parse", "HEAD:outgate.config.json") },
    });
  });

  test("of a new branch is that of the commit it forks from; --policy-ref names another", () => {
    const repository = createPublished();
    repository.commitFile("outgate.config.json", lenient);
    repository.git("push", "--quiet", "--no-verify", "origin", "main");
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.stage("outgate.config.json", "{}");
    repository.commitFile("a.txt", leak);
    expect(pushed(repository, "origin", "topic")).toMatchObject({ code: 0 });
    expect(repository.check("range", "main..topic")).toMatchObject({ code: 0 });
    expect(repository.check("range", "main..topic", "--policy-ref", "topic")).toMatchObject({ code: 1 });
    expect(repository.outgate("range", "main..topic", "--policy-ref", "gone")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--policy-ref: there is no commit gone in this clone"),
    });
  });

  test("of a first push is the pushed one, and that is said", () => {
    const repository = createRepository();
    repository.git("init", "--quiet", "--bare", "../remote.git");
    guardPush(repository);
    repository.stage("outgate.config.json", lenient);
    repository.commitFile("a.txt", leak);
    const { code, verdict } = pushed(repository, "../remote.git", "main");
    expect({ code, notes: verdict.notes }).toEqual({
      code: 0,
      notes: [
        expect.stringContaining("the config of what is pushed judges"),
        expect.stringContaining("The gate's own files are changed: outgate.config.json in "),
      ],
    });
  });
});

describe("a range", () => {
  test("is A..B and nothing else", () => {
    const repository = createPublished();
    for (const range of ["main", "main...main", "..main", "main..", "a..b..c"])
      expect(repository.outgate("range", range)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("is no range"),
      });
    expect(repository.outgate("range", "main..main")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no commit in main..main"),
    });
    expect(repository.outgate("range", `${"0".repeat(40)}..main`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "Name the commit that it forks from: what `git merge-base origin/main HEAD` prints.",
      ),
    });
    expect(repository.outgate("range", "gone..main")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("fetch-depth: 0"),
    });
    expect(repository.outgate("range", "--", "--all..main")).toMatchObject({ code: 2 });
  });

  test("says that what it stops has left already", () => {
    const repository = createPublished();
    repository.commitFile("a.txt", leak);
    const { code, stdout } = repository.outgate("range", "main~1..main");
    expect({ code, stdout: stdout.replaceAll("\n", " ") }).toEqual({
      code: 1,
      stdout: expect.stringContaining("Where it was pushed it has left already: revoke the credential first."),
    });
  });
});
