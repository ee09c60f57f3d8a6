import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hooks } from "../src/cli/init/hook-script.ts";
import { fill } from "../src/detectors/template.ts";
import { createGuarded, Repository, type Run, unguarded } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 11);
const leak = `token = "${token}"\n`;

/** Commits a file past the hooks, on a branch that begins at the first commit. */
function branch(repository: Repository, name: string, file: string, contents: string): void {
  repository.git("checkout", "--quiet", "-b", name, "HEAD");
  repository.stage(file, contents);
  unguarded(repository, "commit", "--quiet", "-m", `${name} has ${file}`);
  repository.git("checkout", "--quiet", "main");
}

/** What the program said at the end of its runs, of which the message's says nothing of a pass. */
function checks({ stderr }: Run): string[] {
  return stderr.match(/(?<=^outgate: )(?:passed|stopped|not checked)/gm) ?? [];
}

/** Each makes a commit with the contents, or is stopped before it does. */
const operations: Readonly<Record<string, (repository: Repository, contents: string) => Run>> = {
  commit(repository, contents) {
    repository.stage("a.txt", contents);
    return repository.run("git", "commit", "-m", "a");
  },
  "commit -a"(repository, contents) {
    repository.write("README.md", contents);
    return repository.run("git", "commit", "-a", "-m", "a");
  },
  "commit PATH"(repository, contents) {
    repository.write("README.md", contents);
    return repository.run("git", "commit", "-m", "a", "README.md");
  },
  "commit --amend"(repository, contents) {
    repository.stage("a.txt", contents);
    return repository.run("git", "commit", "--amend", "--no-edit");
  },
  "commit --no-verify"(repository, contents) {
    repository.stage("a.txt", contents);
    return repository.run("git", "commit", "--no-verify", "-m", "a");
  },
  merge(repository, contents) {
    branch(repository, "side", "a.txt", contents);
    return repository.run("git", "merge", "--no-ff", "--no-edit", "side");
  },
  "merge --no-verify"(repository, contents) {
    branch(repository, "side", "a.txt", contents);
    return repository.run("git", "merge", "--no-ff", "--no-edit", "--no-verify", "side");
  },
  "merge with a conflict, committed"(repository, contents) {
    branch(repository, "side", "README.md", "# Another\n");
    repository.commitFile("README.md", "# This\n");
    repository.run("git", "merge", "side");
    repository.stage("README.md", contents);
    return repository.run("git", "commit", "--no-edit");
  },
  "cherry-pick"(repository, contents) {
    branch(repository, "side", "a.txt", contents);
    return repository.run("git", "cherry-pick", "side");
  },
  revert(repository, contents) {
    repository.stage("README.md", contents);
    unguarded(repository, "commit", "--quiet", "-m", "a");
    repository.stage("README.md", "clean again\n");
    unguarded(repository, "commit", "--quiet", "-m", "b");
    return repository.run("git", "revert", "--no-edit", "HEAD");
  },
  rebase(repository, contents) {
    branch(repository, "side", "a.txt", contents);
    repository.commitFile("b.txt", "b\n");
    return repository.run("git", "rebase", "main", "side");
  },
};

describe.each(Object.keys(operations))("git %s", (name) => {
  const operation = operations[name] ?? (() => expect.unreachable());

  test("does not record a leak", () => {
    const repository = createGuarded();
    const run = operation(repository, leak);
    // Where git gives up by itself, it ends with 128.
    expect([1, 128]).toContain(run.code);
    expect(checks(run)).toEqual(["stopped"]);
    expect(run.stderr).toContain("(secret/github-token)");
    expect(run.stderr).not.toContain(token);
    expect(repository.run("git", "grep", "--quiet", token, "HEAD").code).toBe(1);
  });

  test("records the clean twin", () => {
    const repository = createGuarded();
    const run = operation(repository, "clean\n");
    expect({ code: run.code, wrong: checks(run).filter((word) => word !== "passed") }).toEqual({ code: 0, wrong: [] });
    expect(repository.git("status", "--porcelain")).toBe("");
  });
});

test.each(["rebase", "cherry-pick"])("a stopped %s says how to go on and how to put everything back", (name) => {
  const run = operations[name]?.(createGuarded(), leak);
  const words = run?.stderr.replaceAll("\n", " ");
  expect(words).toMatch(new RegExp(`\`git ${name} --continue\`.*\`git ${name} --abort\``));
});

describe("a message", () => {
  test.each([[[]], [["--no-verify"]]])("that leaks is not recorded: commit %j -m", (flags) => {
    const repository = createGuarded();
    repository.stage("a.txt", "a\n");
    const run = repository.run("git", "commit", ...flags, "-m", `use ${token}`);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("(secret/github-token)\n  commit message:1:5");
    expect(run.stderr).not.toContain(token);
  });

  test("that only warns is recorded, and the warning is told", () => {
    const repository = createGuarded();
    repository.stage("outgate.config.json", '{ "actions": { "secret": "warn" } }');
    const run = repository.run("git", "commit", "-m", `use ${token}`);
    expect({ code: run.code, checks: checks(run) }).toEqual({ code: 0, checks: ["passed"] });
    expect(run.stderr).toContain("\n1 warning: secret/github-token at commit message:1.\n");
  });

  test("that is typed in the editor is checked", () => {
    const repository = createGuarded();
    repository.stage("a.txt", "a\n");
    repository.write("../editor", `#!/bin/sh\necho 'use ${token}' >"$1"\n`);
    const run = repository.with({ GIT_EDITOR: "sh ../editor" }).run("git", "commit");
    expect(run.code).toBe(1);
    expect(checks(run)).toEqual(["passed", "stopped"]);
  });
});

const note = ".git/outgate-pass";

describe("the note of a pass", () => {
  test.each(["commit", "commit -a", "commit PATH", "commit --amend", "merge"])(
    "spares %s a second check of the same contents",
    (name) => {
      const repository = createGuarded();
      const run = operations[name]?.(repository, "clean\n");
      // Contents before; behind it the shell's part alone, and the message, of whose pass nothing is said.
      expect(run && checks(run)).toEqual(["passed"]);
      expect(existsSync(join(repository.path, note))).toBe(false);
    },
  );

  test.each(["commit --no-verify", "merge --no-verify", "cherry-pick", "revert", "rebase"])(
    "there is none in %s",
    (name) => {
      const repository = createGuarded();
      const run = operations[name]?.(repository, "clean\n");
      expect(run && checks(run)).toContain("passed");
    },
  );

  test("holds in a linked worktree", () => {
    const repository = createGuarded();
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    const linked = new Repository(join(repository.path, "../linked"), repository.environment);
    linked.stage("a.txt", "a\n");
    expect(checks(linked.run("git", "commit", "-m", "a"))).toEqual(["passed"]);
  });

  test("is only the owner's to read, and so is the key", () => {
    const repository = createGuarded({
      "pre-commit": `stat -c '%a %n' ${note} "$XDG_STATE_HOME/outgate" "$XDG_STATE_HOME/outgate/pass-key" >.git/modes\n`,
    });
    repository.stage("a.txt", "a\n");
    expect(repository.run("git", "commit", "-m", "a").code).toBe(0);
    expect(repository.read(".git/modes").replaceAll(/ .*/g, "")).toBe("600\n700\n600\n");
  });

  test("left over by a hook that failed later, it spares the next command nothing", () => {
    const repository = createGuarded({ "pre-commit": "exit 1\n" });
    // The same second for git, whatever the machine does.
    const pinned = repository.with({
      GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
      GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
    });
    repository.stage("a.txt", "a\n");
    expect(checks(pinned.run("git", "commit", "-m", "a"))).toEqual(["passed"]);
    expect(existsSync(join(repository.path, note))).toBe(true);
    const run = pinned.run("git", "commit", "--no-verify", "-m", `use ${token}`);
    expect({ code: run.code, checks: checks(run) }).toEqual({ code: 1, checks: ["stopped"] });
    expect(existsSync(join(repository.path, note))).toBe(false);
  });

  test.each([
    ["forged", `echo "$(cut -d ' ' -f 1 ${note}) $(git hash-object --stdin </dev/null)" >${note}`],
    ["made older", `read -r time mac <${note}; echo "$((time - 1)) $mac" >${note}`],
    ["empty", `: >${note}`],
    ["of something else", `head -c 100 /dev/zero >${note}`],
    ["signed by another key", `echo ${"0".repeat(64)} >"$XDG_STATE_HOME/outgate/pass-key"`],
    ["of another tree", "echo b >b.txt; git add b.txt"],
    ["of another config", `echo '{ "audience": "public" }' >outgate.config.json; git add outgate.config.json`],
    ["of another base commit", "git update-ref HEAD $(git commit-tree -p HEAD -m between HEAD^{tree})"],
  ])("%s, it counts for nothing, and all is checked", (_, change) => {
    const repository = createGuarded({ "pre-commit": `${change}\n` });
    repository.stage("a.txt", "a\n");
    expect(checks(repository.run("git", "commit", "-m", "a"))).toEqual(["passed", "passed"]);
    expect(existsSync(join(repository.path, note))).toBe(false);
  });

  test("a leak that is staged after the pass is stopped", () => {
    const repository = createGuarded({ "pre-commit": `echo '${leak.trim()}' >b.txt; git add b.txt\n` });
    repository.stage("a.txt", "a\n");
    const run = repository.run("git", "commit", "-m", "a");
    expect({ code: run.code, checks: checks(run) }).toEqual({ code: 1, checks: ["passed", "stopped"] });
  });

  test("a leak that stays staged until the check begins is not noted as passed", () => {
    const repository = createGuarded();
    const hook = join(repository.path, ".git/hooks/pre-commit");
    // Somebody cleans the index in the moment between the first look at the tree and the check, and soils it again.
    const swapped = readFileSync(hook, "utf8").replace(
      "  outgate staged",
      "  git rm -q --cached b.txt\n  outgate staged",
    );
    writeFileSync(hook, `${swapped}git add b.txt\n`);
    repository.stage("a.txt", "a\n");
    repository.stage("b.txt", "b\n");
    expect(checks(repository.run("git", "commit", "-m", "a"))).toEqual(["passed"]);
  });

  test("older than ten minutes, it counts for nothing", () => {
    const repository = createGuarded();
    const hook = join(repository.path, ".git/hooks/prepare-commit-msg");
    writeFileSync(hook, readFileSync(hook, "utf8").replace("age=$((now - time))", "age=$((now + 600 - time))"));
    repository.stage("a.txt", "a\n");
    expect(checks(repository.run("git", "commit", "-m", "a"))).toEqual(["passed", "passed"]);
  });

  test("without a place for the key, all is checked", () => {
    const repository = createGuarded();
    repository.stage("a.txt", "a\n");
    const run = repository.with({ OUTGATE_STATE: "/dev/null/state" }).run("git", "commit", "-m", "a");
    expect({ code: run.code, checks: checks(run) }).toEqual({ code: 0, checks: ["passed", "passed"] });
  });

  test("needs no /proc where there is ps, as on macOS", () => {
    const repository = createGuarded();
    for (const { name } of hooks) {
      const hook = join(repository.path, ".git/hooks", name);
      writeFileSync(hook, readFileSync(hook, "utf8").replaceAll("/proc/", "/no/proc/"));
    }
    const hasPs =
      repository.run("ps", "-o", "ppid=", "-o", "lstart=", "-o", "comm=", "-p", String(process.pid)).code === 0;
    repository.stage("a.txt", "a\n");
    expect(checks(repository.run("git", "commit", "-m", "a"))).toHaveLength(hasPs ? 1 : 2);
  });

  test("is looked for beside the index only if git's folder is there", () => {
    const repository = createGuarded();
    repository.stage("a.txt", "a\n");
    writeFileSync(join(repository.path, "index"), readFileSync(join(repository.path, ".git/index")));
    const run = repository.with({ GIT_INDEX_FILE: "index" }).run("git", "commit", "-m", "a");
    expect({ code: run.code, checks: checks(run) }).toEqual({ code: 0, checks: ["passed", "passed"] });
  });
});

test("the hooks' blocks do not touch what a user's lines see", () => {
  const repository = createGuarded({ "commit-msg": 'set -u\necho "args $# $1 ${x-none} ${note-none} $(umask)" >&2\n' });
  repository.stage("a.txt", "a\n");
  const umask = repository.run("sh", "-c", "umask").stdout.trim();
  expect(repository.run("git", "commit", "-m", "a").stderr).toContain(
    `args 1 .git/COMMIT_EDITMSG none none ${umask}\n`,
  );
});
