import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { type Place, program } from "./repository.ts";

export interface Started {
  readonly process: ChildProcess;
  readonly out: () => string;
  readonly told: () => string;
  readonly until: (pattern: RegExp) => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** The program, while it runs. */
export function started(at: Place, ...args: string[]): Started {
  const child = spawn(process.execPath, [program, ...args], { cwd: at.path, env: at.environment });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
  const ended = new Promise<number | null>((resume) => child.on("close", resume));
  return {
    process: child,
    out: () => out,
    told: () => told,
    ended,
    until: async (pattern) => {
      while (!pattern.test(out)) await setTimeout(20);
    },
  };
}
