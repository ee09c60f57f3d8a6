import { chmodSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import type { Verdict } from "../src/index.ts";
import { keep, lock, plain, sealed, type Store } from "./lists.ts";
import { createFolder, createRepository, type Place, type Repository, type Run } from "./repository.ts";

const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
const line = (seed: number): string => `TOKEN=${token(seed)}\n`;

/** Runs every shard of a check, each of which writes a report beside the folder, and gives what they are called. */
function shards(place: Place, count: number, ...args: readonly string[]): string[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `../${args[0] ?? ""}-${at + 1}.json`;
    const run = place.outgate(...args, "--shard", `${at + 1}/${count}`, "--format", "json", "--output", name);
    expect(run).toMatchObject({ stdout: "", stderr: "" });
    return name;
  });
}

function read(place: Place, name: string): Verdict {
  return JSON.parse(place.read(name));
}

/** The report of a run that says something. */
function verdictOf({ stdout }: Run): Verdict {
  return JSON.parse(stdout);
}

/** What must not differ between a check and its joined shards. */
function lasting(verdict: Verdict): object {
  const { id: _, time: __, milliseconds: ___, suppressed, ...rest } = verdict;
  return { ...rest, suppressed: suppressed.map(({ reason: ____, ...finding }) => finding) };
}

/** A work tree with secrets in contents, in names and encoded, warnings, suppressions, and names that are no UTF-8. */
function createTree(): Repository {
  const repository = createRepository();
  for (let number = 0; number < 20; number++)
    repository.write(`src/${number}/code.ts`, `export const a = ${number};\n`);
  for (let number = 0; number < 9; number++) repository.write(`z${9 - number}/a.txt`, line(number) + line(number + 50));
  repository.write(`${token(31)}.txt`, Buffer.from(`\uFEFF${line(32)}`, "utf16le"));
  repository.write(Buffer.from("caf\xe9.txt", "latin1"), line(33));
  repository.write(".env", line(34));
  repository.write("b/ignored.txt", `# outgate-ignore-next-line: secret/github-token -- made up\n${line(35)}`);
  repository.write("b/idle.txt", "# outgate-ignore-next-line: secret/github-token -- nothing there\n");
  repository.write("fixtures/a.txt", line(36));
  repository.write(
    "outgate.config.json",
    JSON.stringify({
      allow: [
        { rule: "secret/github-token", path: "fixtures/**", reason: "made up" },
        { rule: "secret/github-token", path: "nowhere/**", reason: "made up" },
        { rule: "secret/npm-token", path: "nowhere/**", reason: "made up", expires: "2020-01-31" },
      ],
    }),
  );
  repository.git("add", "--all");
  repository.commit();
  repository.write("untracked.txt", line(37));
  return repository;
}

/** A history that carries findings on, brings contents twice, names people and moves the gate's own files. Gives its base. */
function createHistory(): { readonly repository: Repository; readonly range: string } {
  const repository = createRepository();
  repository.commitFile("old.txt", `old\n${line(1)}`);
  const base = repository.git("rev-parse", "HEAD");
  for (let number = 0; number < 12; number++) {
    repository.commitFile(`carried${number % 3}.txt`, `${line(number % 3)}${"more\n".repeat(number)}`);
    repository.commitFile(`src/${number}.ts`, `export const a = ${number};\n`);
  }
  repository.commitFile("old.txt", `old\n${line(1)}new\n`);
  repository.commitFile("copy.txt", line(40));
  repository.commitFile("other/copy.txt", line(40));
  repository.commitFile(`${token(41)}.txt`, "harmless\n");
  repository.commitFile("outgate.config.json", '{ "allow": [] }');
  repository.git("update-index", "--add", "--cacheinfo", `160000,${base},module`);
  repository.git("commit", "--quiet", "-m", `a message with ${token(42)}`);
  repository.git("-c", `user.name=${token(43)}`, "commit", "--quiet", "--allow-empty", "-m", "by somebody else");
  repository.git("checkout", "--quiet", "-b", "side", base);
  repository.commitFile("side.txt", line(44));
  repository.git("checkout", "--quiet", "main");
  repository.git("merge", "--quiet", "--no-edit", "side");
  return { repository, range: `${base}..main` };
}

describe("joined shards come to what the whole check comes to", () => {
  test.each([1, 2, 3, 40])("files, %i of them", (count) => {
    const tree = createTree();
    const whole = verdictOf(tree.outgate("files", "--format", "json"));
    expect(whole.findings.length).toBeGreaterThan(20);
    expect(whole.suppressed.map(({ kind }) => kind).toSorted()).toEqual(["allow", "inline"]);
    const names = shards(tree, count, "files");
    const run = tree.outgate("merge", ...names, "--format", "json");
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: "" });
    expect(lasting(verdictOf(run))).toEqual({
      ...lasting(whole),
      // A shard shows no words of suppressions.
      unusedSuppressions: [
        "b/idle.txt:1: outgate-ignore-next-line secret/github-token",
        "allow: secret/github-token in entry 2",
      ],
      rejectedSuppressions: ["allow: secret/npm-token in entry 3 expired on 2020-01-31"],
    });
    expect(whole.unusedSuppressions).toEqual([
      "b/idle.txt:1: outgate-ignore-next-line secret/github-token",
      "allow: secret/github-token in nowhere/**",
    ]);
  });

  test.each([1, 2, 3, 40])("a range, %i of them", (count) => {
    const { repository, range } = createHistory();
    const whole = verdictOf(repository.outgate("range", range, "--format", "json"));
    expect(whole.findings.map(({ document }) => document).toSorted()).toEqual([
      "[secret 40].txt",
      "author",
      "carried0.txt",
      "carried1.txt",
      "carried2.txt",
      "commit message",
      "committer",
      "copy.txt",
      "side.txt",
    ]);
    expect(whole).toMatchObject({ alreadyThere: 1, unscanned: [{ document: "module" }], notes: [expect.any(String)] });
    const names = shards(repository, count, "range", range);
    const run = repository.outgate("merge", ...names.toReversed(), "--format", "json");
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: "" });
    expect(lasting(verdictOf(run))).toEqual(lasting(whole));
  });

  test("files outside of a repository, by patterns", () => {
    const folder = createFolder();
    for (let number = 0; number < 9; number++)
      folder.write(`logs/${number}.log`, number % 4 === 0 ? line(number) : "\n");
    folder.run("mkfifo", "logs/pipe");
    const whole = verdictOf(folder.outgate("files", "logs", "--format", "json"));
    expect({ findings: whole.findings.length, unscanned: whole.unscanned.length }).toEqual({
      findings: 3,
      unscanned: 1,
    });
    const joined = folder.outgate("merge", ...shards(folder, 4, "files", "logs"), "--format", "json");
    expect(lasting(verdictOf(joined))).toEqual(lasting(whole));
  });

  test("a shallow clone is told once", () => {
    const { repository } = createHistory();
    repository.git("clone", "--quiet", "--depth", "3", `file://${repository.path}`, "../shallow");
    const shallow = repository.from("../shallow");
    const range = "HEAD~2..HEAD";
    const whole = verdictOf(shallow.outgate("range", range, "--format", "json"));
    expect(whole.notes).toContainEqual(expect.stringContaining("This clone is shallow"));
    const joined = shallow.outgate("merge", ...shards(shallow, 3, "range", range), "--format", "json");
    expect(lasting(verdictOf(joined))).toEqual(lasting(whole));
  });

  test("in every format", () => {
    const tree = createTree();
    const names = shards(tree, 3, "files");
    for (const format of ["text", "github", "gitlab", "sarif", "junit"]) {
      const { code, stderr } = tree.outgate("merge", ...names, "--format", format);
      expect({ format, code, stderr }).toEqual({ format, code: 1, stderr: "" });
    }
    const { stdout } = tree.outgate("merge", ...names, "--format", "gitlab");
    expect(stdout).toBe(tree.outgate("files", "--format", "gitlab").stdout);
    const text = tree.outgate("merge", ...names).stdout;
    expect(text).toContain("\nJoined from 3 shards.\n");
    expect(text).toMatch(/outgate: stopped, \d+ findings\. Scanned \d+ documents/);
  });
});

describe("a shard", () => {
  test("without --shard nothing of it is in a report", () => {
    const tree = createTree();
    const { stdout } = tree.outgate("files", "--format", "json");
    expect(stdout).not.toMatch(/"(?:shard|order|idleSuppressions)"/);
  });

  test("every document is read by exactly one shard, and a shard reads no other's contents", () => {
    const { repository, range } = createHistory();
    const blob = repository.git("rev-parse", "HEAD:src/7.ts");
    const object = join(repository.path, ".git/objects", blob.slice(0, 2), blob.slice(2));
    chmodSync(object, 0o644);
    repository.write(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`, "damaged");
    const verdicts = shards(repository, 5, "range", range).map((name) => read(repository, name));
    expect(verdicts.filter(({ complete }) => !complete)).toHaveLength(1);
    expect(verdicts.flatMap(({ unscanned }) => unscanned.filter(({ kind }) => kind === "failed"))).toMatchObject([
      { document: "src/7.ts" },
    ]);
  });

  test("to which nothing falls passes and says so, and a pattern that names nothing is no pass", () => {
    const folder = createFolder();
    folder.write("a.txt", "harmless\n");
    const runs = [1, 2, 3].map((index) => folder.outgate("files", "--shard", `${index}/3`));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.filter(({ stdout }) => stdout.includes("outgate: nothing to check."))).toHaveLength(2);
    expect(runs[0]?.stdout).toContain("Shard 1 of 3.");
    expect(folder.outgate("files", "none/**", "--shard", "1/3")).toMatchObject({ code: 2, stdout: "" });
  });

  test("keeps the words of suppressions to itself, since another shard may have found what stands in them", () => {
    const repository = createRepository();
    const password = fill("{base62:20}", 8);
    repository.write("a.py", `password = "${password}"\n`);
    for (let number = 0; number < 8; number++) {
      const reason = `the one from a.py, ${password}`;
      repository.write(
        `${number}.txt`,
        `# outgate-ignore-next-line: secret/github-token -- ${reason}\n${line(number)}`,
      );
    }
    repository.write(
      "outgate.config.json",
      JSON.stringify({ allow: [{ rule: "secret/github-token", path: `${password}/**`, reason: password }] }),
    );
    const names = shards(repository, 4, "files", "*.txt", "a.py");
    const reports = [...names.map((name) => repository.read(name)), repository.outgate("merge", ...names).stdout];
    expect(reports.join("\n")).not.toContain(password);
    expect(verdictOf(repository.outgate("merge", ...names, "--format", "json"))).toMatchObject({
      findings: [{ document: "a.py" }],
      suppressed: Array.from({ length: 8 }, () => ({ reason: "not shown by a shard" })),
    });
  });

  test.each(["0/3", "4/3", "1/0", "1", "1/", "-1/3", "1.5/3", "a/b", "1/3/3"])("--shard %s is exit code 2", (flag) => {
    const { code, stdout, stderr } = createTree().outgate("files", `--shard=${flag}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--shard takes i/n, where i counts from 1 to n");
  });

  test("there is none of what is about to be committed", () => {
    expect(createTree().outgate("staged", "--shard", "1/3")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("the exit code of merge", () => {
  test("is 0 where all pass, and with --quiet nothing is said", () => {
    const folder = createFolder();
    folder.write("a.txt", "harmless\n");
    const names = shards(folder, 2, "files");
    expect(folder.outgate("merge", ...names, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(folder.outgate("merge", ...names, "--output", "../all.txt")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(folder.read("../all.txt")).toContain("outgate: passed. Scanned 1 document");
  });

  test("is 2 where a shard could not check all, and 1 where another stops beside it", () => {
    const repository = createRepository();
    repository.commitFile("a.txt", "a\n");
    for (let number = 0; number < 6; number++) repository.commitFile(`${number}.txt`, `${number}\n`);
    const blob = repository.git("rev-parse", "HEAD:3.txt");
    chmodSync(join(repository.path, ".git/objects", blob.slice(0, 2), blob.slice(2)), 0o644);
    repository.write(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`, "damaged");
    const range = (from: string): Run =>
      repository.outgate("merge", ...shards(repository, 3, "range", from), "--format", "json");
    expect(range("HEAD~6..HEAD").code).toBe(2);
    repository.git("commit", "--quiet", "--allow-empty", "-m", token(1));
    expect(range("HEAD~7..HEAD").code).toBe(1);
  });
});

/** What merge says where it joins nothing. */
function refused(place: Place, ...names: readonly string[]): string {
  const { code, stdout, stderr } = place.outgate("merge", ...names);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr;
}

/** Two shards of a check with one list each: whether merge takes them for one check, and their reports. */
function joinedOf(
  store: Store,
  lists: readonly [string, string],
  variables: NodeJS.ProcessEnv = {},
): { readonly isOne: boolean; readonly reports: readonly string[] } {
  const repository = createRepository();
  const place = repository.with(variables);
  for (const name of ["a.md", "b.md", "c.md", "d.md"]) repository.write(name, "harmless\n");
  repository.git("add", "--all");
  repository.commit();
  const files = lists.map((list, at) => {
    keep(repository, list, store);
    const path = { plain, sealed, locked: lock }[store];
    const kept = `../${at}${extname(path)}`;
    repository.run("mv", path, kept);
    return kept;
  });
  const reports = files.map((file, at) => {
    const name = `../shard-${at}.json`;
    const run = place.outgate(
      "files",
      "--denylist",
      file,
      "--shard",
      `${at + 1}/2`,
      "--format",
      "json",
      "--output",
      name,
    );
    expect(run).toMatchObject({ code: 0, stdout: "", stderr: "" });
    return name;
  });
  const { code, stderr } = place.outgate("merge", ...reports);
  expect(code === 0 || stderr.includes("not of one check")).toBe(true);
  return { isOne: code === 0, reports: reports.map((name) => place.read(name)) };
}

describe("shards that looked for other terms of the same number and length", () => {
  const [one, other] = ["Zebulon Quux\n", "Quuxon Zebul\n"];
  const key = { OUTGATE_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("hex") };

  test("are not of one check, whatever their store", () => {
    for (const store of ["locked", "sealed"] as const)
      expect(joinedOf(store, [one, other])).toMatchObject({ isOne: false });
    expect(joinedOf("plain", [one, other], key)).toMatchObject({ isOne: false });
  });

  test("of plain lists look alike where there is no key, because whatever told them apart would tell of them", () => {
    const { isOne, reports } = joinedOf("plain", [one, other]);
    expect(isOne).toBe(true);
    const [first, second] = reports.map((report) => JSON.parse(report).shard.run);
    expect(first).toBe(second);
  });

  test("the same list is the same, with breaks of Windows as well", () => {
    expect(joinedOf("plain", [one, one.replace("\n", "\r\n")], key)).toMatchObject({ isOne: true });
    expect(joinedOf("plain", [one, one])).toMatchObject({ isOne: true });
    expect(joinedOf("locked", [one, one])).toMatchObject({ isOne: true });
  });
});

describe("merge joins nothing", () => {
  test("where shards are missing or there twice, and says which", () => {
    const tree = createTree();
    const [one = "", two = "", three = "", ...rest] = shards(tree, 7, "files");
    expect(refused(tree, one, two, ...rest)).toContain("shard 3 of 7 is missing");
    expect(refused(tree, one)).toContain("shards 2-7 of 7 are missing");
    expect(refused(tree, three, ...rest.slice(1))).toContain("shards 1-2, 4 of 7 are missing");
    expect(refused(tree, one, two, three, ...rest, two)).toContain(`shard 2 of 7 is there twice, in ${two} and ${two}`);
    expect(refused(tree)).toContain("<...reports> is missing: `outgate merge <...reports>`.");
  });

  test("where the reports are not of one check", () => {
    const tree = createTree();
    const [one = "", two = ""] = shards(tree, 2, "files");
    const mixed = (...args: readonly string[]): string => {
      tree.outgate(...args, "--format", "json", "--output", "../other.json");
      return refused(tree, one, "../other.json");
    };
    expect(mixed("files", "--shard", "2/3")).toContain("they differ in the number of shards");
    expect(mixed("files", "--shard", "2/2", "--audience", "team")).toContain("they differ in the audience");
    expect(mixed("files", "--shard", "2/2", "--audience", "public")).toContain(
      "they differ in the commits, the options",
    );
    expect(mixed("files", "src", "--shard", "2/2")).toContain("the shards did not share out the same documents");
    tree.write("../config.json", '{ "strict": true }');
    expect(mixed("files", "--shard", "2/2", "--config", "../config.json")).toContain("they differ in the config");
    tree.commit();
    expect(mixed("files", "--shard", "2/2")).toContain("they differ in the commits, the options");
    expect(mixed("range", "HEAD~1..HEAD", "--shard", "2/2")).toContain("they differ in what is checked");
    expect(refused(tree, two, one, "../other.json")).toContain("not of one check");
  });

  test("where the shards saw different files", () => {
    const tree = createTree();
    const [one = ""] = shards(tree, 2, "files");
    tree.write("made-on-the-way.txt", "");
    const [, two = ""] = shards(tree.from("."), 2, "files");
    tree.outgate("files", "--shard", "1/2", "--format", "json", "--output", one);
    expect(tree.outgate("merge", one, two).code).toBe(1);
    tree.run("rm", "made-on-the-way.txt");
    tree.outgate("files", "--shard", "1/2", "--format", "json", "--output", one);
    expect(refused(tree, one, two)).toContain("the shards did not share out the same documents");
  });

  test("where two ranges are mixed up", () => {
    const { repository, range } = createHistory();
    const [one = ""] = shards(repository, 2, "range", range);
    repository.outgate("range", `${range}~1`, "--shard", "2/2", "--format", "json", "--output", "../other.json");
    expect(refused(repository, one, "../other.json")).toContain("they differ in the commits, the options");
  });

  test("where a report is damaged, foreign, newer, edited or none of a shard, and repeats nothing of it", () => {
    const tree = createTree();
    const [one = "", two = ""] = shards(tree, 2, "files");
    const { shard, ...rest } = read(tree, two);
    const secret = token(99);
    const texts: readonly (readonly [text: string, what: string])[] = [
      ["", "is empty"],
      [JSON.stringify(rest).slice(0, -40), "is no JSON, or is cut off"],
      ["[]", '"schema" is missing or is not what it should be'],
      [`"${secret}"`, "it is no object"],
      [JSON.stringify({ ...rest, shard, schema: 2 }), "has a format that this version does not know"],
      [JSON.stringify({ ...rest, shard, [secret]: secret }), "it has an unknown key"],
      [JSON.stringify({ ...rest, shard: { ...shard, [secret]: 1 } }), '"shard" has an unknown key'],
      [JSON.stringify({ ...rest, shard: { ...shard, index: secret } }), '"shard.index" is missing or is not'],
      [JSON.stringify({ ...rest, shard: { ...shard, index: 3 } }), "a shard beyond the last one"],
      [JSON.stringify({ ...rest, shard, verdict: "pass" }), "the verdict is not what the findings come to"],
      [
        JSON.stringify({ ...rest, shard, unscanned: [{ document: "a", reason: "b", kind: "failed" }] }),
        "complete, with something that was not checked",
      ],
      [JSON.stringify(rest), "is the report of a whole check, and of no shard"],
      [readFileSync("package.json", "utf8"), "is no report of a check"],
    ];
    for (const [text, what] of texts) {
      tree.write("../bad.json", text);
      const told = refused(tree, one, "../bad.json");
      expect(told).toContain(`../bad.json`);
      expect(told).toContain(what);
      expect(told).not.toContain(secret);
    }
    expect(refused(tree, one, "../absent.json")).toContain("../absent.json cannot be read: ENOENT");
    expect(refused(tree, "..")).toContain("cannot be read: EISDIR");
    tree.outgate("merge", one, two, "--format", "json", "--output", "../joined.json");
    expect(refused(tree, "../joined.json")).toContain("is the report of a whole check");
  });
});
