import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { askAudience } from "../src/cli/init/ask.ts";
import { fill } from "../src/detectors/template.ts";
import { createFolder, createRepository, type Place, program, Repository, type Run } from "./repository.ts";

const hookNames = ["pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "pre-push"] as const;

const token = fill("ghp_{base62:30}{crc32}", 7);

const proofHolds = `Proof, with a made-up GitHub token
  - git commit in a throw-away clone: stopped by outgate
  - git commit --no-verify in a throw-away clone: stopped by outgate
  - git commit in a throw-away clone, without the token: passed
  - git push in a throw-away clone: stopped by outgate
  - git push in a throw-away clone, without the token: passed
  - git commit in a linked worktree: stopped by outgate
  - git commit --no-verify in a linked worktree: stopped by outgate
`;

/** A repository with one commit, whose processes have a folder of their own for what is temporary. */
function createStarted(...init: readonly string[]): Repository {
  const { path, environment } = createRepository(...init);
  const temporary = join(dirname(path), "tmp");
  mkdirSync(temporary);
  const project = new Repository(path, { ...environment, TMPDIR: temporary });
  project.commitFile("README.md", "# Project\n");
  return project;
}

/** Runs init, and sees that it worked. */
function installed(place: Place, ...flags: readonly string[]): string {
  const run = place.outgate("init", "--yes", ...flags);
  expect(run).toEqual({ code: 0, stdout: expect.stringContaining(proofHolds), stderr: "" });
  return run.stdout;
}

const stopped = ["stopped by outgate", "stopped by outgate"];

/** Tries a commit that must not be made, with and without the hooks that git lets be skipped, and gives what came of it. */
function leaks(place: Place, folder = "."): string[] {
  return [[], ["--no-verify"]].map((flags) => {
    const run = tryToLeak(place.from(folder), ...flags);
    return run.code === 1 && run.stderr.includes("outgate: stopped, 1 finding.")
      ? "stopped by outgate"
      : JSON.stringify(run);
  });
}

function tryToLeak(place: Place, ...flags: readonly string[]): Run {
  place.write("leak.txt", `token = "${token}"\n`);
  place.git("add", "--all", "--force", "leak.txt");
  const run = place.run("git", "commit", "--quiet", ...flags, "-m", "leak");
  place.git("rm", "--quiet", "--force", "--cached", "leak.txt");
  rmSync(join(place.path, "leak.txt"));
  return run;
}

/** Everything in a folder but what git's commands write by the way: paths with modes and contents. */
function snapshot(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const own = entries.filter(({ parentPath }) => !parentPath.includes("/node_modules"));
  const files = own.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    const contents = entry.isSymbolicLink() ? readlinkSync(path) : entry.isFile() ? readFileSync(path, "latin1") : "";
    return [path, `${(lstatSync(path).mode & 0o777).toString(8)} ${contents}`];
  });
  return Object.fromEntries(files);
}

function hookPath(repository: Place, name: string): string {
  return join(repository.path, ".git/hooks", name);
}

function addHook(repository: Place, name: string, contents: string, mode = 0o755): void {
  mkdirSync(dirname(hookPath(repository, name)), { recursive: true });
  writeFileSync(hookPath(repository, name), contents, "latin1");
  chmodSync(hookPath(repository, name), mode);
}

test("an outgate that is installed from a file elsewhere is said to be missing in other clones", () => {
  const repository = createStarted();
  repository.write("package.json", JSON.stringify({ devDependencies: { outgate: "file:../outgate-0.1.0.tgz" } }));
  expect(installed(repository)).toContain("  1. Put outgate-0.1.0.tgz into the repository and install it from there,");
});

describe("a repository with nothing in it but git", () => {
  test("gets hooks and a config, proven, and is told what and why", () => {
    const repository = createStarted();
    expect(repository.outgate("init", "--yes")).toEqual({
      code: 0,
      stderr: "",
      stdout: `Found
  - git's own hooks, in .git/hooks/

Created
  - outgate.config.json
    The settings, without completion in editors: that needs outgate as a
    dependency of this repository.
  - .git/hooks/pre-commit
    Checks what a commit would record.
  - .git/hooks/pre-merge-commit
    Checks what a merge would record.
  - .git/hooks/prepare-commit-msg
    Checks what --no-verify, cherry-pick, revert or rebase would record.
  - .git/hooks/commit-msg
    Checks the message of a commit, its author and committer.
  - .git/hooks/pre-push
    Checks what a push would publish.

${proofHolds}
Next steps
  1. Commit outgate.config.json.
  2. Name who can read this repository: set "audience" in outgate.config.json
     to owner, team, group or public. Until then it is judged as a team's.
  3. Run \`outgate init\` in every other clone: git does not copy these hooks.
  4. Run \`outgate files\` to check what is in the repository already.

outgate: The hooks are installed. Every planted leak was stopped.
`,
    });
    for (const name of hookNames) expect(statSync(hookPath(repository, name)).mode & 0o777).toBe(0o755);
    expect(repository.read("outgate.config.json")).toBe("{}\n");
    expect(leaks(repository)).toEqual(stopped);
  });

  test("a second run changes nothing, says so, and proves again", () => {
    const repository = createStarted();
    installed(repository);
    const before = snapshot(repository.path);
    const output = installed(repository);
    expect(snapshot(repository.path)).toEqual(before);
    expect(output).toContain("outgate: Nothing had to change. Every planted leak was stopped.\n");
    expect(output).not.toMatch(/^(?:Created|Changed|Removed)$/m);
  });

  test("the proof leaves nothing behind", () => {
    const repository = createStarted();
    repository.git("worktree", "add", "--quiet", "../other", "-b", "other");
    repository.git("stash", "list");
    installed(repository);
    const before = snapshot(repository.path);
    const objects = repository.git("count-objects", "--verbose");
    installed(repository);
    expect(snapshot(repository.path)).toEqual(before);
    expect(repository.git("count-objects", "--verbose")).toBe(objects);
    expect(repository.git("worktree", "list", "--porcelain").match(/^worktree /gm)).toHaveLength(2);
    expect(repository.git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/main\nrefs/heads/other");
    expect(repository.git("fsck", "--unreachable", "--no-reflogs")).toBe("");
    expect(readdirSync(repository.environment["TMPDIR"] ?? "")).toEqual([]);
    expect(existsSync(join(repository.environment["HOME"] ?? "", ".local"))).toBe(false);
  });

  test("the token of the proof is printed nowhere", () => {
    const repository = createStarted();
    repository.write("outgate.config.json", '{ "actions": { "secret": "warn" } }');
    addHook(repository, "commit-msg", "#!/bin/sh\ngit show :$(git ls-files 'outgate-canary*' | head -n 1) >&2\n");
    const { stdout, stderr } = repository.outgate("init", "--yes");
    expect(stdout).toContain('token = "[the token]"');
    expect(stdout + stderr).not.toMatch(/gh[p]_\w/);
  });

  test("--dry-run tells the same, and writes nothing", () => {
    const repository = createStarted();
    const before = snapshot(repository.path);
    const { code, stdout, stderr } = repository.outgate("init", "--dry-run");
    expect(snapshot(repository.path)).toEqual(before);
    const told = stdout.split("\n").filter((line) => line.startsWith("  - "));
    expect({ code, stderr, told }).toEqual({
      code: 0,
      stderr: "",
      told: installed(repository)
        .replace(/^Proof[^]*/m, "")
        .split("\n")
        .filter((line) => line.startsWith("  - ")),
    });
    expect(stdout).toMatch(/^Would create$/m);
    expect(stdout).toMatch(/Nothing was changed: this was --dry-run\. The proof was not run\.\n$/);
  });

  test("--uninstall takes it away beside a file that is called as husky's folder is", () => {
    const repository = createStarted();
    const before = snapshot(repository.path);
    repository.write(".husky", "");
    installed(repository);
    expect(repository.outgate("init", "--uninstall")).toMatchObject({ code: 0, stderr: "" });
    for (const name of [".husky", "outgate.config.json"]) rmSync(join(repository.path, name));
    expect(snapshot(repository.path)).toEqual(before);
  });

  test("--uninstall takes away exactly what was written, and a second time nothing", () => {
    const repository = createStarted();
    const before = snapshot(repository.path);
    installed(repository);
    repository.write(".git/outgate-pass", "1 left over\n");
    const config = repository.read("outgate.config.json");
    const dry = repository.outgate("init", "--uninstall", "--dry-run").stdout;
    expect(dry).toContain("Would remove\n  - .git/hooks/pre-commit\n");
    expect(existsSync(hookPath(repository, "pre-commit"))).toBe(true);

    const { code, stdout } = repository.outgate("init", "--uninstall");
    expect(code).toBe(0);
    expect(stdout).toContain("outgate: Commits and pushes are no longer checked. outgate.config.json is kept:");
    expect(repository.read("outgate.config.json")).toBe(config);
    rmSync(join(repository.path, "outgate.config.json"));
    expect(snapshot(repository.path)).toEqual(before);
    expect(repository.outgate("init", "--uninstall").stdout).toBe("outgate: Nothing of outgate is installed here.\n");
    expect(snapshot(repository.path)).toEqual(before);
  });
});

describe("the key of the hooks' notes", () => {
  const key = ".local/state/outgate/pass-key";

  /** A project whose hooks have made the key, and its path. */
  function noted(): { repository: Repository; path: string; folder: string } {
    const repository = createStarted();
    installed(repository);
    repository.stage("fine.txt", "fine\n");
    expect(repository.run("git", "commit", "-m", "fine").code).toBe(0);
    const path = join(repository.environment["HOME"] ?? "", key);
    expect(existsSync(path)).toBe(true);
    return { repository, path, folder: dirname(path) };
  }

  test("is taken away by --uninstall, with what is left of another one and the folder, and that is said", () => {
    const { repository, path, folder } = noted();
    writeFileSync(`${path}.4711`, "");
    expect(repository.outgate("init", "--uninstall", "--dry-run").stdout).toContain(`  - ${path}\n`);
    expect(existsSync(path)).toBe(true);
    expect(repository.outgate("init", "--uninstall").stdout).toContain(`  - ${path}
    The key of the notes that one hook leaves the next. Another repository that
    outgate guards makes a new one with its next commit.
`);
    expect(existsSync(folder)).toBe(false);
  });

  test("is not touched where nothing is installed, and what else lies beside it never is", () => {
    const { repository, path, folder } = noted();
    expect(createRepository().with(repository.environment).outgate("init", "--uninstall").code).toBe(0);
    expect(existsSync(path)).toBe(true);
    writeFileSync(join(folder, "other"), "");
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    expect(readdirSync(folder)).toEqual(["other"]);
  });

  test("is missed by no other repository", () => {
    const { repository, path } = noted();
    const other = createRepository();
    other.commitFile("README.md", "# Other\n");
    const guarded = new Repository(other.path, repository.environment);
    installed(guarded);
    repository.outgate("init", "--uninstall");
    guarded.stage("fine.txt", "fine\n");
    expect(guarded.run("git", "commit", "-m", "fine")).toMatchObject({ code: 0 });
    expect(existsSync(path)).toBe(true);
  });
});

test("packages that git would take are told, and how the program of one of them is called", () => {
  const repository = createStarted();
  const folder = join(repository.path, "node_modules/outgate");
  cpSync("dist", join(folder, "dist"), { recursive: true, filter: (path) => path !== "dist/cache" });
  const told = (): string => repository.run(process.execPath, join(folder, "dist/outgate.cjs"), "init", "--yes").stdout;
  repository.write("lefthook.yml", "pre-commit:\n  commands: {}\n");
  const first = told();
  expect(first).toContain("  1. Put node_modules/ into .gitignore: ");
  for (const command of ["init` again", "init` in every", "files`"])
    expect(first.replaceAll(/\s+/g, " ")).toContain(`Run \`npx outgate ${command}`);
  repository.write(".gitignore", "node_modules\n");
  expect(told()).not.toContain("node_modules/ into");
});

describe("the config", () => {
  test("names the audience that a flag gives", () => {
    const repository = createStarted();
    const output = installed(repository, "--audience", "public");
    expect(JSON.parse(repository.read("outgate.config.json"))).toEqual({ audience: "public" });
    expect(output).toContain("dependency of this repository; audience: public.\n");
    expect(output).not.toContain("Name who can read");
  });

  test.each([
    [
      "a dependency that every checkout gets",
      '{ "devDependencies": { "outgate": "0" } }',
      "./node_modules/outgate/dist/",
    ],
    ["a package that only this checkout has", "{}", undefined],
  ])("names its schema where outgate is %s", (_, manifest, folder) => {
    const repository = createStarted();
    installPackage(repository);
    repository.write("package.json", manifest);
    const output = installed(repository);
    const { $schema }: { $schema?: string } = JSON.parse(repository.read("outgate.config.json"));
    expect($schema).toBe(folder && `${folder}config.schema.json`);
    expect(output.includes("with completion in editors.")).toBe(folder !== undefined);
    expect($schema === undefined || existsSync(join(repository.path, $schema))).toBe(true);
  });

  test("is never touched where there is one", () => {
    const repository = createStarted();
    repository.write("outgate.config.json", "// mine\n{}");
    const output = installed(repository, "--audience", "public");
    expect(repository.read("outgate.config.json")).toBe("// mine\n{}");
    expect(output).toContain('Set "audience": "public" in outgate.config.json yourself');
  });

  test("an audience that there is not is refused before anything is written", () => {
    const repository = createStarted();
    const run = repository.outgate("init", "--audience", "everyone");
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--audience takes one of: owner, team, group, public"),
    });
    expect(existsSync(hookPath(repository, "pre-commit"))).toBe(false);
  });

  test.each([
    ["4\n", "public"],
    ["Team\n", "team"],
    ["\n", undefined],
    ["5\nnobody\n 1 \n", "owner"],
  ])("asks until there is an answer: %j", async (typed, audience) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(typed);
    expect(await askAudience(input, output)).toBe(audience);
    output.end();
    expect(await text(output)).toContain("Who can read this repository?\n  1  owner   you alone\n");
  });

  test("a question that is left unanswered changes nothing", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end();
    await expect(askAudience(input, output)).rejects.toThrow("stopped at the question, and nothing was changed");
  });
});

describe("hooks that are there already", () => {
  test("a shell script keeps every byte and runs after the check, whatever it ends with", () => {
    const repository = createStarted();
    const original = "#!/usr/bin/env bash\n# caf\xe9\necho before >&2\nexec true\n";
    addHook(repository, "pre-commit", original, 0o750);
    installed(repository);
    const now = readFileSync(hookPath(repository, "pre-commit"), "latin1");
    expect(now.startsWith("#!/usr/bin/env bash\n# >>> outgate: ")).toBe(true);
    expect(now.replace(/# >>> outgate[^]*# <<< outgate\n/, "")).toBe(original);
    expect(statSync(hookPath(repository, "pre-commit")).mode & 0o777).toBe(0o750);
    expect(leaks(repository)).toEqual(stopped);

    repository.stage("fine.txt", "fine\n");
    expect(repository.run("git", "commit", "--quiet", "-m", "fine").stderr).toMatch(/outgate: passed[^\n]*\nbefore\n/);
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    expect(readFileSync(hookPath(repository, "pre-commit"), "latin1")).toBe(original);
  });

  test("a shell script with CRLF, and one without a first line for the kernel", () => {
    const repository = createStarted();
    const originals = { "pre-commit": "echo one >&2\r\nexit 0\r\n", "commit-msg": "echo two >&2" };
    for (const [name, contents] of Object.entries(originals)) addHook(repository, name, contents);
    installed(repository);
    expect(leaks(repository)).toEqual(stopped);
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    for (const [name, contents] of Object.entries(originals))
      expect(readFileSync(hookPath(repository, name), "latin1")).toBe(contents);
  });

  test("a block that git gave CRLF is the same block", () => {
    const repository = createStarted();
    installed(repository);
    for (const name of hookNames)
      addHook(repository, name, readFileSync(hookPath(repository, name), "latin1").replaceAll("\n", "\r\n"));
    expect(repository.outgate("init", "--dry-run").stdout).toContain("Nothing would change.");
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    for (const name of hookNames) expect(existsSync(hookPath(repository, name))).toBe(false);
  });

  test.each([
    ["#!/bin/sh\r\necho mine\r\n", "its first line ends as lines do on Windows"],
    ["#!/usr/bin/env python3\r\nprint()\r\n", "its first line ends as lines do on Windows"],
    ["#! /no/such/bash -e\necho mine\n", "its first line names /no/such/bash, which is not there"],
  ])("one that nobody can start is told before anything is changed: %j", (contents, why) => {
    const repository = createStarted();
    addHook(repository, "pre-push", contents);
    const before = snapshot(join(repository.path, ".git/hooks"));
    for (const flags of [[], ["--dry-run"]]) {
      const { code, stdout, stderr } = repository.outgate("init", "--yes", ...flags);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(`.git/hooks/pre-push cannot be started: ${why}`);
    }
    expect(snapshot(join(repository.path, ".git/hooks"))).toEqual(before);
    expect(existsSync(join(repository.path, "outgate.config.json"))).toBe(false);
    // git does not start it either.
    chmodSync(hookPath(repository, "pre-push"), 0o644);
    installed(repository);
  });

  test("hooks of outgate to which something gave CRLF are not said to work", () => {
    const repository = createStarted();
    installed(repository);
    addHook(repository, "pre-push", readFileSync(hookPath(repository, "pre-push"), "latin1").replaceAll("\n", "\r\n"));
    const { code, stderr } = repository.outgate("init", "--yes");
    expect(code).toBe(2);
    expect(stderr).toContain(".git/hooks/pre-push cannot be started: its first line ends as lines do on Windows");
  });

  test("an older version's block is replaced where it stands", () => {
    const repository = createStarted();
    const old = "# >>> outgate 0.0 >>>\nfalse\n# <<< outgate <<<\n";
    addHook(repository, "commit-msg", `#!/bin/sh\necho mine\n${old}echo more\n`);
    installed(repository);
    const now = readFileSync(hookPath(repository, "commit-msg"), "latin1");
    expect(now.replace(/# >>> outgate:[^]*# <<< outgate\n/, "[block]\n")).toBe(
      "#!/bin/sh\necho mine\n[block]\necho more\n",
    );
  });

  test("half a block is not guessed at", () => {
    const repository = createStarted();
    addHook(repository, "commit-msg", "#!/bin/sh\n# >>> outgate: checks\necho mine\n");
    const run = repository.outgate("init", "--yes");
    expect(run).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining("holds a part of a block of outgate") });
    expect(existsSync(hookPath(repository, "pre-commit"))).toBe(false);
  });

  test("what is no shell script, a link, and what git does not run stay as they are, and do what they did", () => {
    const repository = createStarted();
    const node = process.execPath;
    repository.write("scripts/prepare", "#!/bin/sh\necho linked hook >&2\n");
    chmodSync(join(repository.path, "scripts/prepare"), 0o755);
    addHook(
      repository,
      "pre-commit",
      `#!${node}\nconsole.error("node hook", require("node:path").basename(__filename), process.argv.length);\n`,
    );
    addHook(repository, "commit-msg", "#!/bin/sh\necho not executable >&2\nexit 1\n", 0o644);
    symlinkSync("../../scripts/prepare", hookPath(repository, "prepare-commit-msg"));
    const before = snapshot(join(repository.path, ".git/hooks"));

    const output = installed(repository);
    expect(output.replaceAll(/\s+/g, " ")).toContain("is no shell script: it stays as it is in outgate-kept/");
    expect(installed(repository)).toContain("Nothing had to change");
    expect(leaks(repository)).toEqual(stopped);
    repository.stage("fine.txt", "fine\n");
    const run = repository.run("git", "commit", "--quiet", "-m", "fine");
    expect(run.code).toBe(0);
    expect(run.stderr.match(/^(?!outgate|The gate's own files).+$/gm)).toEqual([
      "node hook pre-commit 2",
      "linked hook",
    ]);

    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    expect(snapshot(join(repository.path, ".git/hooks"))).toEqual(before);
    expect(readlinkSync(hookPath(repository, "prepare-commit-msg"))).toBe("../../scripts/prepare");
  });

  test("lines that a user added to a file of outgate's stay when it goes", () => {
    const repository = createStarted();
    installed(repository);
    appendFileSync(hookPath(repository, "pre-commit"), "echo mine\n");
    expect(installed(repository)).toContain("Nothing had to change");
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    expect(readFileSync(hookPath(repository, "pre-commit"), "utf8")).toBe("#!/bin/sh\necho mine\n");
  });

  test("a file of outgate's that lost its mode gets it back", () => {
    const repository = createStarted();
    installed(repository);
    chmodSync(hookPath(repository, "pre-commit"), 0o644);
    installed(repository);
    expect(leaks(repository)).toEqual(stopped);
  });

  test("a manager's hooks are guarded, and its config can call outgate itself", () => {
    const repository = createStarted();
    repository.write("lefthook.yml", "pre-commit:\n  commands: {}\n");
    addHook(repository, "pre-commit", '#!/bin/sh\nif [ "$LEFTHOOK" = "0" ]; then\n  exit 0\nfi\necho lefthook >&2\n');
    const output = installed(repository.with({ LEFTHOOK: "0" }));
    expect(output).toContain("  - lefthook, which writes hooks of its own\n");
    expect(output).toContain(`\`lefthook install\``);
    expect(output).toContain(
      "       pre-commit:\n         commands:\n           outgate:\n             run: outgate staged --hook\n",
    );
    expect(leaks(repository.with({ LEFTHOOK: "0" }))).toEqual(stopped);
  });
});

describe("where the hooks are", () => {
  test("an absolute core.hooksPath", () => {
    const repository = createStarted();
    repository.git("config", "core.hooksPath", join(repository.path, ".git/my hooks"));
    expect(installed(repository)).toContain("  - .git/my hooks/pre-commit\n");
    expect(leaks(repository)).toEqual(stopped);
  });

  test("a global core.hooksPath serves other repositories, too, and the user is told", () => {
    const repository = createStarted();
    repository.git("config", "--global", "core.hooksPath", "~/hooks");
    const output = installed(repository);
    const folder = join(repository.environment["HOME"] ?? "", "hooks");
    expect(readdirSync(folder).toSorted()).toEqual(hookNames.toSorted());
    expect(output).toContain(`  - core.hooksPath = ${folder} (global)\n`);
    expect(output.replaceAll(/\s+/g, " ")).toContain("serves every repository that has this core.hooksPath");
    expect(leaks(repository)).toEqual(stopped);
  });

  test("a relative core.hooksPath whose folder is ignored holds in linked worktrees, too", () => {
    const repository = createStarted();
    repository.git("config", "core.hooksPath", ".hooks");
    repository.commitFile(".gitignore", ".hooks/\n");
    installed(repository);
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    expect(leaks(repository)).toEqual(stopped);
    expect(leaks(repository, "../linked")).toEqual(stopped);
  });

  test("a folder of hooks that is committed needs an outgate that every checkout can find", () => {
    const repository = createStarted();
    repository.git("config", "core.hooksPath", ".githooks");
    repository.commitFile(".githooks/pre-commit", "#!/bin/sh\n");
    const before = snapshot(repository.path);
    const refused = repository.outgate("init", "--yes");
    expect(refused).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("what is in .githooks/ is committed"),
    });
    expect(refused.stderr).toContain("npm install --save-dev ADDRESS");
    expect(snapshot(repository.path)).toEqual(before);

    installPackage(repository);
    chmodSync(join(repository.path, ".githooks/pre-commit"), 0o755);
    installed(repository);
    expect(repository.read(".githooks/pre-commit")).not.toContain(process.cwd());
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    expect(leaks(repository)).toEqual(stopped);
    expect(leaks(repository, "../linked")).toEqual(stopped);
  });

  test("a .git/hooks that leads into the work tree is committed, too", () => {
    const repository = createStarted();
    installPackage(repository);
    repository.commitFile("scripts/hooks/pre-commit", "#!/bin/sh\n");
    rmSync(join(repository.path, ".git/hooks"), { recursive: true });
    symlinkSync("../scripts/hooks", join(repository.path, ".git/hooks"));
    chmodSync(join(repository.path, "scripts/hooks/pre-commit"), 0o755);
    installed(repository);
    expect(repository.read("scripts/hooks/pre-commit")).not.toContain(process.cwd());
    expect(leaks(repository)).toEqual(stopped);
  });

  test.each(["/dev/null", "README.md"])("a core.hooksPath that is no folder is said: %s", (path) => {
    const repository = createStarted();
    repository.git("config", "core.hooksPath", path);
    expect(repository.outgate("init", "--yes")).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("which is no folder, so git runs no hooks"),
    });
  });

  test("from a linked worktree, for all of them", () => {
    const repository = createStarted();
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    const output = installed(repository.from("../linked"));
    expect(output).toContain("  - 1 linked worktree\n");
    expect(leaks(repository)).toEqual(stopped);
    expect(leaks(repository, "../linked")).toEqual(stopped);
    expect(existsSync(join(repository.path, "../linked/outgate.config.json"))).toBe(true);
  });

  test("from a sub-directory", () => {
    const repository = createStarted();
    mkdirSync(join(repository.path, "src/deep"), { recursive: true });
    installed(repository.from("src/deep"));
    expect(existsSync(join(repository.path, "outgate.config.json"))).toBe(true);
    expect(leaks(repository, "src/deep")).toEqual(stopped);
  });

  test("in a submodule, and not in what holds it", () => {
    const repository = createStarted();
    const part = createStarted();
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", part.path, "part");
    installed(repository.from("part"));
    expect(leaks(repository, "part")).toEqual(stopped);
    expect(readdirSync(join(repository.path, ".git/modules/part/hooks"))).toEqual(
      expect.arrayContaining([...hookNames]),
    );
    expect(existsSync(hookPath(repository, "pre-commit"))).toBe(false);
  });

  test("in a worktree of a bare repository", () => {
    const project = createStarted();
    project.git("clone", "--quiet", "--bare", ".", "../bare.git");
    project.from("../bare.git").git("worktree", "add", "--quiet", "../tree", "main");
    installed(project.from("../tree"));
    expect(leaks(project, "../tree")).toEqual(stopped);
  });

  test.each(["with space", 'it\'s "quoted" $(touch no)', "zwei\nZeilen", "Größe-名前", "a[b]*c?"])(
    "at a path such as %j",
    (name) => {
      const { path, environment } = createFolder();
      const repository = new Repository(join(path, name), { ...environment, TMPDIR: path });
      mkdirSync(repository.path);
      repository.git("init", "--quiet");
      repository.commitFile("README.md", "# Project\n");
      useHusky(repository);
      installed(repository);
      repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
      expect(leaks(repository)).toEqual(stopped);
      expect(leaks(repository, "../linked")).toEqual(stopped);
      expect(installed(repository)).toContain("Nothing had to change");
    },
  );
});

/** The packages that `npm install` would bring: outgate as it is built here, and husky. */
function installPackage(repository: Repository, folder = "."): void {
  repository.write(
    join(folder, "package.json"),
    '{ "private": true, "devDependencies": { "husky": "9", "outgate": "0" } }\n',
  );
  repository.write(".gitignore", "node_modules\n");
  const modules = join(repository.path, folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(resolve("node_modules/husky"), join(modules, "husky"));
  symlinkSync(resolve("."), join(modules, "outgate"));
  writeFileSync(join(modules, ".bin/outgate"), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, {
    mode: 0o755,
  });
}

/** As husky's own `prepare` does it. */
function runHusky(repository: Repository, folder = ".husky"): void {
  expect(repository.run(process.execPath, resolve("node_modules/husky/bin.js"), folder)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
}

function useHusky(repository: Repository): void {
  installPackage(repository);
  repository.write(".husky/pre-commit", "echo own hook >&2\n");
  runHusky(repository);
  repository.git("add", "--all");
  repository.commit();
}

describe("husky", () => {
  test("its files get a block before what they do, and linked worktrees are guarded, also after husky ran again", () => {
    const repository = createStarted();
    useHusky(repository);
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    expect(tryToLeak(repository.from("../linked")).code).toBe(0); // what this is about
    repository.from("../linked").git("reset", "--quiet", "--hard", "main");
    const output = installed(repository);
    expect(output).toContain(
      "  - husky, which runs the hooks in .husky/\n  - core.hooksPath = .husky/_ (local)\n  - 1 linked worktree\n",
    );
    expect(output).toContain("  1. Commit outgate.config.json and .husky/.\n");
    expect(repository.read(".husky/pre-commit")).toMatch(/^# >>> outgate: [^]*# <<< outgate\necho own hook >&2\n$/);
    expect(JSON.parse(repository.read("outgate.config.json"))).toEqual({
      $schema: "./node_modules/outgate/dist/config.schema.json",
    });

    runHusky(repository);
    expect(repository.git("config", "core.hooksPath")).toBe(join(repository.path, ".husky/_"));
    expect(leaks(repository)).toEqual(stopped);
    expect(leaks(repository, "../linked")).toEqual(stopped);
    repository.stage("fine.txt", "fine\n");
    expect(repository.run("git", "commit", "--quiet", "-m", "fine").stderr).toMatch(
      /outgate: passed[^\n]*\nown hook\n(?!outgate)/,
    );
    expect(installed(repository)).toContain("Nothing had to change");
  });

  test("is told that it does not run what --strict installs, before anything is written", () => {
    const repository = createStarted();
    useHusky(repository);
    expect(repository.outgate("init", "--yes", "--strict")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("husky does not run reference-transaction"),
    });
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  test("what is committed names no path of this machine", () => {
    const repository = createStarted();
    useHusky(repository);
    installed(repository);
    const written = [...hookNames.map((name) => `.husky/${name}`), "outgate.config.json"]
      .map((name) => repository.read(name))
      .join("");
    for (const path of [repository.path, process.cwd(), process.execPath]) expect(written).not.toContain(path);
  });

  test("a repository that was moved goes by husky's own path again, until init runs", () => {
    const repository = createStarted();
    useHusky(repository);
    installed(repository);
    const moved = new Repository(`${repository.path} moved`, repository.environment);
    renameSync(repository.path, moved.path);
    expect(moved.git("config", "core.hooksPath")).toBe(".husky/_");
    expect(leaks(moved)).toEqual(stopped);
    installed(moved);
    expect(moved.git("config", "core.hooksPath")).toBe(join(moved.path, ".husky/_"));
    expect(readFileSync(join(moved.path, ".git/config"), "utf8").match(/outgate-hooks-path/g)).toHaveLength(2);
  });

  test("--uninstall leaves husky as it was", () => {
    const repository = createStarted();
    useHusky(repository);
    const before = snapshot(repository.path);
    installed(repository);
    expect(repository.outgate("init", "--uninstall").code).toBe(0);
    rmSync(join(repository.path, "outgate.config.json"));
    expect(snapshot(repository.path)).toEqual(before);
    expect(repository.git("config", "core.hooksPath")).toBe(".husky/_");
  });

  test("in a package in a sub-folder", () => {
    const repository = createStarted();
    installPackage(repository, "web");
    runHusky(repository, "web/.husky");
    repository.git("add", "--all");
    repository.commit();
    installed(repository.from("web"));
    expect(readdirSync(join(repository.path, "web/.husky")).toSorted()).toEqual(["_", ...hookNames].toSorted());
    repository.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
    expect(leaks(repository)).toEqual(stopped);
    expect(leaks(repository, "../linked")).toEqual(stopped);
  });

  test("version 8, whose files start themselves a second time: the check runs once", () => {
    const repository = createStarted();
    installPackage(repository);
    repository.write(
      ".husky/_/husky.sh",
      '#!/usr/bin/env sh\nif [ -z "$husky_skip_init" ]; then\n  readonly husky_skip_init=1\n  export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n',
    );
    repository.write(".husky/_/.gitignore", "*");
    repository.write(
      ".husky/pre-commit",
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\necho own hook >&2\n',
    );
    chmodSync(join(repository.path, ".husky/pre-commit"), 0o755);
    repository.git("config", "core.hooksPath", ".husky");
    repository.git("add", "--all");
    repository.commit();
    installed(repository);
    expect(leaks(repository)).toEqual(stopped);
    repository.stage("fine.txt", "fine\n");
    const run = repository.run("git", "commit", "--quiet", "-m", "fine");
    expect(run.stderr.match(/outgate: passed|own hook/g)).toEqual(["outgate: passed", "own hook"]);
  });

  test("where it is not set up, or has no outgate, nothing is written and the user hears what to do", () => {
    const repository = createStarted();
    repository.write(".husky/pre-commit", "echo own hook\n");
    repository.commitFile("package.json", '{ "devDependencies": { "husky": "9" } }');
    const before = snapshot(repository.path);
    const off = repository.outgate("init", "--yes");
    expect(off).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("husky is not set up in this checkout, so git runs no hooks.\nRun `npm install`"),
    });
    expect(snapshot(repository.path)).toEqual(before);

    runHusky(repository);
    const without = repository.outgate("init", "--yes");
    expect(without).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("has no node_modules/.bin/outgate"),
    });
    expect(existsSync(join(repository.path, ".husky/commit-msg"))).toBe(false);
    expect(existsSync(join(repository.path, "outgate.config.json"))).toBe(false);
  });

  test("without node_modules nothing is committed, and the hook says what to do", () => {
    const repository = createStarted();
    useHusky(repository);
    installed(repository);
    rmSync(join(repository.path, "node_modules"), { recursive: true });
    const run = tryToLeak(repository);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      "outgate: not checked, so nothing passes: there is no node_modules/.bin/outgate.\nRun `npm install` in this repository",
    );
    expect(run.stderr).toContain("(code 2)");
  });
});

describe("repositories of every kind", () => {
  test("before the first commit", () => {
    const repository = createRepository();
    installed(repository);
    expect(repository.git("count-objects")).toBe("0 objects, 0 kilobytes");
    expect(existsSync(join(repository.path, ".git/worktrees"))).toBe(false);
    expect(leaks(repository)).toEqual(stopped);
  });

  test("with SHA-256", () => {
    const repository = createStarted("--object-format=sha256");
    installed(repository);
    expect(leaks(repository)).toEqual(stopped);
  });

  test("a shallow clone", () => {
    const origin = createStarted();
    origin.commitFile("second", "second\n");
    origin.git("clone", "--quiet", "--depth=1", `file://${origin.path}`, "../shallow");
    installed(origin.from("../shallow"));
    expect(leaks(origin, "../shallow")).toEqual(stopped);
  });

  test("without a user's name, and with signed commits", () => {
    const repository = createStarted();
    repository.git("config", "--global", "--remove-section", "user");
    repository.git("config", "--global", "user.useConfigOnly", "true");
    repository.git("config", "--global", "commit.gpgSign", "true");
    repository.git("config", "--global", "gpg.program", "false");
    expect(installed(repository)).toContain("Every planted leak was stopped.");
  });

  test("of 100,000 files, none of which is checked out", () => {
    const repository = createStarted();
    const blob = repository.pipe("x\n", "hash-object", "-w", "--stdin");
    const many = (count: number, entry: (at: number) => string): string =>
      repository.pipe(Array.from({ length: count }, (_, at) => `${entry(at)}\n`).join(""), "mktree");
    const folder = many(1000, (at) => `100644 blob ${blob}\tfile ${at}`);
    const top = many(100, (at) => `040000 tree ${folder}\tfolder ${at}`);
    repository.git("update-ref", "HEAD", repository.git("commit-tree", "-m", "many", top));
    const start = Date.now();
    installed(repository);
    expect(Date.now() - start).toBeLessThan(20_000);
  });

  test.each([
    ["outside of any", (place: Place) => place.from("../home"), "this folder is in no git repository"],
    [
      "that are bare",
      (place: Place) => place.from("../bare.git"),
      "this is a bare repository, and nothing is committed in one",
    ],
    ["seen from inside of .git", (place: Place) => place.from(".git"), "this folder is inside of .git"],
    [
      "of which git complains in several lines",
      (place: Place) => place.with({ GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" }),
      "git cannot read this repository: .*dubious ownership.* git config ",
    ],
  ])("not %s: exit 2, and what to do", (_, where, message) => {
    const repository = createStarted();
    repository.git("clone", "--quiet", "--bare", ".", "../bare.git");
    const run = where(repository).outgate("init", "--yes");
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(new RegExp(`^outgate: ${message}.*\\n.*\`outgate init\``)),
    });
    expect(run.stderr).not.toContain("\\n");
  });
});

describe("the proof", () => {
  test("fails where git runs no hook, and shows what it saw", () => {
    const repository = createStarted();
    useHusky(repository);
    const { code, stdout, stderr } = repository.with({ HUSKY: "0" }).outgate("init", "--yes");
    expect(code).toBe(2);
    expect(stdout).toContain(
      "  - git commit in a throw-away clone: NOT stopped by outgate. git made the\n    commit.\n",
    );
    expect(stdout).toContain("  - git commit in a throw-away clone, without the token: passed\n");
    expect(stderr).toContain("But 5 of 7 attempts did not end as they\nshould, so do not rely on the hooks.");
  });

  test("is not content with another hook that fails", () => {
    const repository = createStarted();
    repository.write("outgate.config.json", '{ "actions": { "secret": "warn" } }');
    addHook(repository, "pre-commit", "#!/bin/sh\necho other hook >&2\nexit 1\n");
    const { code, stdout } = repository.outgate("init", "--yes");
    expect(code).toBe(2);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "NOT stopped by outgate. git ended with exit code 1, but not because outgate found the token.",
    );
    expect(stdout).toContain("      | other hook\n");
  });

  test("is not content with a gate that stops everything", () => {
    const repository = createStarted();
    repository.write("outgate.config.json", "{ not JSON");
    const { code, stdout } = repository.outgate("init", "--yes");
    expect(code).toBe(2);
    expect(stdout).toMatch(/without the token: NOT passed\. git ended/);
  });

  test("runs none of the user's other hooks", () => {
    const repository = createStarted();
    const record = join(repository.path, ".git/ran");
    const others = ["post-commit", "post-checkout", "post-index-change", "reference-transaction"];
    for (const name of [...hookNames, ...others]) addHook(repository, name, `#!/bin/sh\necho ${name} >>'${record}'\n`);
    expect(readOr(record)).toBe("");
    installed(repository);
    // Writing the index of the linked worktree is what git itself tells of.
    expect(readOr(record).replaceAll("post-index-change\n", "")).toBe("");
  });

  test.each([100, 250, 400, 550, 700, 850])("interrupted after %i ms leaves nothing behind", async (delay) => {
    const repository = createStarted();
    installed(repository);
    const before = snapshot(repository.path);
    const child = spawn(process.execPath, [program, "init", "--yes"], {
      cwd: repository.path,
      env: repository.environment,
    });
    const ended = once(child, "exit");
    await new Promise((resume) => setTimeout(resume, delay));
    child.kill("SIGINT");
    const [code, signal] = await ended;
    // Before the proof begins the signal ends the process, after its end nothing is left to stop.
    expect([0, 2, "SIGINT"]).toContain(code ?? signal);
    expect(snapshot(repository.path)).toEqual(before);
    expect(readdirSync(repository.environment["TMPDIR"] ?? "")).toEqual([]);
  });
});

describe("a hook whose program is gone", () => {
  test("lets nothing pass, and says what to do", () => {
    const repository = createStarted();
    const elsewhere = join(dirname(repository.path), "elsewhere");
    cpSync("dist", elsewhere, { recursive: true });
    const run = repository.run(process.execPath, join(elsewhere, "outgate.cjs"), "init", "--yes");
    expect(run).toEqual({ code: 0, stdout: expect.stringContaining(proofHolds), stderr: "" });
    rmSync(elsewhere, { recursive: true });
    repository.stage("fine.txt", "fine\n");
    for (const flags of [[], ["--no-verify"]]) {
      const commit = repository.run("git", "commit", "--quiet", ...flags, "-m", "fine");
      expect(commit.code).toBe(1);
      expect(commit.stderr).toContain(
        `not checked, so nothing passes: Node or outgate is no longer there:\n  ${process.execPath}\n  ${elsewhere}/outgate.cjs\nInstall outgate again, and run \`outgate init\``,
      );
    }
    expect(repository.run(hookPath(repository, "commit-msg"), ".git/COMMIT_EDITMSG").code).toBe(2);
    installed(repository);
    expect(leaks(repository)).toEqual(stopped);
  });
});

/** A project with hooks that were written for a Node that has since been taken away. */
function orphaned(): { repository: Repository; gone: string } {
  const repository = createStarted();
  installed(repository);
  const gone = join(dirname(repository.path), "v22/bin/node");
  for (const name of hookNames) {
    const hook = readFileSync(hookPath(repository, name), "utf8");
    writeFileSync(hookPath(repository, name), hook.replace(`node='${process.execPath}'`, `node='${gone}'`));
    expect(readFileSync(hookPath(repository, name), "utf8")).toContain(gone);
  }
  return { repository, gone };
}

describe("a hook whose Node is gone", () => {
  test("takes the one in PATH", () => {
    const { repository } = orphaned();
    const place = repository.with({ PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` });
    expect(leaks(place)).toEqual(stopped);
    place.write("fine.txt", "fine\n");
    place.git("add", "fine.txt");
    expect(place.run("git", "commit", "-m", "fine")).toMatchObject({ code: 0 });
  });

  test("lets nothing pass where there is none, and says what to do", () => {
    const { repository, gone } = orphaned();
    mkdirSync(join(repository.path, "../empty"));
    const place = repository.with({ PATH: join(repository.path, "../empty") });
    expect(place.run("/bin/sh", hookPath(repository, "commit-msg"), "README.md")).toEqual({
      code: 2,
      stdout: "",
      stderr: `outgate: not checked, so nothing passes: Node or outgate is no longer there:\n  ${gone}\n  ${program}\nInstall outgate again, and run \`outgate init\` in this repository.\n`,
    });
  });

  test("lets nothing pass where the one in PATH is too old", () => {
    const { repository } = orphaned();
    const path = join(repository.path, "../old");
    const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.0.0" } });`;
    repository.write("../old/old.cjs", old);
    repository.write("../old/node", `#!/bin/sh\nexec '${process.execPath}' --require '${path}/old.cjs' "$@"\n`);
    chmodSync(join(path, "node"), 0o755);
    const place = repository.with({ PATH: `${path}:${process.env["PATH"]}` });
    const run = place.run(hookPath(repository, "commit-msg"), "README.md");
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("needs Node.js 22.18 or newer and found 20.0.0"),
    });
  });
});

function readOr(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
