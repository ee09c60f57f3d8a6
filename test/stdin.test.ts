import { spawn } from "node:child_process";
import { closeSync, constants, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createFolder, program } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);

/** What a command makes of a pipe that does not block, and into which little comes slowly. */
async function slowly(args: readonly string[], pieces: readonly string[]): Promise<{ code: number; stdout: string }> {
  const folder = createFolder();
  const pipe = join(folder.path, "pipe");
  folder.run("mkfifo", pipe);
  const reading = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writing = openSync(pipe, "w");
  // Node would make 0 to 2 of a child block again.
  const child = spawn("sh", ["-c", 'exec "$0" "$@" <&3', process.execPath, program, ...args], {
    cwd: folder.path,
    stdio: ["ignore", "pipe", "ignore", reading],
  });
  const ended = new Promise<number>((resume) => child.once("close", (code) => resume(code ?? -1)));
  const { stdout } = child;
  const shown = stdout === null ? "" : text(stdout);
  for (const piece of pieces) {
    await setTimeout(400);
    writeSync(writing, piece);
  }
  closeSync(writing);
  closeSync(reading);
  return { code: await ended, stdout: await shown };
}

test.each([
  [["log"], 1, /^GitHub access token \(.*\n {2}stdin:2:5 /],
  [["redact"], 0, /^first\nuse \[secret:github-token:[\da-f]{4}\]\n$/],
  [["message", "--to", "public"], 1, /^GitHub access token \(.*\n {2}message:2:5 /],
] as const)("%j waits for what comes slowly through a pipe that does not block", async (args, code, shown) => {
  const run = await slowly(args, ["first\n", `use ${token}\n`]);
  expect(run).toEqual({ code, stdout: expect.stringMatching(shown) });
});
