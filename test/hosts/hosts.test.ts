import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "../../src/detectors/template.ts";

const token = fill("ghp_{base62:30}{crc32}");
const masked = /\[secret:[a-z-]+:[0-9a-f]{4}\]/;

/** What a program has logged to a file and to stdout, by lines. */
function logged(program: string): { readonly file: string[]; readonly stdout: string[] } {
  const cwd = mkdtempSync(join(tmpdir(), "outgate-test-"));
  const file = join(cwd, "app.log");
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, program), file, token], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 24,
    env: { ...process.env, OUTGATE_KEY: "a key of this test" },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return { file: linesOf(readFileSync(file, "utf8")), stdout: linesOf(stdout) };
}

/** Lines that hold nothing and end. */
function linesOf(text: string): string[] {
  expect(text).not.toContain(token);
  expect(text).not.toContain([...Buffer.from(token)].join(","));
  expect(text.endsWith("\n")).toBe(true);
  return text.trimEnd().split("\n");
}

describe("pino", () => {
  test("by its transport and into the stream: each line is there, is JSON, and is masked", () => {
    const { file, stdout } = logged("pino.mjs");
    for (const lines of [file, stdout]) {
      const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(entries).toHaveLength(3002);
      for (const { level, time, pid, requestId, token: own } of entries)
        expect([typeof level, typeof time, typeof pid, requestId, String(own).replace(masked, "•")]).toEqual([
          "number",
          "number",
          "number",
          "7f3a",
          "•",
        ]);
      expect(entries[0]).toMatchObject({
        req: { headers: { authorization: expect.stringMatching(masked) as string, host: "api.acme.example.io" } },
        msg: "asked",
      });
      expect(entries[1]).toMatchObject({
        err: { type: "Error", message: expect.stringMatching(masked) as string, config: { body: { type: "Buffer" } } },
      });
      expect(entries[3001]).toMatchObject({ at: 2999, note: "é".repeat(40) });
    }
    expect(stdout.map(withoutTime)).toEqual(file.map(withoutTime));
  });
});

function withoutTime(line: string): string {
  return line.replaceAll(/"(?:time|pid)":\d+|"stack":"[^"]*"/g, "");
}

describe("winston", () => {
  test("as JSON and as text: each line is there and is masked", () => {
    const { file, stdout } = logged("winston.mjs");
    const entries = file.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toHaveLength(503);
    expect(entries[0]).toMatchObject({
      level: "info",
      message: "asked",
      headers: { authorization: expect.stringMatching(masked) as string, host: "api.acme.example.io" },
      password: expect.stringMatching(masked) as string,
    });
    expect(entries[2]).toMatchObject({ level: "error", stack: expect.stringMatching(masked) as string });
    expect(entries[502]).toMatchObject({
      message: expect.stringMatching(/^line 499 of \[secret:github-token:/) as string,
    });
    const text = stdout.map((line) => line.replaceAll("\x1b", "<ESC>"));
    expect(text.filter((line) => /^<ESC>\[32minfo<ESC>\[39m: line \d+ of \[secret:/.test(line))).toHaveLength(500);
  });
});
