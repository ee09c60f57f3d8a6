import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { redactInPlace } from "../src/cli/redact-in-place.ts";
import { githubToken } from "../src/detectors/secrets/github.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { type Detector } from "../src/index.ts";
import { Placeholders } from "../src/log/placeholder.ts";
import { createFolder, createRepository, type Place, program, type Run } from "./repository.ts";
import { started } from "./started.ts";
import { onTerminal } from "./terminal.ts";

const token = fill("ghp_{base62:30}{crc32}");
const key = { OUTGATE_KEY: "a key of this test" };
const secret = /\[secret:github-token:[0-9a-f]{4}\]/;

function place(): Place {
  return createRepository().with(key);
}

function redact(at: Place, input: string | Buffer, ...args: string[]): Run {
  return at.runWith(input, process.execPath, program, "redact", ...args);
}

function shell(at: Place, script: string): Run {
  return at.with({ NODE: process.execPath, OUTGATE: program }).run("bash", "-c", script);
}

/** A log of some megabytes, in which each tenth line has a token. */
function longLog(count: number): string {
  return Array.from({ length: count }, (_, at) =>
    at % 10 === 0
      ? `${at} use ${fill("ghp_{base62:30}{crc32}", at)} now\n`
      : `${at} a line of a log in which nothing is\n`,
  ).join("");
}

/** As `journalctl -o export` writes it. */
function journalEntry(line: string): string {
  return `__CURSOR=s=1\nBLUEFIN_ID=7\nBLUEFIN_LINES\n\x03\0\0\0\0\0\0\0a\nb\nMESSAGE=${line}\n\n`;
}

describe("outgate redact", () => {
  test("takes a log that begins like a document for a log", () => {
    const { code, stdout } = redact(place(), `%PDF-1.7 was asked for\nuse ${token}\n`);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^%PDF-1\.7 was asked for\nuse \[secret:github-token:[0-9a-f]{4}\]\n$/) as string,
    });
  });

  test("says on a terminal that it waits for a log", async () => {
    const { code, stdout } = await onTerminal(place(), ["redact"], `use ${token}\n\u0004`, "ends it.");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The log is read from here; Ctrl-D behind a line ends it\.\n/);
    expect(stdout).toMatch(/use \[secret:github-token:[0-9a-f]{4}\]\noutgate: masked 1 place\.\n$/);
  });

  test.each([
    ["<.", "EISDIR"],
    ["0>log", "EBADF"],
  ])("a stdin that cannot be read is no bug of outgate: %s", (stdin, code) => {
    const {
      stdout,
      stderr,
      code: exit,
    } = createFolder().run("sh", "-c", `"$0" "$1" redact ${stdin}`, process.execPath, program);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toBe(
      `outgate: the log cannot be read: ${code}.\nPipe it in, or name a file that is there and may be read.\n`,
    );
  });

  test("copies stdin or a file, masked, and says how much was", () => {
    const at = place();
    const text = `use ${token}\r\n{"password":"hunter","n":1}\nuntouched \u{1f600}`;
    const piped = redact(at, text);
    expect(piped).toMatchObject({ code: 0, stderr: "outgate: masked 2 places.\n" });
    expect(piped.stdout).toMatch(
      /^use \[secret:github-token:[0-9a-f]{4}\]\r\n\{"password":"\[secret:named-value:[0-9a-f]{4}\]","n":1\}\nuntouched \u{1f600}$/u,
    );
    at.write("a.log", text);
    expect(redact(at, "", "a.log")).toEqual(piped);
    expect(redact(at, "nothing here\n", "--quiet")).toEqual({ code: 0, stdout: "nothing here\n", stderr: "" });
    expect(redact(at, piped.stdout)).toEqual({ ...piped, stderr: "outgate: masked 0 places.\n" });
  });

  test("masks denied terms without their kind, and never passes without a list that it was told of", () => {
    const at = place();
    at.write(".privacy_deny_list", "codename: bluefin\n");
    chmodSync(join(at.path, ".privacy_deny_list"), 0o600);
    at.write(".gitignore", ".privacy_deny_list\n");
    expect(redact(at, "about bluefin\n").stdout).toMatch(/^about \[term:[0-9a-f]{4}\]\n$/);
    expect(redact(at, "about bluefin\n", "--denylist", "missing")).toMatchObject({ code: 2, stdout: "" });
  });

  test("reads all frames of zstd and all members of gzip, and nothing else behind them", () => {
    const at = place();
    const [one, two] = [Buffer.from(`${"a line\n".repeat(9000)}use ${token}\n`), Buffer.from(`password=hunter2\n`)];
    const skipped = Buffer.from("502a4d1803000000616263", "hex");
    const frames = Buffer.concat([skipped, zstdCompressSync(one), skipped, zstdCompressSync(two)]);
    at.write("a.zst", frames);
    at.write("a.gz", Buffer.concat([gzipSync(one), gzipSync(two)]));
    at.write("plain", Buffer.concat([one, two]));
    const expected = redact(at, "", "plain").stdout;
    expect(expected).not.toContain("hunter2");
    for (const [name, inflate] of [["a.zst", zstdDecompressSync] as const, ["a.gz", gunzipSync] as const]) {
      expect(shell(at, `"$NODE" "$OUTGATE" redact ${name} > out`).code).toBe(0);
      expect(inflate(readFileSync(join(at.path, "out"))).toString()).toBe(expected);
    }
    for (const damaged of [
      frames.subarray(0, -1),
      frames.subarray(0, -40),
      Buffer.concat([frames, Buffer.from("text")]),
    ]) {
      at.write("a.zst", damaged);
      expect(shell(at, `"$NODE" "$OUTGATE" redact a.zst > out`)).toMatchObject({ code: 2 });
    }
  });

  test("reads and writes gzip and zstd", () => {
    const at = place();
    const text = longLog(40_000);
    at.write("a.gz", gzipSync(text));
    at.write("a.zst", zstdCompressSync(text));
    const plain = redact(at, text).stdout;
    for (const [from, inflate] of [
      ["a.gz", gunzipSync],
      ["a.zst", zstdDecompressSync],
    ] as const) {
      expect(
        shell(at, `"$NODE" "$OUTGATE" redact ${from} > out && cat ${from} | "$NODE" "$OUTGATE" redact > piped`).code,
      ).toBe(0);
      for (const out of ["out", "piped"]) expect(inflate(readBytes(at, out)).toString() === plain).toBe(true);
    }
    at.write("cut.gz", gzipSync(text).subarray(0, 20_000));
    expect(redact(at, "", "cut.gz").code).toBe(2);
  });

  test("takes the file behind a flag for the file, and none for what the flag is set to", () => {
    const at = place();
    for (const flags of [["--in-place"], ["--in-place", "--allow-missing-denylist"]]) {
      at.write("a.log", `use ${token}\n`);
      expect(redact(at, "", ...flags, "a.log").stderr).toBe("outgate: masked 1 place.\n");
      expect(at.read("a.log")).not.toContain(token);
    }
  });

  test("puts a masked log in the place of a file, with its mode, and leaves a clean one alone", () => {
    const at = place();
    at.write("a.log", `use ${token}\n`);
    chmodSync(join(at.path, "a.log"), 0o640);
    expect(redact(at, "", "a.log", "--in-place")).toEqual({
      code: 0,
      stdout: "",
      stderr: "outgate: masked 1 place.\n",
    });
    expect(at.read("a.log")).toMatch(/^use \[secret:github-token:....\]\n$/);
    const { mode, mtimeMs, ino } = statSync(join(at.path, "a.log"));
    expect(mode & 0o777).toBe(0o640);
    expect(redact(at, "", "a.log", "--in-place").code).toBe(0);
    expect(statSync(join(at.path, "a.log"))).toMatchObject({ mtimeMs, ino });
    at.write("b.log", `use ${token}\n`);
    linkSync(join(at.path, "b.log"), join(at.path, "c.log"));
    const linked = redact(at, "", "b.log", "--in-place");
    expect(linked.code).toBe(2);
    expect(linked.stderr).toContain("b.log was not changed: it has another name");
    expect(at.read("b.log")).toBe(`use ${token}\n`);
    expect(readdirSync(at.path).filter((name) => name.includes("outgate"))).toEqual([]);
  });

  test.each([
    ["another file", (path: string) => writeFileSync(path, "the next log\n"), "the next log\n"],
    ["none", () => undefined, undefined],
  ])("puts nothing in the place of a log that was rotated meanwhile, and whose name %s has", async (_, next, now) => {
    const at = createFolder();
    const path = join(at.path, "a.log");
    writeFileSync(path, `rotate, and use ${token}\n`);
    const rotating: Detector = {
      id: "secret/rotating",
      summary: "",
      remedy: "",
      trigger: { literals: ["rotate"] },
      examples: [],
      detect: () => {
        if (existsSync(`${path}.1`)) return [];
        renameSync(path, `${path}.1`);
        next(path);
        return [];
      },
    };
    const gate = createGate({ detectors: [rotating, githubToken] });
    await expect(redactInPlace(path, gate, new Placeholders(undefined))).rejects.toThrow("has its name by now");
    expect(existsSync(path) ? at.read("a.log") : undefined).toBe(now);
    expect(at.read("a.log.1")).toBe(`rotate, and use ${token}\n`);
    expect(readdirSync(at.path).filter((name) => name.includes("outgate"))).toEqual([]);
  });

  test("tells how far it came where the disk is full, and goes on from there", () => {
    const at = place();
    const text = longLog(60_000);
    at.write("a.log", text);
    const whole = redact(at, text).stdout;
    // Two megabytes and something, in blocks of 512 bytes.
    const full = shell(at, `trap '' XFSZ; ulimit -f 1500; "$NODE" "$OUTGATE" redact a.log > out.log`);
    expect(full.code).toBe(2);
    expect(full.stdout).toBe("");
    const done = /The first (\d+) bytes of the input are done\.\n.*--resume \1`/.exec(full.stderr)?.[1] ?? "";
    expect(Number(done)).toBeGreaterThan(1_000_000);
    expect(whole.startsWith(at.read("out.log"))).toBe(true);
    expect(text.charAt(Number(done) - 1)).toBe("\n");
    expect(shell(at, `"$NODE" "$OUTGATE" redact a.log --resume ${done} >> out.log`).code).toBe(0);
    expect(at.read("out.log") === whole).toBe(true);
    const none = shell(at, `"$NODE" "$OUTGATE" redact a.log > /dev/full`);
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("ENOSPC. The first 0 bytes of the input are done.");
  });

  test("tells how far it came where its reader goes away", () => {
    const at = place();
    at.write("a.log", longLog(60_000));
    const closed = shell(
      at,
      `{ "$NODE" "$OUTGATE" redact a.log; echo "code $?" >&2; } | head -c 100000 | tail -c 10 > /dev/null`,
    );
    expect(closed.stderr).toMatch(/EPIPE\. The first \d+ bytes of the input are done\.\n[^]*code 2\n$/);
    expect(closed.stderr).not.toContain("ghp_");
  });

  test.each([0, 1, 917_503, 917_504, 1_500_000, 2_500_000])("goes on at byte %d with what one run gives", (offset) => {
    const at = place();
    const text = longLog(60_000);
    const whole = redact(at, text).stdout;
    const rest = redact(at, text, "--resume", String(offset)).stdout;
    expect(whole.endsWith(rest)).toBe(true);
    const before = redact(at, text.slice(0, text.lastIndexOf("\n", offset) + 1)).stdout;
    expect(rest.length).toBeLessThanOrEqual(whole.length - before.length);
    expect(rest.length).toBeGreaterThan(whole.length - before.length - 100);
  });

  test("masks systemd's export format, also names that are denied, and goes on behind the last whole entry", () => {
    const at = place();
    at.write(".privacy_deny_list", "codename: bluefin\n");
    chmodSync(join(at.path, ".privacy_deny_list"), 0o600);
    at.write(
      "journal",
      Array.from({ length: 2500 }, (_, line) =>
        journalEntry(`${line} use ${token} ${"for what it takes ".repeat(20)}`),
      ).join(""),
    );
    const whole = redact(at, "", "journal").stdout;
    expect(whole.slice(0, 300)).toMatch(
      /^__CURSOR=s=1\nMASKED_(....)=7\nMASKED_\1\n.{8}a\nb\nMESSAGE=0 use \[secret:github-token:....\] for/,
    );
    const full = shell(at, `trap '' XFSZ; ulimit -f 800; "$NODE" "$OUTGATE" redact journal > out.log`);
    expect(full.code).toBe(2);
    const done = /The first (\d+) bytes of the input are done\./.exec(full.stderr)?.[1] ?? "";
    expect(at.read("out.log")).toMatch(/\n\n$/);
    expect(shell(at, `"$NODE" "$OUTGATE" redact journal --resume ${done} >> out.log`).code).toBe(0);
    expect(at.read("out.log") === whole).toBe(true);
    const cut = redact(at, journalEntry("a").slice(0, -16));
    expect(cut).toMatchObject({ code: 2, stdout: "" });
    expect(cut.stderr).toContain("the journal ends in the midst of");
  });

  test("is told what it cannot do", () => {
    const at = place();
    for (const args of [["missing.log"], ["."], ["--in-place"], ["--follow"], ["--resume", "x"], ["--resume"]])
      expect(redact(at, "text", ...args)).toMatchObject({ code: 2, stdout: "" });
    const { stderr } = redact(at.with({ OUTGATE_KEY: "" }), "text", "--resume", "1");
    expect(stderr).toContain("--resume needs OUTGATE_KEY");
  });

  test("gives lines that are there while no others come", async () => {
    const at = place();
    const child = started(at, "redact");
    child.process.stdin?.write(`use ${token}\nhalf`);
    await child.until(secret);
    expect(child.out()).toMatch(/^use \[secret:github-token:....\]\n$/);
    child.process.stdin?.end(" a line\n");
    expect(await child.ended).toBe(0);
    expect(child.out()).toMatch(/\nhalf a line\n$/);
  });

  test("follows a file that grows, is rotated, and is cut off", async () => {
    const at = place();
    const file = join(at.path, "a.log");
    at.write("a.log", `one ${token}\n`);
    const child = started(at, "redact", "a.log", "--follow");
    await child.until(/^one \[secret/);
    appendFileSync(file, "two\n");
    await child.until(/two\n/);
    renameSync(file, `${file}.1`);
    appendFileSync(`${file}.1`, "three without an end");
    at.write("a.log", `{"password":"four"}\n`);
    await child.until(/three without an end\{"password":"\[secret:named-value:....\]"\}\n/);
    truncateSync(file);
    await setTimeout(500);
    appendFileSync(file, "five\n");
    await child.until(/five\n/);
    appendFileSync(file, "half a line");
    await setTimeout(500);
    child.process.kill("SIGTERM");
    expect(await child.ended).toBe(0);
    expect(child.out()).toMatch(/\nhalf a line$/);
    expect(child.out()).not.toContain("four");
  });
});

function readBytes(at: Place, name: string): Buffer {
  return Buffer.from(at.runWith("", "base64", "-w0", name).stdout, "base64");
}
