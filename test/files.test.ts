import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { openFiles, scan, type Source } from "../src/index.ts";
import { blocked, createFolder, createRepository, outcome, passed, type Place } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);
const line = `TOKEN=${token}\n`;
const rule = "secret/github-token";
const found = (...names: readonly string[]) => blocked(...names.map((name) => `${name}:1:7 ${rule}`));

const namesNothing = (what: string) => ({
  ...passed(),
  code: 2,
  stderr: `outgate: ${what} no file, so nothing was checked.\nSee that the path is right, and quote patterns so that the shell leaves them alone.\n`,
});

function plant(place: Place, ...names: readonly string[]): void {
  for (const name of names) place.write(name, line);
}

describe("without patterns in a repository", () => {
  test("tracked files are read, and untracked ones that are not ignored, as the work tree has them", () => {
    const repository = createRepository();
    repository.write(".gitignore", "ignored*\n");
    plant(repository, "tracked", ".hidden", "below/tracked");
    repository.git("add", "--all");
    plant(repository, "untracked", "below/.untracked", "ignored", "ignored-folder/file");
    repository.git("add", "--force", "ignored");
    repository.write("tracked", `\n${line}`);
    expect(repository.check("files")).toEqual(
      blocked(
        ...["below/.untracked:1", "untracked:1", ".hidden:1", "below/tracked:1", "ignored:1", "tracked:2"].map(
          (place) => `${place}:7 ${rule}`,
        ),
      ),
    );
  });

  test("deleted files are left out, and what stands in git's own folder", () => {
    const repository = createRepository();
    plant(repository, "deleted", ".git/notes");
    repository.git("add", "--all");
    rmSync(join(repository.path, "deleted"));
    expect(repository.check("files")).toEqual(passed());
  });

  test("a sub-directory checks what is below it", () => {
    const repository = createRepository();
    plant(repository, "above", "below/file");
    repository.git("add", "--all");
    expect(repository.from("below").check("files")).toEqual(found("file"));
  });

  test("an unmerged file is read once", () => {
    const repository = createRepository();
    repository.commitFile("both", "base\n");
    repository.git("checkout", "-q", "-b", "theirs");
    repository.commitFile("both", "theirs\n");
    repository.git("checkout", "-q", "main");
    repository.commitFile("both", "ours\n");
    repository.run("git", "merge", "-q", "theirs");
    repository.write("both", line);
    expect(repository.check("files")).toEqual(found("both"));
  });

  test("a submodule, and a repository that lies about, are named and not read", () => {
    const library = createRepository();
    library.commitFile("file", line);
    const repository = createRepository();
    repository.git("submodule", "--quiet", "add", library.path, "library");
    repository.git("clone", "-q", library.path, "other");
    expect(repository.check("files")).toEqual(
      passed({
        unscanned: [
          "skipped other/: a repository of its own, which checks itself",
          "skipped library: a repository of its own, which checks itself",
        ],
      }),
    );
  });

  test("names of any bytes are read and shown", () => {
    const repository = createRepository();
    repository.write(Buffer.from("caf\xe9\n.txt", "latin1"), line);
    repository.write("größe.txt", line);
    expect(repository.check("files")).toEqual(found("caf\\xe9\\n.txt", "größe.txt"));
  });

  test("a token in a name is masked", () => {
    const repository = createRepository();
    repository.write(`${token}.txt`, "");
    expect(repository.check("files")).toEqual(blocked(`[secret 40].txt:1:1 ${rule} (file name)`));
  });

  test("a bare repository has no files, which is no pass", () => {
    const folder = createFolder();
    folder.git("init", "-q", "--bare", ".git");
    expect(folder.check("files")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("must be run in a work tree"),
    });
  });
});

describe("without patterns elsewhere", () => {
  test("everything is read but git's folders, in the order of names", () => {
    const folder = createFolder();
    plant(folder, "b", ".hidden", "a/file", "a/node_modules/file", "other/.git/file");
    folder.write(".gitignore", "b\n");
    folder.write("linked/.git", `gitdir: ${token}\n`);
    expect(folder.check("files")).toEqual(found(".hidden", "a/file", "a/node_modules/file", "b"));
  });

  test("an empty folder is said as such, and passes", () => {
    const { code, stdout, stderr } = createFolder().outgate("files");
    expect({ code, stdout: stdout.replace(/\d+ rules, \d+ ms/, "… rules, … ms"), stderr }).toEqual({
      code: 0,
      stdout: "outgate: nothing to check. Scanned 0 documents, 0 B, … rules, … ms.\n",
      stderr: "",
    });
  });
});

describe("with patterns", () => {
  test("what they name is read, dot files and ignored files included", () => {
    const repository = createRepository();
    repository.write(".gitignore", "*\n");
    plant(repository, "a.txt", ".b.txt", "c.log", "below/.d.txt", "below/deep/e.txt");
    expect(repository.check("files", "*.txt")).toEqual(found(".b.txt", "a.txt"));
    expect(repository.check("files", "**/*.txt")).toEqual(found(".b.txt", "a.txt", "below/.d.txt", "below/deep/e.txt"));
    expect(repository.check("files", "{a,c}.*", "c.log")).toEqual(found("a.txt", "c.log"));
  });

  test("a folder is everything below it, whether it is named or matched", () => {
    const folder = createFolder();
    plant(folder, "one/a", "one/.git/config", "one/two/b", "three/c", "file");
    expect(folder.check("files", "one")).toEqual(found("one/a", "one/two/b"));
    expect(folder.check("files", "one/")).toEqual(found("one/a", "one/two/b"));
    expect(folder.check("files", ".")).toEqual(found("./file", "./one/a", "./one/two/b", "./three/c"));
    expect(folder.check("files", "{one,th*}")).toEqual(found("one/a", "one/two/b", "three/c"));
    expect(folder.check("files", "*")).toEqual(found("file", "one/a", "one/two/b", "three/c"));
    expect(folder.from("three").check("files", "../one/t*")).toEqual(found("../one/two/b"));
    expect(folder.check("files", `${folder.path}/one/*`).findings).toHaveLength(2);
  });

  test("git's folder is read where its name is said, and only there", () => {
    const repository = createRepository();
    plant(repository, ".git/notes", "below/.git/notes", "file");
    expect(repository.check("files", "**")).toEqual(found("file"));
    expect(repository.check("files", ".git/notes")).toEqual(found(".git/notes"));
    expect(repository.check("files", ".git/no*")).toEqual(found(".git/notes"));
    expect(repository.check("files", "**/.git/notes")).toEqual(found(".git/notes", "below/.git/notes"));
    expect(repository.check("files", ".git").findings).toContain(`.git/notes:1:7 ${rule}`);
  });

  test.each([
    "[slug].ts",
    "(auth)/x.ts",
    "{a,b}.ts",
    "what?.ts",
    "a*.ts",
    "!not.ts",
    "@(x).ts",
    "back\\slash.ts",
    "with space.ts",
  ])("a pattern that is a file's name is that file: %s", (name) => {
    const folder = createFolder();
    plant(folder, name, "s.ts", "auth/x.ts", "a.ts", "b.ts", "whats.ts", "x.ts");
    expect(folder.check("files", name)).toEqual(found(name));
  });

  test("a pattern that begins with a dash stands behind --", () => {
    const folder = createFolder();
    plant(folder, "--format", "-x");
    expect(outcome(folder.outgate("files", "--format=json", "--", "--format", "-x"))).toEqual(found("--format", "-x"));
  });

  test("escaped brackets are brackets", () => {
    const folder = createFolder();
    plant(folder, "[slug].ts", "[slug].js", "s.ts");
    expect(folder.check("files", "\\[slug\\].*")).toEqual(found("[slug].js", "[slug].ts"));
  });

  test.each(["missing.txt", "*.missing", "empty", "empty/*", "!*.txt", "{a,b}/**"])(
    "nothing under a name is exit code 2: %s",
    (pattern) => {
      const folder = createFolder();
      plant(folder, "file.txt");
      mkdirSync(join(folder.path, "empty"));
      const said = namesNothing(`the pattern ${pattern} names`);
      expect(folder.check("files", pattern)).toEqual(said);
      expect(folder.check("files", "file.txt", pattern)).toEqual(said);
    },
  );

  test("all patterns that name nothing are said, and what a secret looks like in one is not", () => {
    const folder = createFolder();
    plant(folder, "file.txt");
    expect(folder.check("files", "*.log", "file.txt", "missing.txt")).toEqual(
      namesNothing("the patterns *.log and missing.txt name"),
    );
    const { code, stderr } = folder.check("files", `logs/${token}.txt`);
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 2,
      stderr: "outgate: the pattern logs/ghp_•••• (40 characters).txt names no file, so nothing was checked.",
    });
  });

  test("a name that no file can have is exit code 2, and a pattern can be as long as it likes", () => {
    const folder = createFolder();
    plant(folder, "file.txt");
    expect(folder.check("files", `${"x".repeat(300)}.txt`)).toEqual({
      ...passed(),
      code: 2,
      stderr: `outgate: the pattern ${"x".repeat(300)}.txt cannot be followed: ENAMETOOLONG.\nName folders that can be read, or the files themselves.\n`,
    });
    expect(folder.check("files", `{${"abc,".repeat(200)}file}.txt`)).toEqual(found("file.txt"));
  });

  test("a name that is no UTF-8 is not left out in silence", () => {
    const folder = createFolder();
    plant(folder, "a.txt");
    folder.write(Buffer.from("caf\xe9.txt", "latin1"), line);
    expect(folder.check("files", "*.txt")).toEqual({
      ...found("a.txt"),
      unscanned: ["failed caf\uFFFD.txt: it vanished, or its name is no UTF-8: name its folder instead"],
    });
    expect(folder.check("files", ".")).toEqual(found("./a.txt", "./caf\\xe9.txt"));
  });
});

test("a pattern reads no folder twice, whatever stands between it and what is in it", () => {
  const folder = createFolder();
  plant(folder, "a/b/c/file", "a-b/file", "a.b/c/file");
  expect(folder.check("files", "**")).toEqual(found("a/b/c/file", "a-b/file", "a.b/c/file"));
  expect(folder.check("files", "{a,a-b,a/b}")).toEqual(found("a/b/c/file", "a-b/file"));
});

describe("what is no file", () => {
  test("a link is its text, and is not followed", () => {
    const folder = createFolder();
    plant(folder, "outside/file");
    folder.write("inside/file", "");
    symlinkSync(join(folder.path, "outside"), join(folder.path, "inside/folder"));
    symlinkSync("../outside/file", join(folder.path, "inside/file-link"));
    symlinkSync("/dev/urandom", join(folder.path, "inside/endless"));
    symlinkSync("nowhere", join(folder.path, "inside/dangling"));
    symlinkSync(".", join(folder.path, "inside/itself"));
    expect(folder.check("files", "inside")).toEqual(passed());
    expect(folder.check("files", "inside/**")).toEqual(passed());
    symlinkSync(`/home/${token}`, join(folder.path, "inside/telling"));
    expect(folder.check("files", "inside")).toEqual(blocked(`inside/telling:1:7 ${rule}`));
  });

  test("a link that is named itself is read with what it leads to", () => {
    const folder = createFolder();
    plant(folder, "releases/2/file");
    symlinkSync("releases/2", join(folder.path, "current"));
    symlinkSync("current/file", join(folder.path, "latest"));
    symlinkSync("nowhere", join(folder.path, "dangling"));
    symlinkSync("/dev/urandom", join(folder.path, "endless"));
    symlinkSync("circle", join(folder.path, "circle"));
    expect(folder.check("files", "current")).toEqual(found("current/file"));
    expect(folder.check("files", "latest")).toEqual(found("latest"));
    expect(folder.check("files", "latest", "current", "latest")).toEqual(found("latest", "current/file"));
    expect(folder.check("files", "dangling")).toEqual(passed());
    const unread = { ...passed(), code: 2 };
    expect(folder.check("files", "endless")).toEqual({
      ...unread,
      unscanned: ["failed endless: a pipe, a socket or a device"],
    });
    expect(folder.check("files", "circle")).toEqual({ ...unread, unscanned: ["failed circle: cannot be read: ELOOP"] });
  });

  test("a pipe and a socket are said, and not read", async () => {
    const folder = createFolder();
    plant(folder, "file");
    folder.run("mkfifo", "pipe");
    const server = createServer().listen(join(folder.path, "socket"));
    await new Promise((listening) => server.once("listening", listening));
    const special = ["skipped pipe: a pipe, a socket or a device", "skipped socket: a pipe, a socket or a device"];
    expect(folder.check("files")).toEqual({ ...found("file"), unscanned: special });
    expect(folder.check("files", "*")).toEqual({ ...found("file"), unscanned: special });
    server.close();
  });

  test.each(["pipe", "/dev/null"])("%s, asked for by name, cannot be checked", (name) => {
    const folder = createFolder();
    folder.run("mkfifo", "pipe");
    expect(folder.check("files", name)).toEqual({
      ...passed(),
      code: 2,
      unscanned: [`failed ${name}: a pipe, a socket or a device`],
    });
  });
});

describe("what cannot be read", () => {
  test("a folder whose path is too long", () => {
    const folder = createFolder();
    plant(folder, "file");
    const name = "x".repeat(250);
    folder.run("sh", "-c", `for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do mkdir ${name} && cd ${name}; done`);
    const { code, findings, unscanned, stderr } = folder.check("files");
    folder.run("rm", "-rf", name);
    expect({ code, findings, unscanned: unscanned.map((item) => item.replaceAll(/x+\/?/g, "x")), stderr }).toEqual({
      code: 1,
      findings: found("file").findings,
      unscanned: [`failed ${"x".repeat(17)}: the folder cannot be read: ENAMETOOLONG`],
      stderr: "",
    });
  });

  test.skipIf(process.getuid?.() === 0)("a file and a folder that are locked", () => {
    const folder = createFolder();
    plant(folder, "file", "locked", "folder/file");
    folder.run("chmod", "0", "locked", "folder");
    expect(folder.check("files")).toEqual({
      ...found("file"),
      unscanned: ["failed folder: the folder cannot be read: EACCES", "failed locked: cannot be read: EACCES"],
    });
    folder.run("chmod", "700", "folder");
  });

  test("a tracked file behind links that lead in a circle", () => {
    const repository = createRepository();
    repository.stage("folder/file", "");
    rmSync(join(repository.path, "folder"), { recursive: true });
    symlinkSync("folder", join(repository.path, "folder"));
    expect(repository.check("files")).toEqual({
      ...passed(),
      code: 2,
      unscanned: ["failed folder/file: cannot be read: ELOOP"],
    });
  });

  test("a file that vanishes", async () => {
    expect(await changed((path) => rmSync(join(path, "below/a")))).toEqual({
      complete: false,
      findings: 1,
      unscanned: ["failed below/a: cannot be read: ENOENT"],
    });
  });

  test("files whose folder becomes a file", async () => {
    const said = await changed((path) => {
      rmSync(join(path, "below"), { recursive: true });
      writeFileSync(join(path, "below"), "");
    });
    expect(said).toEqual({
      complete: false,
      findings: 0,
      unscanned: ["failed below/a: cannot be read: ENOTDIR", "failed below/b: cannot be read: ENOTDIR"],
    });
  });

  test("a file that becomes a link is not followed", async () => {
    const said = await changed((path) => {
      rmSync(join(path, "below/a"));
      symlinkSync("b", join(path, "below/a"));
    });
    expect(said).toEqual({ complete: true, findings: 1, unscanned: [] });
  });
});

/** What a scan says of a folder that changes after it was listed. */
async function changed(change: (folder: string) => void): Promise<object> {
  const { path } = createFolder();
  mkdirSync(join(path, "below"));
  writeFileSync(join(path, "below/a"), "");
  writeFileSync(join(path, "below/b"), line);
  const source: Source = await openFiles([join(path, "below")]);
  change(path);
  const { complete, findings, unscanned } = await scan(source, createGate());
  return {
    complete,
    findings: findings.length,
    unscanned: unscanned.map(({ document, reason, kind }) => `${kind} ${document.slice(path.length + 1)}: ${reason}`),
  };
}
