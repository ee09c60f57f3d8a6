import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runSample } from "../examples/sample.ts";

const program = join(import.meta.dirname, "../dist/outgate.cjs");

/** Runs the sample, or the command that was given. */
export function start(args: readonly string[]): void {
  if (!existsSync(program)) throw new Error("dist/ is missing: run `npm ci`, or `npm run build`");
  if (args.length === 0) runSample();
  else process.exitCode = run(args);
}

/** npm runs scripts at the top of the project; paths in the arguments are meant from where the user is. */
function run(args: readonly string[]): number {
  const cwd = process.env["INIT_CWD"] ?? process.cwd();
  return spawnSync(process.execPath, [program, ...args], { cwd, stdio: "inherit" }).status ?? 2;
}
