import { spawn } from "node:child_process";
import { chmodSync, linkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isForPeople, lineOf, ProgressLine, type State } from "../src/cli/progress.ts";
import { about, TimeLeft } from "../src/cli/time-left.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { scan, type Document, type Finding, type Progress } from "../src/index.ts";
import { createFolder, createRepository, type Place, program, type Run } from "./repository.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe("the line", () => {
  const state: State = { documents: 12_400, bytes: 310e6, findings: 2, milliseconds: 756, left: 2900 };

  test("tells documents, bytes, speed, findings and the time left", () => {
    expect(lineOf(state, 80)).toBe("outgate: 12,400 documents, 310.0 MB, 410.1 MB/s, 2 findings, about 3 s left");
  });

  test("says nothing of the time left where it is not known", () => {
    const started = { documents: 1, bytes: 999, findings: 1, milliseconds: 700, left: undefined };
    expect(lineOf(started, 80)).toBe("outgate: 1 document, 999 B, 1.4 kB/s, 1 finding");
  });

  test("gives up what matters least where the terminal is narrow, and is never as wide as it", () => {
    const shown = [80, 77, 63, 53, 40, 30, 0].map((width) => lineOf(state, width));
    expect(shown).toEqual([
      "outgate: 12,400 documents, 310.0 MB, 410.1 MB/s, 2 findings, about 3 s left",
      "outgate: 12,400 documents, 310.0 MB, 2 findings, about 3 s left",
      "outgate: 12,400 documents, 2 findings, about 3 s left",
      "outgate: 12,400 documents, 2 findings",
      "outgate: 12,400 documents, 2 findings",
      "outgate: 12,400 documents",
      "",
    ]);
    const huge = { documents: 1e9, bytes: 1e15, findings: 1e6, milliseconds: 1e9, left: 119 * minute };
    for (let width = 0; width < 200; width++)
      expect(lineOf(huge, width).length).toBeLessThanOrEqual(Math.max(0, width - 3));
  });
});

test.each([
  [0, "about 1 s"],
  [second, "about 1 s"],
  [second + 1, "about 2 s"],
  [10 * second, "about 10 s"],
  [11 * second, "about 15 s"],
  [58 * second, "about 60 s"],
  [83 * second, "about 90 s"],
  [2 * minute, "about 120 s"],
  [2 * minute + 1, "about 3 min"],
  [10 * minute, "about 10 min"],
  [61 * minute, "about 70 min"],
  [2 * hour, "about 120 min"],
  [2 * hour + 1, "about 3 h"],
  [100 * hour, "about 100 h"],
])("%d ms are told as %s", (milliseconds, told) => {
  expect(about(milliseconds)).toBe(told);
});

describe("the time left", () => {
  test("is what it was for what was done already, and unknown in the first second", () => {
    const all = guesses((time) => time / 10_000, 500, 10_000);
    expect(all.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => undefined));
    for (const [index, guess] of all.slice(10).entries()) expect(guess).toBeCloseTo(8500 - index * 100, 3);
  });

  test("does not count what was spent before the first item", () => {
    const left = new TimeLeft();
    left.at(0, 60_000);
    expect(left.at(0.5, 62_000)).toBeCloseTo(2000);
  });

  test("is unknown while nothing is done", () => {
    expect(new Set(guesses(() => 0, 0, 20_000))).toEqual(new Set([undefined]));
  });

  test("does not jump where the work does", () => {
    // Nine tenths in three seconds, and the last tenth in thirty.
    const all = guesses((time) => (time < 3000 ? (time / 3000) * 0.9 : 0.9 + (time - 3000) / 300_000), 0, 33_000);
    const known = all.filter((guess) => guess !== undefined);
    const jumps = known.slice(1).map((guess, index) => Math.abs(guess - (known[index] ?? 0)));
    expect(known).toHaveLength(all.length - 10);
    expect(Math.max(...jumps)).toBeLessThan(300);
    expect(all.at(-1)).toBeLessThan(second);
  });

  test("is nothing at the end, and never less", () => {
    const left = new TimeLeft();
    left.at(0, 0);
    left.at(0.5, 2000);
    expect(left.at(1, 60_000)).toBeCloseTo(0);
  });
});

const finding: Finding = {
  ruleId: "secret/github-token",
  class: "secret",
  severity: "error",
  confidence: 1,
  action: "block",
  document: "a",
  surface: "text",
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 41,
  message: "GitHub access token",
  remedy: "Revoke it.",
  mask: "ghp_•••• (40 characters)",
  fingerprint: "f",
};

describe("the terminal", () => {
  test("gets a line that is rewritten in its place, ten times a second at most", () => {
    const { clock, written, line } = watched();
    for (clock.now = 500; clock.now < 1500; clock.now += 20) line.show(progress(clock.now));
    expect(written).toHaveLength(10);
    expect(written.slice(0, 2)).toEqual([
      "\routgate: 500 documents, 500.0 kB, 1.0 MB/s, 0 findings\x1b[K",
      "\routgate: 600 documents, 600.0 kB, 1.0 MB/s, 0 findings\x1b[K",
    ]);
  });

  test("is left empty, and nothing is cleared that was not written", () => {
    const { written, line } = watched();
    line.clear();
    line.show(progress(1));
    line.clear();
    line.clear();
    expect(written).toEqual(["\routgate: 1 document, 1.0 kB, 2.0 kB/s, 0 findings\x1b[K", "\r\x1b[K"]);
  });

  test("is told the time left of a source that knows how far it is", () => {
    let part = 0;
    const { clock, written, line } = watched(80, () => part);
    line.show(progress(1));
    part = 0.5;
    clock.now = 4500;
    line.show(progress(2));
    expect(written.at(-1)).toBe("\routgate: 2 documents, 2.0 kB, 444 B/s, 0 findings, about 4 s left\x1b[K");
  });

  test("is told the findings that stop, as the report counts them", () => {
    const { clock, written, line } = watched();
    const inCommit = { ...finding, commit: "c" };
    const findings: Finding[] = [finding, { ...finding, action: "warn" }, inCommit];
    line.show(progress(1, findings));
    findings.push({ ...inCommit, commit: "d" }, { ...inCommit, document: "b" }, { ...finding, action: "ask" });
    clock.now = 600;
    line.show(progress(1, findings));
    expect(written.map((text) => /\d+ findings?/.exec(text)?.[0])).toEqual(["2 findings", "4 findings"]);
  });

  test.each<[NodeJS.ProcessEnv, boolean]>([
    [{}, true],
    [{ TERM: "xterm-256color" }, true],
    [{ TERM: "dumb" }, false],
    [{ CI: "true" }, false],
    [{ CI: "1" }, false],
    [{ CI: "False" }, true],
    [{ CI: "" }, true],
    [{ TF_BUILD: "True" }, false],
  ])("is one for people in %o: %s", (environment, expected) => {
    expect(isForPeople(environment)).toBe(expected);
  });
});

test("a scan tells at its pauses what it has come to", async () => {
  const told: Progress[] = [];
  const onPause = async ({ findings, ...rest }: Progress) => {
    await Promise.resolve();
    told.push({ ...rest, findings: [...findings] });
  };
  await scan({ boundary: "files", target: null, items: paused() }, createGate(), onPause);
  const [first, last] = [told[0], told.at(-1)];
  expect(told.length).toBeGreaterThan(0);
  expect(first?.findings.map(({ ruleId }) => ruleId)).toEqual(["secret/github-token"]);
  expect(last).toMatchObject({ documents: 3, bytes: 55 });
});

describe("the built program", () => {
  /** Makes the program take its stderr, a pipe, for a terminal of unknown width; it asks only when a check has taken a while. */
  const terminal = `const tty = require("node:tty");
const { isatty } = tty;
tty.isatty = (file) => file === 2 || isatty(file);
`;

  /** What stands in front of git, and takes longer than a check may take in silence. */
  const slowGit = `#!/bin/sh
PATH=\${PATH#*:}
case "$*" in *diff-tree*) sleep 0.6 ;; esac
exec git "$@"
`;

  const variables = { TERM: "xterm", CI: "", TF_BUILD: "" };

  /** A history whose second half is long in coming. */
  function slow(): Place {
    const repository = createRepository();
    repository.commit();
    repository.commitFile("a.txt", "harmless\n");
    repository.write("../bin/git", slowGit);
    chmodSync(join(repository.path, "../bin/git"), 0o755);
    return repository.with({ ...variables, PATH: `${join(repository.path, "../bin")}:${process.env["PATH"] ?? ""}` });
  }

  /** @param stop is sent as soon as something stands on stderr. */
  function run(place: Place, isTerminal: boolean, args: readonly string[], stop?: NodeJS.Signals): Promise<Run> {
    place.write("../terminal.cjs", terminal);
    const preloaded = isTerminal ? ["--require", join(place.path, "../terminal.cjs")] : [];
    const child = spawn(process.execPath, [...preloaded, program, ...args], {
      cwd: place.path,
      env: place.environment,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => {
      if (stderr === "" && stop !== undefined) child.kill(stop);
      stderr += data.toString();
    });
    return new Promise((done) => child.once("close", (code) => done({ code, stdout, stderr })));
  }

  const range = ["range", "HEAD~1..HEAD"];
  const cleared = "\r\x1b[K";

  test("tells a terminal how far it is, and leaves nothing of it", async () => {
    const { code, stdout, stderr } = await run(slow(), true, range);
    expect({ code, end: stderr.slice(stderr.lastIndexOf("\r")) }).toEqual({ code: 0, end: cleared });
    const lines = stderr.slice(0, -cleared.length).split("\x1b[K");
    expect(lines.pop()).toBe("");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^\routgate: \d documents?, \d+ B, \d+ B\/s, 0 findings$/);
    expect(stdout).toMatch(/^outgate: passed\. Scanned 4 documents, 76 B, /);
  });

  test("writes not a byte of it into a pipe, nor to a terminal that nobody watches", async () => {
    const place = slow();
    const silent = { code: 0, stderr: "" };
    expect(await run(place, false, range)).toMatchObject(silent);
    expect(await run(place, true, [...range, "--quiet"])).toEqual({ ...silent, stdout: "" });
    expect(await run(place.with({ TERM: "dumb" }), true, range)).toMatchObject(silent);
    expect(await run(place.with({ CI: "true" }), true, range)).toMatchObject(silent);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("takes it away on %s, before it says so", async (signal) => {
    const folder = createFolder();
    folder.write("0", "lorem ipsum ".repeat(1e5));
    for (let index = 1; index < 5000; index++) linkSync(join(folder.path, "0"), join(folder.path, String(index)));
    const { stderr, ...rest } = await run(folder.with(variables), true, ["files"], signal);
    const said = "outgate: interrupted before the check was done, so nothing passes.\n";
    expect({ ...rest, begin: stderr.slice(0, 10), end: stderr.slice(stderr.lastIndexOf("\r")) }).toEqual({
      code: 2,
      stdout: "",
      begin: "\routgate: ",
      end: `${cleared}${said}`,
    });
  });
});

/** What is guessed at each tenth of a second. */
function guesses(done: (time: number) => number, from: number, to: number): (number | undefined)[] {
  const left = new TimeLeft();
  const times = Array.from({ length: (to - from) / 100 + 1 }, (_, index) => from + index * 100);
  return times.map((time) => left.at(done(time), time));
}

/** A line with what it has written, and a clock that is set by hand. */
function watched(width = 80, done?: () => number) {
  const clock = { now: 500 };
  const written: string[] = [];
  const terminal = { write: (text: string) => void written.push(text), width: () => width, now: () => clock.now };
  return { clock, written, line: new ProgressLine(terminal, done, 0) };
}

function progress(documents: number, findings: readonly Finding[] = []): Progress {
  return { documents, bytes: documents * 1000, findings };
}

/** Two pauses, and a document behind each. */
async function* paused() {
  for (const text of [`TOKEN=${fill("ghp_{base62:30}{crc32}", 1)}\n`, "abc\n"]) {
    yield document(text);
    await new Promise((resume) => setTimeout(resume, 60));
  }
  yield document("end\n");
}

function document(text: string): Document {
  return { kind: "document", name: Buffer.from("a"), nameLeaves: true, bytes: Buffer.from(text) };
}
