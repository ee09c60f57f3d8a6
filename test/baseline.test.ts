import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { type Document, scan, type Verdict } from "../src/index.ts";
import { openRecorder } from "../src/suppressions/ledger.ts";
import { matchPrint } from "../src/suppressions/print.ts";
import { createFolder, createRepository, type Place, program, Repository, type Run } from "./repository.ts";

const file = "outgate.baseline.json";
const rule = "secret/github-token";
const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
/** Nothing gives it away but the name in front of it. */
const password = fill("{base62:16}");
const line = (seed: number, name = "token"): string => `const ${name} = "${token(seed)}";\n`;

function accept(place: Place, reason = "known", ...args: readonly string[]): Run {
  return place.outgate("baseline", "--reason", reason, ...args);
}

function entries(place: Place): string[] {
  return place.read(file).split("\n").slice(1, -3);
}

interface Shown {
  readonly code: number | null;
  readonly findings: readonly string[];
  readonly suppressed: readonly string[];
  readonly unused: number;
  readonly added: number;
}

function check(place: Place, ...args: readonly string[]): Shown {
  const { code, stdout, stderr } = place.outgate(...args, "--format", "json");
  if (stdout === "") throw new Error(stderr);
  const verdict: Verdict = JSON.parse(stdout);
  return {
    code,
    findings: verdict.findings.map(({ document, line: at }) => `${document}:${at}`),
    suppressed: verdict.suppressed.map(
      ({ document, line: at, kind, reason }) => `${document}:${at} ${kind}: ${reason}`,
    ),
    unused: verdict.unusedSuppressions.length,
    added: verdict.newSuppressions.length,
  };
}

const passed = (...suppressed: readonly string[]): Shown => ({
  code: 0,
  findings: [],
  suppressed: suppressed.map((place) => `${place} baseline: known`),
  unused: 0,
  added: 0,
});

/** A repository whose files are accepted and committed. */
function accepted(files: Readonly<Record<string, string>>): Repository {
  const repository = createRepository();
  for (const [name, contents] of Object.entries(files)) repository.write(name, contents);
  repository.git("add", "--all");
  expect(accept(repository).code).toBe(0);
  repository.git("add", "--all");
  repository.commit();
  return repository;
}

describe("outgate baseline", () => {
  test("accepts what is there today, and nothing else", () => {
    const repository = accepted({ "a.ts": line(1), "below/b.ts": `${line(2)}${line(3)}`, "c.ts": "clean\n" });
    expect(check(repository, "files")).toEqual(passed("a.ts:1", "below/b.ts:1", "below/b.ts:2"));
    repository.write("c.ts", line(4));
    expect(check(repository, "files")).toMatchObject({ code: 1, findings: ["c.ts:1"] });
  });

  test("writes sorted lines, the same every time, without places, times and texts", () => {
    const repository = accepted({ "b.ts": `${line(1)}${line(2, "other")}`, "a b.ts": line(3), "c.ts": line(4) });
    const text = repository.read(file);
    expect(text).toMatch(
      /^\{\n(?: {2}"\S.* secret\/github-token [0-9a-f]{16}:[0-9a-f]{4}": "known",\n){4} {2}"salt": "[0-9a-f]{32}"\n\}\n$/,
    );
    expect(entries(repository)).toEqual(entries(repository).toSorted());
    expect(new Set(entries(repository).map((entry) => entry.split(" secret/")[0])).size).toBe(3);
    expect(accept(repository, "another reason").code).toBe(0);
    expect(repository.read(file)).toBe(text);
    for (const seed of [1, 2, 3, 4]) expect(text).not.toContain(token(seed).slice(4, 12));
  });

  test("is the same in a clone and in a linked work tree, and from a folder below", () => {
    const repository = accepted({ "a.ts": line(1), "below/b.ts": line(2) });
    repository.git("clone", "-q", "--depth", "1", `file://${repository.path}`, "../clone");
    repository.git("worktree", "add", "-q", "../linked");
    for (const place of [repository.from("../clone"), repository.from("../linked")]) {
      expect(check(place, "files")).toEqual(passed("a.ts:1", "below/b.ts:1"));
      expect(accept(place.from("below")).code).toBe(0);
      expect(place.read(file)).toBe(repository.read(file));
    }
    expect(check(repository.from("below"), "files")).toEqual(passed("b.ts:1"));
  });

  test("needs a reason", () => {
    const repository = createRepository();
    repository.write("a.ts", line(1));
    for (const args of [[], ["--reason", ""], ["--reason", " "], ["--reason", "—"], ["--reason", "long ".repeat(50)]])
      expect(repository.outgate("baseline", ...args).code).toBe(2);
    expect(() => repository.read(file)).toThrow("ENOENT");
  });

  test("takes no reason that shows what was found", () => {
    const repository = createRepository();
    repository.write("a.ts", `${line(1)}const password = "${password}";\n`);
    for (const reason of [`it is ${token(7)}`, `only ${password} again`, "two\nlines", "\x1b[31mred"]) {
      const { code, stdout, stderr } = accept(repository, reason);
      expect({ reason, code, stdout }).toEqual({ reason, code: 2, stdout: "" });
      expect(stderr).not.toContain(password);
      expect(stderr).not.toContain(token(7).slice(4));
    }
    expect(() => repository.read(file)).toThrow("ENOENT");
    expect(accept(repository).code).toBe(0);
    expect(entries(repository)).toHaveLength(2);
  });

  test("writes nothing where something could not be checked", () => {
    const repository = accepted({ "a.ts": line(1) });
    const before = repository.read(file);
    repository.write("b.ts", line(2));
    // A name that git can hold, and no folder.
    const id = repository.git("hash-object", "-w", "b.ts").trim();
    repository.git("update-index", "--add", "--cacheinfo", `100644,${id},${"long".repeat(80)}`);
    const { code, stderr } = accept(repository);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("1 file could not be checked") });
    expect(repository.read(file)).toBe(before);
  });

  test("for which there is no room stays as it was, and what is said speaks of no option that baseline does not have", () => {
    const repository = accepted({ "a.ts": line(1) });
    const before = repository.read(file);
    repository.write("b.ts", Array.from(Array(20).keys(), (at) => line(at + 2)).join(""));
    const command = 'ulimit -f 1; exec "$0" "$1" baseline --reason known';
    expect(repository.run("sh", "-c", command, process.execPath, program)).toEqual({
      code: 2,
      stdout: "",
      stderr: `outgate: ${file} could not be written: EFBIG.\nSee that you may write there, and that the disk has room.\n`,
    });
    expect(repository.read(file)).toBe(before);
  });

  test("keeps the reasons of what is there, and drops what is no more only with --prune", () => {
    const repository = accepted({ "a.ts": line(1), "b.ts": line(2) });
    const [first] = entries(repository);
    repository.write("b.ts", "mended\n");
    repository.write("c.ts", line(3));
    expect(accept(repository, "another").stdout).toContain("It had 1 that are there no more; `--prune` drops them.");
    expect(entries(repository)).toHaveLength(3);
    expect(entries(repository)[0]).toBe(first);
    expect(entries(repository)[2]).toMatch(/^ {2}"c\.ts .*": "another",$/);
    expect(check(repository, "files")).toMatchObject({ code: 0, unused: 1 });
    expect(accept(repository, "another", "--prune").code).toBe(0);
    expect(entries(repository).map((entry) => entry.split(" ")[2])).toEqual(['"a.ts', '"c.ts']);
    expect(check(repository, "files")).toMatchObject({ code: 0, unused: 0 });
  });

  test("needs no reason to drop what is no more, and one as soon as something is new", () => {
    const repository = accepted({ "a.ts": line(1), "b.ts": line(2) });
    const before = entries(repository);
    repository.write("b.ts", "mended\n");
    repository.write("c.ts", line(3));
    expect(repository.outgate("baseline", "--prune")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("a baseline needs a reason for what is new in it, so nothing was written"),
    });
    expect(entries(repository)).toEqual(before);
    repository.write("c.ts", "harmless\n");
    const pruned = repository.outgate("baseline", "--prune");
    expect(pruned).toMatchObject({ code: 0, stdout: expect.stringContaining("they were dropped") });
    expect(entries(repository)).toEqual(before.slice(0, 1));
  });

  test("leaves to comments and entries what they let through", () => {
    const repository = createRepository();
    repository.write("a.ts", `${line(1).trimEnd()} // outgate-ignore-line: ${rule} -- here\n`);
    repository.write("b.ts", line(2));
    repository.write("outgate.config.json", JSON.stringify({ allow: [{ rule, path: "b.ts", reason: "there" }] }));
    repository.write("c.ts", line(3));
    expect(accept(repository).code).toBe(0);
    expect(entries(repository)).toHaveLength(1);
  });

  test("works in a folder that is no repository", () => {
    const folder = createFolder();
    folder.write("a.ts", line(1));
    expect(accept(folder).code).toBe(0);
    expect(check(folder, "files")).toEqual(passed("a.ts:1"));
  });

  test("is found by no rule itself", () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, seed) => [`token-${seed}.ts`, line(seed)]));
    const repository = accepted(files);
    expect(check(repository, "files", file)).toEqual(passed());
  });
});

describe("an entry", () => {
  test("holds for its line wherever that stands", () => {
    const repository = accepted({ "a.ts": `${line(1)}${line(2)}` });
    repository.write("a.ts", `// first\n\n${line(2)}// between\n\t  ${line(1)}`);
    expect(check(repository, "files")).toEqual(passed("a.ts:3", "a.ts:5"));
  });

  test("holds for its file under another name, and not for a copy", () => {
    const repository = accepted({ "a.ts": line(1) });
    mkdirSync(join(repository.path, "moved"));
    renameSync(join(repository.path, "a.ts"), join(repository.path, "moved/b.ts"));
    expect(check(repository, "files")).toEqual(passed("moved/b.ts:1"));
    repository.write("moved/b.ts", `// edited\n${line(1)}`);
    repository.git("add", "--all");
    expect(check(repository, "staged")).toEqual(passed("moved/b.ts:2"));
    repository.write("a.ts", line(1));
    expect(check(repository, "files")).toMatchObject({ code: 1, findings: ["moved/b.ts:2"] });
    repository.git("add", "--all");
    expect(check(repository, "staged")).toMatchObject({ code: 1, findings: ["moved/b.ts:2"] });
  });

  test("follows its file when the baseline is written again", () => {
    const repository = accepted({ "a.ts": line(1) });
    renameSync(join(repository.path, "a.ts"), join(repository.path, "b.ts"));
    expect(accept(repository, "another", "--prune").code).toBe(0);
    expect(entries(repository)).toEqual([expect.stringMatching(/^ {2}"b\.ts .*": "known",$/)]);
  });

  test("does not hold for another secret in its place, or for its secret elsewhere", () => {
    const repository = accepted({ "a.ts": line(1) });
    for (const changed of [line(2), line(1, "other"), `${line(1)}${line(2)}`, `${line(1)}${line(1)}`]) {
      repository.write("a.ts", changed);
      const { code, findings } = check(repository, "files");
      expect({ changed, code, findings: findings.length }).toEqual({ changed, code: 1, findings: 1 });
    }
  });

  test("holds for one of several in like lines, whatever stands in front", () => {
    const repository = accepted({ "a.ts": `${line(1)}${line(2)}` });
    repository.write("a.ts", `${line(3)}${line(2)}${line(1)}`);
    expect(check(repository, "files")).toMatchObject({ code: 1, findings: ["a.ts:1"] });
  });

  test("holds in encodings and in names", () => {
    const encoded = Buffer.from(`token: ${token(1)}\n`).toString("base64");
    const repository = accepted({ "a.yaml": `data: ${encoded}\n`, [`${token(2)}.txt`]: "harmless\n" });
    expect(check(repository, "files")).toMatchObject({ code: 0, findings: [], unused: 0 });
    const name = entries(repository).join("\n");
    expect(name).toContain("[secret 40].txt");
    expect(name).not.toContain(token(2).slice(4, 12));
  });

  test("that the work tree alone has counts for `files` and for no commit", () => {
    const repository = createRepository();
    repository.commitFile("README.md", "# Project\n");
    repository.write("a.ts", line(1));
    expect(accept(repository).code).toBe(0);
    repository.git("add", "a.ts");
    expect(check(repository, "files").code).toBe(0);
    expect(check(repository, "staged")).toMatchObject({ code: 1, findings: ["a.ts:1"] });
    repository.git("add", file);
    expect(check(repository, "staged")).toEqual({ ...passed("a.ts:1"), added: 1 });
    expect(check(repository, "staged", "--new-suppressions", "deny").code).toBe(1);
  });
});

describe("a baseline that two branches add to", () => {
  /** Both branches write one file each, and their baseline; gives what `git merge` came to. */
  function merged(repository: Repository, ours: string, theirs: string): Run {
    repository.git("checkout", "-q", "-b", "side");
    for (const [branch, name, seed] of [
      ["side", theirs, 8],
      ["main", ours, 9],
    ] as const) {
      repository.git("checkout", "-q", branch);
      repository.write(name, line(seed));
      expect(accept(repository, branch).code).toBe(0);
      repository.git("add", "--all");
      repository.commit();
    }
    return repository.run("git", "merge", "-q", "--no-verify", "-m", "merge", "side");
  }

  const before = { "a.ts": line(1), "m.ts": line(2), "z.ts": line(3) };

  test.each([
    ["in the middle", "b.ts", "n.ts"],
    ["at the beginning and at the end", "0.ts", "zz.ts"],
    ["at the end and in the middle", "zz.ts", "n.ts"],
  ])("merges cleanly: %s", (_, ours, theirs) => {
    const repository = accepted(before);
    expect(merged(repository, ours, theirs).code).toBe(0);
    const text = repository.read(file);
    expect(entries(repository)).toHaveLength(5);
    expect(check(repository, "files")).toMatchObject({ code: 0, findings: [], unused: 0 });
    expect(accept(repository).code).toBe(0);
    expect(repository.read(file)).toBe(text);
  });

  test("conflicts where both add beside each other, is then not taken for a baseline, and holds with both sides kept", () => {
    const repository = accepted(before);
    expect(merged(repository, "b.ts", "c.ts").code).not.toBe(0);
    const { code, stderr } = repository.outgate("files");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`the baseline ${file} cannot be read: a merge has left its conflicts in it`),
    });
    repository.write(file, repository.read(file).replaceAll(/^[<=>]{7}.*\n/gm, ""));
    expect(check(repository, "files")).toMatchObject({ code: 0, findings: [], unused: 0 });
  });

  test("merges cleanly beside each other, too, with merge=union", () => {
    const repository = accepted({ ...before, ".gitattributes": `${file} merge=union\n` });
    expect(merged(repository, "b.ts", "c.ts").code).toBe(0);
    expect(check(repository, "files")).toMatchObject({ code: 0, findings: [], unused: 0 });
    expect(accept(repository).code).toBe(0);
    expect(entries(repository)).toEqual(entries(repository).toSorted());
  });

  test("needs nothing where both accepted the same", () => {
    const repository = accepted(before);
    repository.git("checkout", "-q", "-b", "side");
    for (const branch of ["side", "main"]) {
      repository.git("checkout", "-q", branch);
      repository.write("b.ts", line(4));
      expect(accept(repository).code).toBe(0);
      repository.git("add", "--all");
      repository.commit(branch);
    }
    expect(repository.run("git", "merge", "-q", "--no-verify", "-m", "merge", "side").code).toBe(0);
    expect(entries(repository)).toHaveLength(4);
  });
});

describe("a file that is no baseline", () => {
  const entry = '"a.ts secret/github-token 0123456789abcdef:0123"';
  const salt = `"salt": "${"0".repeat(32)}"`;

  test.each([
    "",
    "{",
    "[]",
    "null",
    "{}",
    `{ ${entry}: "why" }`,
    `{ ${entry}: "", ${salt} }`,
    `{ ${entry}: 1, ${salt} }`,
    `{ "a.ts": "why", ${salt} }`,
    `{ "salt": "short" }`,
  ])("%j stops everything that has to read it", (text) => {
    const repository = createRepository();
    repository.write(file, text);
    repository.stage("a.ts", line(1));
    for (const run of [repository.outgate("files"), repository.outgate("staged"), accept(repository)]) {
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`the baseline ${file} cannot be read: `);
    }
    expect(repository.read(file)).toBe(text);
  });
});

describe("the print of what was found", () => {
  const salt = "0".repeat(32);

  test("is 16 bits, other with another salt, and none of a name or of a person's number", () => {
    const text = Buffer.from(token(1));
    expect(matchPrint(salt, "secret/github-token", text)).toMatch(/^[0-9a-f]{4}$/);
    const salts = Array.from({ length: 4 }, (_, index) => String(index).repeat(32));
    expect(new Set(salts.map((own) => matchPrint(own, "secret/github-token", text))).size).toBeGreaterThan(1);
    expect(matchPrint(salt, "term/person", text)).toBe("");
    expect(matchPrint(salt, "person/phone", text)).toBe("");
  });

  test("is made only of findings whose line an entry has", async () => {
    let made = 0;
    const bytes = Buffer.from(Array.from({ length: 50 }, (_, seed) => line(seed, `token${seed}`)).join(""));
    const item: Document = { kind: "document", name: Buffer.from("a.ts"), nameLeaves: true, bytes };
    const recorder = openRecorder({ salt, entries: [] }, () => true, "known");
    const common = { allow: [], isWhole: false, pathOf: (name: string) => name };
    const open = async () => ({ ...common, ledger: recorder });
    await scan(
      { boundary: "files", target: null, items: [item] },
      createGate({ suppressions: { isAsked: false, open } }),
    );
    const three = recorder
      .recorded()
      .slice(0, 3)
      .map((entry) => ({ ...entry, isNew: false }));
    const { openLedger } = await import("../src/suppressions/ledger.ts");
    const ledger = openLedger({ salt, entries: three }, () => true);
    const counted = {
      ...ledger,
      find: (print: Parameters<typeof ledger.find>[0]) =>
        ledger.find({
          ...print,
          match: () => {
            made++;
            return print.match();
          },
        }),
    };
    const gate = createGate({
      suppressions: { isAsked: false, open: async () => ({ ...common, ledger: counted }) },
    });
    const { findings, suppressed } = await scan({ boundary: "files", target: null, items: [item] }, gate);
    expect({ findings: findings.length, suppressed: suppressed.length, made }).toEqual({
      findings: 47,
      suppressed: 3,
      made: 3,
    });
  });
});
