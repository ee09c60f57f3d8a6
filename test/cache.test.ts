import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { type Detector, type Document, scan, type Verdict } from "../src/index.ts";
import { createRepository, program, type Repository, type Run } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 3);
const leak = `token = "${token}"\n`;
const clean = 220;

/** A repository whose second commit brings as many clean files as make a cache worth it, and what is named. */
function createWithMany(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = createRepository();
  repository.commitFile("README.md", "# Project\n");
  for (let number = 0; number < clean; number++) repository.write(`src/${number}.ts`, `export const a = ${number};\n`);
  for (const [name, text] of Object.entries(files)) repository.write(name, text);
  repository.git("add", "--all");
  repository.commit("many files");
  return repository;
}

interface Report {
  readonly code: number | null;
  readonly verdict: Verdict;
}

function range(repository: Repository | ReturnType<Repository["with"]>, ...args: readonly string[]): Report {
  return reportOf(repository.outgate("range", "HEAD~1..HEAD", "--format", "json", ...args));
}

function reportOf({ code, stdout, stderr }: Run): Report {
  expect(stderr).toBe("");
  return { code, verdict: JSON.parse(stdout) };
}

/** How many documents were not read, of all that were checked. */
function known({ verdict: { scanned } }: Report): string {
  return `${scanned.known ?? 0} of ${scanned.documents}`;
}

function stateOf(repository: Repository): string {
  return join(repository.environment["XDG_STATE_HOME"] ?? "", "outgate");
}

/** All of a verdict but what two runs differ in. */
function lasting({ verdict }: Report): unknown {
  const { id, time, milliseconds, scanned, ...rest } = verdict;
  const { known: _, bytes, segments, ...counted } = scanned;
  expect([id, time, milliseconds, bytes, segments]).not.toContain(undefined);
  return JSON.stringify({ ...rest, counted });
}

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"1".repeat(64)}\nsize 5\n`;

describe("a range that was checked before", () => {
  test("comes to the same, and reads only what something was found in, what has a comment of ours, and pointers", () => {
    const repository = createWithMany({
      "src/leak.ts": leak,
      ".env": "MODE=production\n",
      "marked.ts": "a(); // outgate-ignore-line: secret/github-token -- nothing is here\n",
      "let.ts": `${leak.trim()} // outgate-ignore-line: secret/github-token -- made up\n`,
      "large.bin": pointer,
      [`${token}.txt`]: "a clean file with a bad name\n",
    });
    const first = range(repository);
    const second = range(repository);
    expect(first.code).toBe(1);
    expect(first.verdict.findings.map(({ document, ruleId }) => `${ruleId} ${document}`)).toEqual([
      "artifact/dotenv .env",
      "secret/github-token [secret 40].txt",
      "secret/github-token src/leak.ts",
    ]);
    expect({ suppressed: first.verdict.suppressed.length, unused: first.verdict.unusedSuppressions.length }).toEqual({
      suppressed: 1,
      unused: 1,
    });
    expect(lasting(second)).toBe(lasting(first));
    const { documents } = first.verdict.scanned;
    expect([known(first), known(second)]).toEqual([`0 of ${documents}`, `${clean + 2} of ${documents}`]);
    expect(range(repository, "--no-cache").verdict.scanned).toEqual(first.verdict.scanned);
  });

  test("blocks when what let a finding through has expired, and by whatever config judges then", () => {
    const repository = createWithMany({ "src/leak.ts": leak });
    const entry = { rule: "secret/github-token", path: "src/leak.ts", reason: "made up" };
    const configs = [
      { allow: [{ ...entry, expires: "2999-01-01" }] },
      { allow: [{ ...entry, expires: "2020-01-01" }] },
      { actions: { secret: "warn" } },
      {},
    ];
    const seen = configs.map((config) => {
      repository.stage("outgate.config.json", JSON.stringify(config));
      repository.git("commit", "--quiet", "--no-verify", "--amend", "-m", "many files");
      return range(repository, "--policy-ref", "HEAD");
    });
    expect(seen.map(({ code, verdict }) => `${code} ${verdict.verdict}`)).toEqual([
      "0 pass",
      "1 block",
      "0 pass",
      "1 block",
    ]);
    expect(seen[1]?.verdict.rejectedSuppressions).toEqual([expect.stringContaining("expired on 2020-01-01")]);
    expect(seen.map(({ verdict }) => verdict.scanned.known)).toEqual([undefined, clean, clean, clean]);
  });

  test("tells in its summary what it knew", () => {
    const repository = createWithMany();
    range(repository);
    const { stdout } = repository.outgate("range", "HEAD~1..HEAD");
    expect(stdout.replaceAll("\n", " ")).toMatch(
      /Scanned 223 documents, 220 of them known from earlier checks, \d+ B, /,
    );
  });

  test("is checked alike by a push, and in shards, whose joined report has what all of them knew", () => {
    const repository = createWithMany({ "src/leak.ts": leak });
    range(repository);
    const [head, base] = [repository.git("rev-parse", "HEAD"), repository.git("rev-parse", "HEAD~1")];
    repository.write("../lines", `refs/heads/main ${head} refs/heads/main ${base}\n`);
    const command = `exec '${process.execPath}' '${program}' push --format json <../lines`;
    expect(reportOf(repository.run("sh", "-c", command)).verdict.scanned.known).toBe(clean);
    for (const shard of ["1/2", "2/2"])
      repository.outgate(
        "range",
        "HEAD~1..HEAD",
        "--format",
        "json",
        "--shard",
        shard,
        "--output",
        `../${shard[0]}.json`,
      );
    const joined = reportOf(repository.outgate("merge", "../1.json", "../2.json", "--format", "json"));
    expect({ code: joined.code, known: joined.verdict.scanned.known }).toEqual({ code: 1, known: clean });
    expect(joined.verdict.findings.map(({ document }) => document)).toEqual(["src/leak.ts"]);
  });

  test("of which something could not be read has only the rest kept", () => {
    const repository = createWithMany({ "src/leak.ts": leak });
    const id = repository.git("rev-parse", "HEAD:src/leak.ts");
    const object = join(repository.path, ".git/objects", id.slice(0, 2), id.slice(2));
    cpSync(object, `${object}.kept`);
    chmodSync(object, 0o600);
    writeFileSync(object, "damaged");
    expect(range(repository)).toMatchObject({ code: 2, verdict: { complete: false, findings: [] } });
    cpSync(`${object}.kept`, object);
    const later = range(repository);
    expect(later).toMatchObject({ code: 1, verdict: { complete: true, findings: [{ document: "src/leak.ts" }] } });
    expect(known(later)).toMatch(`${clean} of `);
  });
});

function note(why: string): string[] {
  return [`All contents were read, also those that earlier checks know, because the cache has no key: ${why}.`];
}

test("what a detector has failed on is not remembered, and what holds nothing is", async () => {
  const remembered: string[] = [];
  const items = ["word", "other"].map((text): Document => {
    const remember = (): number => remembered.push(text);
    return { kind: "document", name: Buffer.from(text), nameLeaves: false, bytes: Buffer.from(text), remember };
  });
  const failing: Detector = {
    id: "secret/failing",
    summary: "",
    remedy: "",
    trigger: { literals: ["word"] },
    examples: [],
    detect: () => {
      throw new Error("failed");
    },
  };
  const { complete } = await scan({ boundary: "push", target: null, items }, createGate({ detectors: [failing] }));
  expect({ complete, remembered }).toEqual({ complete: false, remembered: ["other"] });
});

describe("the cache", () => {
  test("holds no text, no path and no id of what was checked", () => {
    const names = Array.from({ length: 20 }, (_, seed) => `folder-${seed}/name-${seed}.ts`);
    const secrets = names.map((_, seed) => fill("ghp_{base62:30}{crc32}", seed));
    const repository = createWithMany(
      Object.fromEntries(names.map((name, at) => [name, `// clean text ${at}\nconst token = "${secrets[at]}";\n`])),
    );
    expect(range(repository).verdict.findings.length).toBe(names.length);
    const ids = repository
      .git("rev-list", "--objects", "HEAD")
      .split(/\s+/)
      .filter((word) => /^[0-9a-f]{40}$/.test(word));
    const folder = stateOf(repository);
    expect(readdirSync(folder)).toEqual(["cache-key", "known"]);
    expect(statSync(join(folder, "known")).size).toBe(16 * clean);
    const kept = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const texts = [...secrets, ...names, "clean text", "export const", "src/", ...ids].map((text) => Buffer.from(text));
    const found = [...texts, ...ids.map((id) => Buffer.from(id.slice(0, 12), "hex"))].filter(
      (text) => kept.indexOf(text) !== -1,
    );
    expect(found).toEqual([]);
  });

  test("is not used where there is little to read, where it is not wanted, or by another check", () => {
    const repository = createWithMany();
    range(repository, "--no-cache");
    repository.write("a.txt", "a\n");
    repository.git("add", "--all");
    for (const command of [["staged"], ["files"]]) repository.check(...command);
    repository.write("../message", "a message\n");
    repository.check("commit-msg", "../message");
    repository.commit();
    range(repository);
    expect(existsSync(stateOf(repository))).toBe(false);
  });

  test("of another key, of other rules, or damaged in each record knows nothing", () => {
    const repository = createWithMany();
    const key = "x".repeat(32);
    range(repository.with({ OUTGATE_KEY: key }));
    const all = `${clean} of ${clean + 3}`;
    const none = `0 of ${clean + 3}`;
    expect(known(range(repository.with({ OUTGATE_KEY: key })))).toBe(all);
    expect(known(range(repository.with({ OUTGATE_KEY: `${key}y` })))).toBe(none);
    const file = join(stateOf(repository), "known");
    expect(readdirSync(dirname(file))).toEqual(["known"]);
    expect(known(range(repository))).toBe(none);
    expect(known(range(repository))).toBe(all);
    const bytes = readFileSync(file);
    for (let at = 5; at < bytes.length; at += 16) bytes.writeUInt8(bytes.readUInt8(at) ^ 16, at);
    writeFileSync(file, bytes);
    expect(known(range(repository))).toBe(none);
    expect(known(range(repository))).toBe(all);

    // Another build: one with another digest of its own code.
    cpSync(dirname(program), join(repository.path, "../dist"), { recursive: true });
    const main = join(repository.path, "../dist/chunks/main.cjs");
    const code = readFileSync(main, "latin1");
    const changed = code.replace(/(?<=["'`])[0-9a-f]{32}(?=["'`])/, "0".repeat(32));
    expect(changed).not.toBe(code);
    writeFileSync(main, changed, "latin1");
    const run = repository.run(
      process.execPath,
      join(dirname(main), "../outgate.cjs"),
      "range",
      "HEAD~1..HEAD",
      "--format",
      "json",
    );
    expect(known(reportOf(run))).toBe(none);
  });

  test("is shared by processes that run at once, without a lock that could stay behind", async () => {
    const repository = createWithMany({ "src/leak.ts": leak });
    const codes = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, [program, "range", "HEAD~1..HEAD"], {
          cwd: repository.path,
          env: repository.environment,
          stdio: "ignore",
        });
        return new Promise((done) => child.once("exit", done));
      }),
    );
    expect(codes).toEqual([1, 1, 1, 1]);
    expect(readdirSync(stateOf(repository))).toEqual(["cache-key", "known"]);
    expect(statSync(join(stateOf(repository), "known")).size % (16 * clean)).toBe(0);
    const { code, verdict } = range(repository);
    expect({ code, known: verdict.scanned.known }).toEqual({ code: 1, known: clean });
  });

  test("changes nothing where it cannot be written: no folder, a full disk, something else in its place", () => {
    const repository = createWithMany({ "src/leak.ts": leak });
    const wanted = lasting(range(repository, "--no-cache"));
    const nowhere = range(repository.with({ OUTGATE_STATE: "/dev/null/state" }));
    expect([nowhere.code, lasting(nowhere)]).toEqual([1, wanted]);
    // A file can have this many blocks: none for the key, then one for the records.
    for (const blocks of [0, 1, 1]) {
      const command = `trap '' XFSZ; ulimit -f ${blocks}; exec '${process.execPath}' '${program}' range HEAD~1..HEAD --format json`;
      const limited = reportOf(repository.run("bash", "-c", command));
      expect([limited.code, lasting(limited)]).toEqual([1, wanted]);
    }
    const file = join(stateOf(repository), "known");
    expect(statSync(file).size).toBe(1024);
    const places: readonly (() => void)[] = [
      () => mkdirSync(file),
      () => repository.run("mkfifo", file),
      () => symlinkSync("/dev/zero", file),
      () => writeFileSync(file, Buffer.alloc(16 * clean + 5)),
    ];
    for (const put of places) {
      rmSync(file, { recursive: true });
      put();
      const odd = range(repository);
      expect([odd.code, odd.verdict.scanned.known, lasting(odd)]).toEqual([1, undefined, wanted]);
    }
    expect(range(repository).verdict.scanned.known).toBe(clean);
  });

  test("is not used with a key that others could have, and that is said", () => {
    const repository = createWithMany();
    const key = join(stateOf(repository), "cache-key");
    range(repository);
    const notes = (): readonly string[] | undefined => {
      const { code, verdict } = range(repository);
      expect([code, verdict.scanned.known]).toEqual([0, undefined]);
      return verdict.notes;
    };
    chmodSync(key, 0o640);
    expect(notes()).toEqual(
      note("cache-key in its folder can be read by others: delete it, and the next check makes a new one"),
    );
    chmodSync(key, 0o600);
    expect(known(range(repository))).toMatch(`${clean} of `);
    writeFileSync(key, "x".repeat(31));
    expect(notes()).toEqual(note("cache-key in its folder is no key: delete it, and the next check makes a new one"));
    rmSync(key);
    symlinkSync("known", key);
    expect(notes()).toEqual(note("cache-key in its folder cannot be read (ELOOP)"));
    rmSync(key);
    expect(notes()).toBeUndefined();
    expect(known(range(repository))).toMatch(`${clean} of `);
    expect(range(repository.with({ OUTGATE_KEY: "too short" })).verdict.notes).toEqual(
      note("OUTGATE_KEY has fewer than 32 bytes: `openssl rand -hex 32` makes a good one"),
    );
  });

  test("goes with the hooks, together with its key", () => {
    const repository = createWithMany();
    range(repository);
    expect(repository.outgate("init", "--yes").code).toBe(0);
    expect(repository.outgate("init", "--uninstall", "--yes").code).toBe(0);
    expect(existsSync(stateOf(repository))).toBe(false);
  });
});
