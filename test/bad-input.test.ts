import { spawnSync } from "node:child_process";
import {
  cpSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeSync,
  closeSync,
  chmodSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { githubToken } from "../src/detectors/secrets/github.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { type Detector, type Document, json, scan, scrub, text } from "../src/index.ts";
import { interrupted } from "./interrupted.ts";
import {
  blocked,
  createFolder,
  createRepository,
  outcome,
  passed,
  program,
  type Repository,
  type Run,
} from "./repository.ts";
import { tar } from "./samples.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);
const line = `TOKEN=${token}\n`;
const rule = "secret/github-token";

/** A run that could not check, and says why and what to do. */
const stopped = (stderr: string) => ({ code: 2, stdout: "", stderr });

describe("a damaged repository", () => {
  test("a staged object that cannot be read is named, and the others are checked", () => {
    const repository = createRepository();
    repository.write("a", "first\n");
    repository.write("b", "second\n");
    repository.stage("c", "third\n");
    damage(objectOf(repository, ":b"));
    const unscanned = ["failed b: git cannot read its contents: `git fsck` tells more"];
    expect(repository.staged()).toEqual({ ...passed({ unscanned }), code: 2 });
    repository.stageBlob("c", line);
    expect(repository.staged()).toEqual({ ...blocked(`c:1:7 ${rule}`), unscanned });
  });

  test("a staged object that is cut short is named", () => {
    const repository = createRepository();
    repository.stage("a", "text that is long enough to be cut\n".repeat(100));
    const file = objectOf(repository, ":a");
    chmodSync(file, 0o644);
    truncateSync(file, 30);
    expect(repository.staged()).toEqual({
      ...passed({ unscanned: ["failed a: git cannot read its contents: `git fsck` tells more"] }),
      code: 2,
    });
  });

  test("a staged object that is gone is named", () => {
    const repository = createRepository();
    repository.stage("a", "first\n");
    rmSync(objectOf(repository, ":a"));
    expect(repository.staged()).toEqual({
      ...passed({ unscanned: ["failed a: git does not have its contents"] }),
      code: 2,
    });
  });

  test("a config that git cannot read is not taken for none", () => {
    const repository = createRepository();
    repository.stage("outgate.config.json", "{}");
    damage(objectOf(repository, ":outgate.config.json"));
    const told = stopped(
      "outgate: git cannot read the config outgate.config.json of the index.\n`git fsck` tells what is damaged.\n",
    );
    expect(repository.outgate("staged")).toEqual(told);
    repository.write("message", "a commit\n");
    expect(repository.outgate("commit-msg", "message")).toEqual(told);
  });

  test.each([
    { what: "HEAD's commit", name: "HEAD" },
    { what: "HEAD's tree", name: "HEAD^{tree}" },
  ])("$what is not taken for a repository without commits", ({ name }) => {
    const repository = createRepository();
    repository.commitFile("old", line);
    repository.stage("new", "harmless\n");
    damage(objectOf(repository, name));
    expect(repository.outgate("staged")).toEqual(
      stopped(
        expect.stringMatching(/^outgate: git diff-index failed: .*\nMend what git complains of, and try again\.\n$/),
      ),
    );
  });

  test("a pack that is cut short", () => {
    const repository = createRepository();
    repository.commitFile("old", "text that is long enough to be cut\n".repeat(100));
    repository.git("gc", "-q");
    const folder = join(repository.path, ".git/objects/pack");
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith(".pack")) ?? "");
    chmodSync(pack, 0o644);
    truncateSync(pack, 40);
    expect(repository.outgate("staged")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("outgate: git diff-index failed: "),
    });
  });

  test("bytes that change in a pack", () => {
    const repository = createRepository();
    repository.stage("a", fill("{base62:4000}"));
    repository.commit();
    repository.git("gc", "-q");
    repository.git("mv", "a", "b");
    const folder = join(repository.path, ".git/objects/pack");
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith(".pack")) ?? "");
    chmodSync(pack, 0o644);
    const file = openSync(pack, "r+");
    writeSync(file, Buffer.alloc(1000, 0xaa), 0, 1000, readFileSync(pack).length - 2000);
    closeSync(file);
    expect(repository.staged()).toMatchObject({
      code: 2,
      unscanned: ["failed b: git cannot read its contents: `git fsck` tells more"],
    });
  });

  test("an index that is none", () => {
    const repository = createRepository();
    repository.stage("a", "");
    writeFileSync(join(repository.path, ".git/index"), "no index");
    expect(repository.outgate("staged")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("outgate: git diff-index failed: "),
    });
  });

  test("no repository at all", () => {
    expect(createFolder().outgate("staged")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("not a git repository"),
    });
  });

  test("no git at all", () => {
    expect(createRepository().with({ PATH: "/nowhere" }).outgate("staged")).toEqual(
      stopped("outgate: git cannot be run: spawnSync git ENOENT.\nInstall git, and see that it is in PATH.\n"),
    );
  });

  test("no file with the commit message", () => {
    const repository = createRepository();
    const told = stopped(
      "outgate: the commit message cannot be read: ENOENT.\nName the file that git passes to its hook.\n",
    );
    expect(repository.outgate("commit-msg", "missing")).toEqual(told);
    expect(repository.outgate("staged", "--message", "missing")).toEqual(told);
  });
});

describe("a report that cannot be written", () => {
  const noRoom = "Give --output a file on a disk with room, in a folder that is there.\n";

  test.each([
    { output: "/dev/full", reason: "ENOSPC" },
    { output: "missing/report.json", reason: "ENOENT" },
    { output: "a.txt/report.json", reason: "ENOTDIR" },
    { output: ".git", reason: "EISDIR" },
    { output: `${"x".repeat(300)}.json`, reason: "ENAMETOOLONG" },
  ])("to $output is printed, turns a pass into exit code 2, and leaves a block 1", ({ output, reason }) => {
    const stderr = `outgate: the report could not be written: ${reason}.\n${noRoom}`;
    const check = (contents: string): Run =>
      repositoryWith(contents).outgate("staged", "--format", "json", "--output", output);
    expect(outcome(check("harmless\n"))).toEqual({ ...passed(), code: 2, stderr });
    expect(outcome(check(line))).toEqual({ ...blocked(`a.txt:1:7 ${rule}`), stderr });
  });

  test("is printed without colours, as it would stand in the file", () => {
    const repository = repositoryWith(line).with({ FORCE_COLOR: "1" });
    expect(repository.outgate("staged", "--output", "missing/report.txt").stdout).toMatch(
      /^GitHub access token \(secret\/github-token\)\n/,
    );
  });

  test("neither to its file nor to stdout is told for both", () => {
    const repository = repositoryWith(line);
    const { code, stderr } = intoFull(repository, "--output", "missing/report.txt");
    expect({ code, reasons: stderr.match(/(?<=could not be written: )\w+/g) }).toEqual({
      code: 1,
      reasons: ["ENOENT", "ENOSPC"],
    });
  });

  test("for want of room leaves the old report as it was, and no other file", () => {
    const repository = repositoryWith(line.repeat(20));
    repository.write("../reports/report.json", "the old one");
    const run = repository.run(
      "sh",
      "-c",
      `ulimit -f 1; exec "$@"`,
      "sh",
      process.execPath,
      program,
      "staged",
      "--format",
      "json",
      "--output",
      "../reports/report.json",
    );
    expect({ ...run, stdout: outcome(run).findings.length }).toEqual({
      code: 1,
      stdout: 20,
      stderr: `outgate: the report could not be written: EFBIG.\n${noRoom}`,
    });
    expect(readdirSync(join(repository.path, "../reports"))).toEqual(["report.json"]);
    expect(repository.read("../reports/report.json")).toBe("the old one");
  });

  test("to a full stdout", () => {
    const stderr =
      "outgate: the report could not be written: ENOSPC.\nLet the reader of the output read to its end, or use --output FILE.\n";
    expect(intoFull(repositoryWith("harmless\n"))).toEqual({ code: 2, stdout: "", stderr });
    expect(intoFull(repositoryWith(line))).toEqual({ code: 1, stdout: "", stderr });
  });

  test("is written whole otherwise, and alone", () => {
    const repository = repositoryWith(line);
    expect(repository.outgate("staged", "--format", "json", "--output", "../report.json")).toEqual({
      code: 1,
      stdout: "",
      stderr: "",
    });
    expect(outcome({ code: 1, stdout: repository.read("../report.json"), stderr: "" })).toEqual(
      blocked(`a.txt:1:7 ${rule}`),
    );
    expect(readdirSync(join(repository.path, ".."))).toEqual(["here", "home", "report.json"]);
  });
});

describe("a report of megabytes", () => {
  const findings = 5000;

  test("reaches a slow reader whole", () => {
    const { code, stdout, stderr } = pipeline(line.repeat(findings), "{ sleep 1; cat; }");
    expect({ code, stderr, size: stdout.length > 2e6 }).toEqual({ code: "1", stderr: "", size: true });
    expect(outcome({ code: 1, stdout, stderr }).findings).toHaveLength(findings);
  });

  test("whose reader goes away is told, and stays a block", () => {
    expect(pipeline(line.repeat(findings), "head -c 1")).toEqual({
      code: "1",
      stdout: "{",
      stderr:
        "outgate: the report could not be written: EPIPE.\nLet the reader of the output read to its end, or use --output FILE.\n",
    });
  });

  test("whose reader goes away is no pass", () => {
    const repository = createRepository();
    repository.stage("a.txt", "harmless\n");
    const script = `{ sleep 0.3; "$@"; echo $? > ../code; } | true`;
    repository.run("sh", "-c", script, "sh", process.execPath, program, "staged");
    expect(repository.read("../code")).toBe("2\n");
  });

  test("can have more findings than a stack has room for", async () => {
    const bytes = Buffer.from(`${token}\n`.repeat(10_000));
    const document: Document = { kind: "document", name: Buffer.from("many"), nameLeaves: true, bytes };
    const gate = createGate({ detectors: [githubToken] });
    const items = Array.from({ length: 20 }, () => document);
    const { findings: all } = await scan({ boundary: "files", target: null, items }, gate);
    expect(all).toHaveLength(200_000);
    expect(all.at(-1)).toMatchObject({ line: 10_000, column: 1, endLine: 10_000, endColumn: 41 });
  });
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s in the middle of a long scan is told, is exit code 2, and leaves no file",
  (signal) => {
    const folder = createFolder();
    folder.write("0", "lorem ipsum ".repeat(1e5));
    for (let index = 1; index < 5000; index++) linkSync(join(folder.path, "0"), join(folder.path, String(index)));
    expect(interrupted(folder, signal, "files", "--output", "../report.json")).toEqual(
      stopped("outgate: interrupted before the check was done, so nothing passes.\n"),
    );
    expect(readdirSync(join(folder.path, ".."))).toEqual(["here", "home"]);
  },
);

describe("a detector that fails", () => {
  const document: Document = {
    kind: "document",
    name: Buffer.from("a.txt"),
    nameLeaves: true,
    bytes: Buffer.from(line),
  };

  const errors: readonly { what: string; error: (text: string) => unknown }[] = [
    { what: "an error", error: (found) => new Error(`cannot digest ${found}`) },
    {
      what: "an error whose text looks like a stack",
      error: (found) => new TypeError(`cannot digest\n    at ${found}`),
    },
    {
      what: "an error with a changed message",
      error: (found) => Object.assign(new Error(`\n    at ${found}`), { message: "something else" }),
    },
    {
      what: "an error without a message",
      error: (found) => Object.assign(new Error(`\n    at ${found}`), { message: "" }),
    },
    { what: "an error with a cause", error: (found) => new RangeError("outer", { cause: new Error(found) }) },
    { what: "a text", error: (found) => found },
    { what: "nothing", error: () => undefined },
  ];

  test.each(errors)("with $what is told without its text, and nothing passes", async ({ error }) => {
    const verdict = await scan(
      { boundary: "files", target: null, items: [document] },
      createGate({ detectors: [failing(error)] }),
    );
    expect(verdict).toMatchObject({ complete: false, verdict: "pass", findings: [] });
    expect(verdict.unscanned).toEqual([
      {
        document: "a.txt",
        kind: "failed",
        reason: expect.stringMatching(/^the detector secret\/failing failed: \w*Error/),
      },
    ]);
    expect(verdict.unscanned[0]?.reason).not.toContain(import.meta.dirname);
    const report =
      json(verdict, { color: false, quiet: true, advice: [] }) +
      text(verdict, { color: false, quiet: true, advice: [] });
    expect(report).toContain("outgate: not checked to the end, so nothing passes.");
    for (let start = 4; start + 8 <= token.length; start++) expect(report).not.toContain(token.slice(start, start + 8));
  });

  test("is told where it fails on the name of an archive's entry alone", async () => {
    const detector: Detector = {
      ...failing(() => new Error("no")),
      trigger: { literals: ["b.txt"] },
      detect(window) {
        if (window.text === "a/b.txt") throw new Error("no");
        return [];
      },
    };
    const archive = { ...document, name: Buffer.from("a.tar"), bytes: tar({ "a/b.txt": "b", "a/c.txt": "c" }) };
    const items = [archive];
    const verdict = await scan({ boundary: "files", target: null, items }, createGate({ detectors: [detector] }));
    expect(verdict).toMatchObject({
      complete: false,
      unscanned: [
        { document: "a.tar", kind: "failed", reason: expect.stringContaining("secret/failing failed") as string },
      ],
    });
  });

  test("does not keep the others from blocking", async () => {
    const detectors = [failing(() => new Error("no")), githubToken];
    const verdict = await scan({ boundary: "files", target: null, items: [document] }, createGate({ detectors }));
    expect(verdict).toMatchObject({
      complete: false,
      verdict: "block",
      findings: [{ ruleId: rule, document: "a.txt" }],
    });
  });

  test("keeps a text back that is to be shown", async () => {
    const gate = createGate({ detectors: [failing(() => new Error("no")), githubToken] });
    expect(await scrub(`${line}and more`, gate)).toBe("[a text that was not searched]");
  });

  test("at a name keeps the whole name back", async () => {
    const named = { ...document, name: Buffer.from(`${token}.txt`), bytes: Buffer.alloc(0) };
    const verdict = await scan(
      { boundary: "files", target: null, items: [named] },
      createGate({ detectors: [failing(() => new Error("no"))] }),
    );
    expect(verdict.unscanned).toMatchObject([{ document: "[a name that was not searched]", kind: "failed" }]);
    expect(JSON.stringify(verdict)).not.toContain(token.slice(4, 12));
  });
});

describe("a config that is wrong", () => {
  const cases: readonly [text: string, message: string][] = [
    ["", ":1:1: is not JSON: value expected"],
    ['{\n  // a comment\n  "strict": true\n  "audience": "team"\n}', ":4:3: is not JSON: comma expected"],
    ['{\n  "strict": tru\n}', ":2:13: is not JSON: invalid symbol"],
    ["{} {}", ":1:4: is not JSON: end of file expected"],
    ["[]", ":1:1: expected an object, found a list"],
    ["7", ":1:1: expected an object, found a number"],
    [
      '{\n\n  "strickt": true\n}',
      ':3:3: "strickt": is not a key of the config. There are: $schema, audience, strict, unscanned, actions, allow, denylist, audiences, trustCaller, observe, messages, claims, names, newSuppressions',
    ],
    [
      '{ "audiences": { "family": [] } }',
      ':1:18: "audiences.family": is not a key that stands here. There are: owner, team, group, public',
    ],
    ['{ "audiences": [] }', ':1:3: "audiences": expected an object whose keys are audiences, found a list'],
    [
      '{ "messages": { "secret": "hide" } }',
      ':1:17: "messages.secret": expected pass, warn, score, redact, ask or block, or an object with some of the keys owner, team, group, public, found another text',
    ],
    [
      '{ "messages": { "secret": { "team": "hide" } } }',
      ':1:29: "messages.secret.team": expected pass, warn, score, redact, ask or block, found another text',
    ],
    [
      '{ "messages": { "secret/nothing": "pass" } }',
      ':1:17: "messages.secret/nothing": expected a class or a rule, as `outgate rules` lists them',
    ],
    ['{ "claims": [{ "name": "iso", "topic": "ISO" }] }', ':1:14: "claims.0.allowed": is missing'],
    [
      '{ "claims": [{ "name": "The ISO", "topic": "ISO", "allowed": ["ISO"] }] }',
      ':1:16: "claims.0.name": expected a short name in small letters, digits and hyphens',
    ],
    ['{ "observe": 1 }', ':1:3: "observe": expected true or false, found a number'],
    ['{ "strict": "yes" }', ':1:3: "strict": expected true or false, found a text'],
    ['{ "$schema": true }', ':1:3: "$schema": expected a path or an address in quotation marks, found true'],
    ['{\n  "unscanned": "fail" }', ':2:3: "unscanned": expected warn or block, found another text'],
    ['\uFEFF{ /* 🔑 */ "audience": null }', ':1:11: "audience": expected owner, team, group or public, found null'],
    ['{ "audience": ["team"] }', ':1:3: "audience": expected owner, team, group or public, found a list'],
    [
      '{\n  "actions": {\n    "secret": "ignore"\n  }\n}',
      ':3:5: "actions.secret": expected pass, warn, ask, block or an object with the keys sure and unsure, found another text',
    ],
    [
      '{ "actions": { "secret": [] } }',
      ':1:16: "actions.secret": expected pass, warn, ask, block or an object with the keys sure and unsure, found a list',
    ],
    ['{ "actions": [] }', ':1:3: "actions": expected an object whose keys are classes or rules, found a list'],
    ['{ "actions": 7 }', ':1:3: "actions": expected an object whose keys are classes or rules, found a number'],
    ['{ "actions": {\n"secret": { "sure": "block" } } }', ':2:1: "actions.secret.unsure": is missing'],
    [
      '{ "actions": { "secret": { "sure": "block", "unsure": {} } } }',
      ':1:45: "actions.secret.unsure": expected pass, warn, ask or block, found an object',
    ],
    [
      '{ "actions": { "secret": { "sure": "block", "unsure": "pass", "never": "ask" } } }',
      ':1:63: "actions.secret.never": is not a key that stands here. There are: sure, unsure',
    ],
    [
      '{ "actions": { "Secret": "pass" } }',
      ':1:16: "actions.Secret": expected a class or a rule\'s id, such as secret/github-token',
    ],
    [
      '{ "actions": {\n  "secret": "block",\n  "secret/gihtub-token": "pass" } }',
      ':3:3: "actions.secret/gihtub-token": expected a class or a rule, as `outgate rules` lists them',
    ],
    [
      '{ "actions": { "constructor": "pass" } }',
      ':1:16: "actions.constructor": expected a class or a rule, as `outgate rules` lists them',
    ],
    [
      '{ "denylist": "terms" }',
      ':1:3: "denylist": expected an object with the keys stores, private, required and kinship, of which each may be missing, found a text',
    ],
    [
      '{ "denylist": [] }',
      ':1:3: "denylist": expected an object with the keys stores, private, required and kinship, of which each may be missing, found a list',
    ],
    ['{ "denylist": { "kinship": "hija" } }', ':1:17: "denylist.kinship": expected a list, found a text'],
    [
      '{ "denylist": { "kinship": ["hija", ","] } }',
      ':1:37: "denylist.kinship.1": expected a word of kinship or of a role, such as hija',
    ],
    ['{ "denylist": { "stores": [] } }', ':1:17: "denylist.stores": expected at least one store'],
    [
      '{ "denylist": { "stores": [" "] } }',
      ':1:28: "denylist.stores.0": expected the path of a file, counted from the config\'s folder',
    ],
    [
      '{ "denylist": { "stores": ["a"], "key": "b" } }',
      ':1:34: "denylist.key": is not a key that stands here. There are: stores, private, required, kinship',
    ],
    ['{\n  "strict": true,\n  "strict": false\n}', ':3:3: "strict": stands there twice, first in line 2'],
    [
      '{ "actions": {\n  "secret": "block",\n  "artifact": "warn",\n  "secret": "pass" } }',
      ':4:3: "actions.secret": stands there twice, first in line 2',
    ],
    [
      '{ "actions": { "secret": { "sure": "block",\n  "sure": "pass", "unsure": "pass" } } }',
      ':2:3: "actions.secret.sure": stands there twice, first in line 1',
    ],
    ['{ "actions": {},\n  "actions": { "secret": "pass" } }', ':2:3: "actions": stands there twice, first in line 1'],
  ];

  test.each(cases)("%j", (config, message) => {
    const repository = createRepository();
    repository.stage("outgate.config.json", config);
    const told = (name: string) =>
      stopped(`outgate: ${name}${message}.\nMend the file: every key is described in docs/config.md of the package.\n`);
    expect(repository.outgate("staged")).toEqual(told("outgate.config.json"));
    expect(repository.outgate("files")).toEqual(told(join(repository.path, "outgate.config.json")));
  });

  test.each(["[", '{ "actions":'])("with 100,000 of %j is no bug of outgate", (opening) => {
    const folder = createFolder();
    folder.write("deep.json", opening.repeat(100_000));
    expect(folder.outgate("files", "--config", "deep.json")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^outgate: deep\.json:1:1: is nested deeper than a config can be\.\nMend /),
    });
  });

  test("that is a link to nowhere, or no file, is not taken for none", () => {
    const folder = createFolder();
    folder.write("a.txt", "");
    const path = join(folder.path, "outgate.config.json");
    const told = (what: string) =>
      stopped(
        `outgate: the config ${path} ${what}.\nName a file that is there, or leave --config out: without a config the defaults hold.\n`,
      );
    symlinkSync("nowhere", path);
    expect(folder.outgate("files")).toEqual(told("cannot be read: ENOENT"));
    rmSync(path);
    symlinkSync("/dev/zero", path);
    expect(folder.outgate("files")).toEqual(told("is a pipe, a socket or a device"));
    rmSync(path);
    folder.run("mkfifo", path);
    expect(folder.outgate("files")).toEqual(told("is a pipe, a socket or a device"));
  });

  test("that cannot be looked for, as its path is too long, is not taken for none and is no bug of outgate", () => {
    const folder = createFolder();
    const left = 4090 - folder.path.length;
    const names = Array.from(Array(20).keys(), (at) =>
      "x".repeat(Math.floor(left / 20) - 1 + (at < left % 20 ? 1 : 0)),
    );
    const command = [...names.map((name) => `mkdir ${name} && cd ${name}`), 'exec "$0" "$1" files'].join(" && ");
    expect(folder.run("sh", "-c", command, process.execPath, program)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^outgate: the config \S+ cannot be read: ENAMETOOLONG\.\nName a file /),
    });
  });

  test("is named as its user named it", () => {
    const folder = createFolder();
    folder.write("strict.json", "{");
    expect(folder.outgate("files", "--config", "strict.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("outgate: strict.json:1:2: is not JSON: close brace expected."),
    });
    expect(folder.outgate("files", "--config", "missing.json")).toEqual(
      stopped(
        "outgate: the config missing.json cannot be read: ENOENT.\nName a file that is there, or leave --config out: without a config the defaults hold.\n",
      ),
    );
  });

  test.each([
    "{}",
    "\uFEFF{}",
    "// nothing\n{}\n",
    '{\n  /* all */ "strict": true,\n}',
    '{ "actions": { "secret": { "sure": "block", "unsure": "pass" }, "secret/github-token": "warn" } }',
  ])("is not one with comments, a byte order mark or commas at the end: %j", (config) => {
    const repository = createRepository();
    repository.stage("outgate.config.json", config);
    expect(repository.staged()).toEqual(passed());
  });
});

describe("arguments that are wrong", () => {
  const help = "See `outgate staged --help`.\n";

  test.each([
    [[], "no command was given, so nothing was checked.\n`outgate --help` lists the commands.\n"],
    [["stagged"], "there is no such command.\n`outgate --help` lists the commands.\n"],
    [["constructor"], "there is no such command.\n`outgate --help` lists the commands.\n"],
    [["staged", "--strict"], `there is no such option: --strict.\n${help}`],
    [["staged", "--quiet", "--dry-run=x"], `there is no such option: --dry-run.\n${help}`],
    [["staged", "--quiet", "--no-strict"], `there is no such option: --no-strict.\n${help}`],
    [["staged", "--quiet", "-rf"], `there is no such option: -rf.\n${help}`],
    [["--format=text", "staged", "--strict"], "there is no such option: --strict.\nSee `outgate --help`.\n"],
    [["staged", "extra"], `this is more than it takes: \`extra\`.\n${help}`],
    [["staged", "--format", "xml"], `--format takes one of: text, json, github, gitlab, sarif, junit.\n${help}`],
    [["staged", "--format"], `\`--format <format>\` has no value.\n${help}`],
    [
      ["staged", "--format", "text", "--format", "json"],
      `--format takes one of: text, json, github, gitlab, sarif, junit.\n${help}`,
    ],
    [["staged", "--audience", "everybody"], `--audience takes one of: owner, team, group, public.\n${help}`],
    [["log", "a.log", "--audience", "team"], `there is no such option: --audience.\n${help.replace("staged", "log")}`],
    [["staged", "--output", "a", "--output", "b"], `--output takes one value.\n${help}`],
    [["staged", "--no-output"], `\`--output <file>\` has no value.\n${help}`],
    [["commit-msg"], "<file> is missing: `outgate commit-msg <file>`.\nSee `outgate commit-msg --help`.\n"],
    [["explain", "secret/no-such-rule"], "there is no such rule.\n`outgate rules` lists them.\n"],
    [["range", ""], "the range is empty.\nLook at the variable that was to fill it.\n"],
    [["files", "a", ""], "a pattern is empty.\nLook at the variable that was to fill it.\n"],
    [
      ["init", "--ci", "github", "--uninstall"],
      "--ci and --uninstall do not go together, so nothing was changed.\nSee `outgate init --help`.\n",
    ],
    [
      ["init", "--uninstall", "--audience=team"],
      "--uninstall and --audience do not go together, so nothing was changed.\nSee `outgate init --help`.\n",
    ],
  ] as const)("%j", (args, message) => {
    expect(createRepository().outgate(...args)).toEqual(stopped(`outgate: ${message}`));
  });

  test.each([
    ["files", "--output"],
    ["files", "--config"],
    ["files", "--denylist"],
    ["message", "--to"],
  ])("nothing is not taken for the number 0: %s %s", (command, flag) => {
    const folder = createFolder();
    folder.write("0", "{}");
    const message = `outgate: what stands behind ${flag} is empty.\nLook at the variable that was to fill it.\n`;
    expect(folder.outgate(command, "0", flag, "")).toEqual(stopped(message));
    expect(folder.outgate(command, "0", `${flag}=`)).toEqual(stopped(message));
    expect(readdirSync(folder.path)).toEqual(["0"]);
  });

  test.skipIf(process.platform !== "linux").each([
    ["was deleted", 'mkdir gone && cd gone && rmdir "$PWD"'],
    ["has a path that is not UTF-8", 'mkdir -p "$(printf "caf\\351")/a" && cd "$(printf "caf\\351")/a"'],
  ])("a folder that %s, from which no deny list is found, is no pass", (_, command) => {
    const repository = createRepository();
    repository.write(".privacy_deny_list", "codename: bluefin\n");
    repository.stage("plan.md", "Bluefin ships in May.\n");
    const message =
      "outgate: the current folder was deleted, or its path is not UTF-8, so nothing was checked.\nChange to one that is there; rename it if its name, or one above, has bytes that are not UTF-8.\n";
    for (const args of ["files", "staged", "init --yes", "baseline --reason test"]) {
      const run = repository.run("bash", "-c", `${command} && exec "$0" "$1" ${args}`, process.execPath, program);
      expect(run).toEqual(stopped(message));
      repository.run("rm", "-rf", "gone");
    }
  });

  test("that look like numbers are taken as they are written", () => {
    const folder = createFolder();
    folder.write("007", "Good morning.");
    const flags = ["--to=12345678901234567891", "--actor", "0x10", "--output", "1e3", "--format", "json"];
    expect(folder.outgate("message", "007", ...flags)).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(readFileSync(join(folder.path, "1e3"), "utf8"))).toMatchObject({
      target: "12345678901234567891",
      actor: "0x10",
    });
  });

  test("are looked at before the check", () => {
    const repository = createRepository();
    repository.stage("a.txt", line);
    expect(repository.outgate("staged", "--output", "a", "--output", "b").code).toBe(2);
  });

  test("-v and --version behind a command do not stand for the check", () => {
    const repository = createRepository();
    repository.stage("a.txt", line);
    expect(repository.check("staged", "-v").code).not.toBe(0);
    expect(repository.check("staged", "--version").code).not.toBe(0);
    expect(repository.outgate("--version")).toMatchObject({ code: 0, stderr: "" });
    expect(repository.outgate("--help")).toMatchObject({ code: 0, stderr: "" });
  });

  test("what stands in place of a command is kept nowhere", () => {
    const repository = createRepository();
    expect(repository.outgate("quendelberg", "--help").code).toBe(0);
    expect(repository.outgate("help")).toEqual(repository.outgate("--help"));
    expect(repository.outgate("help", "init")).toEqual(repository.outgate("init", "--help"));
    expect(repository.outgate("quendelberg").code).toBe(2);
    expect(readdirSync("dist/cache").filter((name) => name.includes("quendel"))).toEqual([]);
  });

  test("help fits a terminal", () => {
    const repository = createRepository();
    const all = repository.outgate("--help").stdout;
    expect(all).toContain(
      "  files [...patterns]         Check files of the work tree, or whatever the\n                              patterns name\n",
    );
    const commands = [...all.matchAll(/^ {2}([a-z-]+)\b.* {2}\S/gm)].map(([, name = ""]) => name);
    expect(commands).toContain("staged");
    for (const name of commands)
      for (const told of repository.outgate(name, "--help").stdout.split("\n"))
        expect(told).toMatch(/^(?:.{0,79}\S)?$/);
  });
});

describe("a broken installation", () => {
  test.each(["18.20.0", "20.19.5", "22.17.1"])("Node.js %s is too old", (version) => {
    const folder = createRepository();
    folder.write(
      "../old.cjs",
      `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`,
    );
    expect(folder.run(process.execPath, "--require", "../old.cjs", program, "staged")).toEqual(tooOld(version));
  });

  const older = ["/usr/local/bin/node", "/usr/bin/node"]
    .map((path) => ({ path, version: versionOf(path) }))
    .find(({ version }) => /^(?:1\d|2[01])\./.test(version));

  test.skipIf(older === undefined)(
    "the older Node.js of this machine can read the program far enough to say so",
    () => {
      const { path, version } = older ?? { path: "", version: "" };
      expect(createRepository().run(path, program, "staged")).toEqual(tooOld(version));
    },
  );

  test("a program without its parts says so, and does not pass", () => {
    const folder = createRepository();
    const copy = join(folder.path, "../copy");
    cpSync(dirname(program), copy, { recursive: true });
    rmSync(join(copy, "chunks/main.cjs"));
    expect(folder.run(process.execPath, join(copy, basename(program)), "staged")).toEqual(
      stopped(
        "outgate: broke down, so nothing was checked. Install it again, and if that does not help report a bug.\n",
      ),
    );
  });
});

describe("the compiled code beside the program", () => {
  test("is made by the first run, and neither a damaged nor an old one changes what a run finds", () => {
    const repository = createRepository();
    repository.stage("a.txt", line);
    const copy = join(repository.path, "../copy");
    cpSync(dirname(program), copy, { recursive: true, filter: (path) => basename(path) !== "cache" });
    const check = () =>
      repository.run(process.execPath, join(copy, basename(program)), "staged", "--format", "json").code;
    expect(check()).toBe(1);
    const folder = readdirSync(join(copy, "cache")).find((name) => name.startsWith("staged-")) ?? "";
    const compiled = join(copy, "cache", folder, "main.cjs");
    const good = readFileSync(compiled);
    expect(check()).toBe(1);
    for (const damaged of [Buffer.alloc(0), good.subarray(0, 100), Buffer.alloc(good.length, "x")]) {
      writeFileSync(compiled, damaged);
      expect(check()).toBe(1);
    }
    const main = join(copy, "chunks/main.cjs");
    writeFileSync(compiled, good);
    writeFileSync(main, `(function () { throw new Error("another program"); })`);
    expect(check()).toBe(2);
  });
});

function versionOf(node: string): string {
  return spawnSync(node, ["--print", "process.versions.node"], { encoding: "utf8" }).stdout?.trim() ?? "";
}

function objectOf(repository: Repository, name: string): string {
  const id = repository.git("rev-parse", name);
  return join(repository.path, ".git/objects", id.slice(0, 2), id.slice(2));
}

function damage(file: string): void {
  chmodSync(file, 0o644);
  writeFileSync(file, "no object");
}

/** A repository whose index passes, or does not. */
function repositoryWith(contents: string): Repository {
  const repository = createRepository();
  repository.stage("a.txt", contents);
  return repository;
}

function pipeline(contents: string, reader: string): Omit<Run, "code"> & { code: string } {
  const folder = createFolder();
  folder.write("many.txt", contents);
  const script = `{ "$@"; echo $? > ../code; } | ${reader}`;
  const run = folder.run("sh", "-c", script, "sh", process.execPath, program, "files", "--format", "json");
  return { ...run, code: folder.read("../code").trim() };
}

/** A detector that throws where it finds the token. */
function failing(error: (text: string) => unknown): Detector {
  return {
    id: "secret/failing",
    summary: "fails",
    remedy: "",
    trigger: { literals: ["ghp_"] },
    detect: (window) => {
      throw error(window.text);
    },
    examples: [],
  };
}

function intoFull(repository: Repository, ...flags: readonly string[]): Run {
  return repository.run("sh", "-c", `exec "$@" > /dev/full`, "sh", process.execPath, program, "staged", ...flags);
}

function tooOld(version: string): Run {
  return stopped(
    `outgate: needs Node.js 22.18 or newer and found ${version}, so nothing was checked: install a newer one from https://nodejs.org, or put it first in PATH.\n`,
  );
}
