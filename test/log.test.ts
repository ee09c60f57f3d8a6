import { appendFileSync, chmodSync, readFileSync, renameSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { createRepository, outcome, type Place, program } from "./repository.ts";
import { started } from "./started.ts";

const token = fill("ghp_{base62:30}{crc32}");
const text = `one\nuse ${token}\n{"password":"hunter"}\n`;
const found = ["a.log:2:5 secret/github-token", "a.log:3:14 secret/named-value (JSON value)"];

/** A folder that only its owner can enter, so that nothing is told of it. */
function place(): Place {
  const at = createRepository();
  chmodSync(at.path, 0o700);
  return at;
}

function write(at: Place, name: string, contents: string | Buffer): void {
  at.write(name, contents);
  chmodSync(join(at.path, name), 0o600);
}

describe("outgate log", () => {
  test("says what everybody would read, and holds none of it", () => {
    const at = place();
    write(at, "a.log", text);
    expect(at.check("log", "a.log")).toMatchObject({ code: 1, findings: found });
    const { stdout } = at.outgate("log", "a.log");
    expect(stdout).not.toContain("hunter");
    expect(stdout).not.toContain(token.slice(4));
    expect(stdout).toContain("  Whoever reads the log can use it, ");
    expect(stdout).not.toContain("repository");
    expect(stdout).toContain("outgate redact FILE --in-place");
  });

  test("tells a token behind a name once, by the rule that knows it", () => {
    const at = place();
    write(at, "a.log", `{"authorization":"Bearer ${token}","password":"hunter"}\ntoken=${token}\n`);
    expect(at.check("log", "a.log")).toMatchObject({
      code: 1,
      findings: [
        "a.log:1:26 secret/github-token (JSON value)",
        "a.log:1:80 secret/named-value (JSON value)",
        "a.log:2:7 secret/github-token (logfmt value)",
      ],
    });
  });

  test("reads stdin, gzip and zstd", () => {
    const at = place();
    const piped = outcome(at.runWith(text, process.execPath, program, "log", "--format", "json"));
    expect(piped).toMatchObject({ code: 1, findings: found.map((one) => one.replace("a.log", "stdin")) });
    write(at, "a.log", gzipSync(text));
    expect(at.check("log", "a.log")).toMatchObject({ code: 1, findings: found });
    write(at, "a.log", zstdCompressSync(text));
    expect(at.check("log", "a.log")).toMatchObject({ code: 1, findings: found });
    // Both may be several that stand one behind the other, as `cat` joins them; zstd may have what is to be skipped between.
    const [first, second] = [Buffer.from("one\n"), Buffer.from(text.slice(4))];
    write(at, "a.log", Buffer.concat([gzipSync(first), gzipSync(second)]));
    expect(at.check("log", "a.log")).toMatchObject({ code: 1, findings: found });
    const skipped = Buffer.from("502a4d1803000000616263", "hex");
    const frames = Buffer.concat([zstdCompressSync(first), skipped, zstdCompressSync(second)]);
    write(at, "a.log", frames);
    expect(at.check("log", "a.log")).toMatchObject({ code: 1, findings: found });
    for (const damaged of [frames.subarray(0, -1), Buffer.concat([frames, Buffer.from("more text")])]) {
      write(at, "a.log", damaged);
      expect(at.check("log", "a.log").code).toBe(2);
    }
  });

  test("passes what redact wrote", () => {
    const at = place();
    write(at, "a.log", text);
    expect(at.outgate("redact", "a.log", "--in-place").code).toBe(0);
    expect(at.check("log", "a.log")).toMatchObject({ code: 0, findings: [] });
  });

  test("passes what redact wrote of all detectors' examples, as text, as JSON, and as a journal, and tells of every line that it masks", () => {
    const at = place();
    const lines = detectors.flatMap(({ examples }) => examples).map((one) => fill(one).replaceAll(/[«»]/g, ""));
    const between = "a line of a log that has nothing to do with what stands before it or behind it\n".repeat(12);
    write(at, "a.log", lines.map((line) => `${line}\n${between}`).join(""));
    write(at, "a.ndjson", lines.map((line) => `${JSON.stringify({ log: line, at: between })}\n`).join(""));
    write(
      at,
      "a.journal",
      `__CURSOR=s=1\n${lines
        .flatMap((one) => [one, between])
        .map((line) => `MESSAGE=${line.replaceAll("\n", " ")}\n`)
        .join("")}\n`,
    );
    for (const name of ["a.log", "a.ndjson", "a.journal"]) {
      const before = readFileSync(join(at.path, name), "latin1").split("\n");
      const { findings } = at.check("log", name);
      expect(findings.length).toBeGreaterThan(300);
      const told = new Set(findings.map((one) => Number(one.split(":")[1])));
      expect(at.outgate("redact", name, "--in-place").code).toBe(0);
      const after = readFileSync(join(at.path, name), "latin1").split("\n");
      const changed = before.map((line, index) => (line === after[index] ? 0 : index + 1)).filter((line) => line > 0);
      // A value of several lines is one placeholder in a text, and other lines stand behind it.
      const isInLines = before.length === after.length;
      expect(isInLines).toBe(name !== "a.log");
      expect(isInLines ? changed.filter((line) => !told.has(line)) : []).toEqual([]);
      expect(at.check("log", name)).toMatchObject({ code: 0, findings: [] });
    }
  });

  test("tells in which field something stands: of a journal, of JSON in one line and in several, of logfmt", () => {
    const at = place();
    const length = Buffer.alloc(8);
    const value = Buffer.from(`several\nlines ${token}\n`);
    length.writeBigUInt64LE(BigInt(value.length));
    const secret = Buffer.from([7, 0, 0, 0, 0, 0, 0, 0]);
    const entry = [`__CURSOR=s=1\nMESSAGE\n`, length, value, "\nAPP_PASSWORD\n", secret, "hunter\n\n_PID=3\n\n"];
    write(at, "a.journal", Buffer.concat(entry.map((one) => Buffer.from(one))));
    write(at, "b.log", `{"a":{"msg":"use ${token}"}}\nlevel=info db.password="hunter" at=3\nuse ${token}\n`);
    write(at, "c.log", `{\n  "log": [{"cookies": {"a": "hunter"}}]\n}\n`);
    const told = ["a.journal", "b.log", "c.log"].map((name) => {
      const { findings } = JSON.parse(at.outgate("log", name, "--format", "json").stdout) as {
        findings: Record<string, string | number>[];
      };
      return findings.map(({ line, ruleId, surface, element }) => `${line} ${ruleId} ${surface} ${element}`);
    });
    expect(told).toEqual([
      ["4 secret/github-token journal field MESSAGE", "7 secret/named-value journal field APP_PASSWORD"],
      [
        "1 secret/github-token JSON value $.a.msg",
        "2 secret/named-value logfmt value db.password",
        "3 secret/github-token text undefined",
      ],
      ["2 secret/named-value JSON value $.log[0].cookies.a"],
    ]);
  });

  test("does not take a transcript of an agent for a file that should not be there", () => {
    const at = place();
    write(at, "a.jsonl", '{"type":"user","sessionId":"1","message":{"role":"user","content":"hello"},"uuid":"2"}\n');
    expect(at.check("log", "a.jsonl")).toMatchObject({ code: 0, findings: [] });
  });

  test("says who else can read a log, and that git tracks it", () => {
    const at = createRepository();
    chmodSync(at.path, 0o755);
    at.stage("logs/a.log", "nothing\n");
    chmodSync(join(at.path, "logs"), 0o755);
    chmodSync(join(at.path, "logs/a.log"), 0o644);
    const { code, stdout } = at.outgate("log", "logs/a.log");
    expect(code).toBe(0);
    for (const told of ["can read logs/a.log:", "can list logs, where logs are:", "Git tracks logs/a.log:"])
      expect(stdout.replaceAll(/\s+/g, " ")).toContain(told);
    write(at, "b/a.log", "nothing\n");
    chmodSync(join(at.path, "b"), 0o700);
    expect(at.outgate("log", "b/a.log").stdout).toMatch(/^outgate: passed\. .*\n$/);
  });

  test("says of many logs in one sentence who else can read them, and of what is not there nothing", () => {
    const at = createRepository();
    chmodSync(at.path, 0o755);
    for (const name of ["a", "b", "c", "d", "e"]) {
      at.write(`${name}.log`, "nothing\n");
      chmodSync(join(at.path, `${name}.log`), 0o644);
    }
    at.run("git", "add", "a.log", "b.log");
    const { stdout } = at.outgate("log", "a.log", "b.log", "c.log", "d.log", "e.log");
    expect(stdout.replaceAll(/\s+/g, " ").replace(/ outgate: .*/, "")).toBe(
      "Others on this machine can read a.log, b.log, c.log and 2 more: `chmod 600` keeps them to the owner. " +
        "Others on this machine can list this folder, where logs are: `chmod 700` keeps it to the owner. " +
        "Git tracks a.log, b.log: `git rm --cached` and a line in .gitignore keep them out.",
    );
    const { code, stdout: told } = at.outgate("log", "missing.log", "x".repeat(300));
    expect(code).toBe(2);
    expect(told.replaceAll(/\s+/g, " ")).toMatch(
      /^Not checked: missing\.log: cannot be read: ENOENT Not checked: x+: cannot be read: ENAMETOOLONG outgate: not checked/,
    );
  });

  test("does not pass what it could not read", () => {
    const at = place();
    write(at, "a.log", gzipSync("x".repeat(10_000)).subarray(0, 20));
    expect(at.check("log", "a.log").code).toBe(2);
    expect(at.check("log", "missing.log").code).toBe(2);
  });

  test("does not pass a pipe through which nothing came, and passes a log that nothing was written to yet", () => {
    const at = place();
    const { code, stdout } = at.runWith("", process.execPath, program, "log", "--format", "json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      complete: false,
      unscanned: [
        { document: "stdin", kind: "failed", reason: "nothing came from it: the program before may have failed" },
      ],
    });
    write(at, "a.log", "");
    expect(at.check("log", "a.log")).toMatchObject({ code: 0, findings: [] });
  });

  test("follows a log that grows, is rotated, and is cut off, and holds none of what it finds", async () => {
    const at = place();
    const file = join(at.path, "a.log");
    write(at, "a.log", `one\n  é ${token}\nhalf`);
    const child = started(at, "log", "a.log", "--follow");
    await child.until(/^a\.log:2:5 {2}secret\/github-token {2}\[secret:github-token:....\]\n/);
    appendFileSync(file, ` a line with password=hunter\nhost 10.20.0.7\n`);
    await child.until(
      /a\.log:3:27 {2}secret\/named-value .*\na\.log:4:6 {2}infrastructure\/private-address \(warning\) {2}\[ip:/,
    );
    renameSync(file, `${file}.1`);
    appendFileSync(`${file}.1`, `last ${token}`);
    write(at, "a.log", `first ${token}\n`);
    await child.until(/a\.log:5:6 .*\na\.log:1:7 /);
    truncateSync(file);
    await setTimeout(500);
    appendFileSync(file, `${token}\n`);
    await child.until(/a\.log:1:1 /);
    child.process.kill("SIGTERM");
    expect(await child.ended).toBe(1);
    expect(child.told()).toMatch(/^outgate: 6 places in \d+ lines of a\.log\.\n$/);
    expect(child.out().split("\n")).toHaveLength(7);
    expect(new Set(child.out().match(/github-token:..../g)).size).toBe(1);
    for (const secret of [token.slice(4), "hunter", "10.20"]) expect(child.out()).not.toContain(secret);
  });

  test("says at its end how much it has seen", async () => {
    const at = place();
    write(at, "a.log", `${token}\n`);
    const child = started(at, "log", "a.log", "--follow");
    await child.until(/github-token/);
    child.process.kill("SIGTERM");
    expect(await child.ended).toBe(1);
    expect(child.told()).toBe("outgate: 1 place in 1 line of a.log.\n");
  });

  test("follows in lines of JSON, and passes what has nothing in it", async () => {
    const at = place();
    write(at, "a.log", "nothing\n");
    const clean = started(at, "log", "a.log", "--follow", "--quiet");
    await setTimeout(1000);
    clean.process.kill("SIGINT");
    expect({ code: await clean.ended, out: clean.out(), told: clean.told() }).toEqual({ code: 0, out: "", told: "" });
    write(at, "b.log", text);
    const child = started(at, "log", "b.log", "--follow", "--format", "json");
    await child.until(/named-value.*\n/);
    const lines = child.out().trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        document: "b.log",
        line: 2,
        column: 5,
        ruleId: "secret/github-token",
        action: "block",
        placeholder: expect.stringMatching(/^\[secret:github-token:....\]$/) as string,
      },
      expect.objectContaining({ line: 3, column: 14, ruleId: "secret/named-value" }) as object,
    ]);
    child.process.kill("SIGHUP");
    expect(await child.ended).toBe(1);
  });

  test("is told what it cannot follow", () => {
    const at = place();
    write(at, "a.gz", gzipSync("text"));
    for (const args of [[], ["a.log", "b.log"], ["missing.log"], ["a.gz"], ["a.gz", "--format", "sarif"]])
      expect(at.outgate("log", ...args, "--follow")).toMatchObject({ code: 2, stdout: "" });
  });
});
