import { type ChildProcess, spawn } from "node:child_process";
import { GateError } from "../../model/error.ts";
import { codeOf } from "../../model/system-error.ts";
import { onOneLine } from "../../sources/git.ts";

export interface GitRun {
  readonly status: number;
  readonly output: string;
  /** What went to stderr, where git also sends what hooks print. */
  readonly told: string;
}

export interface GitPlace {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Ends git when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Runs git and lets the process go on meanwhile, so that Ctrl-C is heard: a check may just end, but what `init` is in the
 * middle of must be put back.
 * @throws {GateError} if git cannot be started.
 */
export async function git(
  args: readonly string[],
  { cwd, env = process.env, input = "", signal }: GitPlace,
): Promise<GitRun> {
  const { promise, resolve, reject } = Promise.withResolvers<GitRun>();
  // In a group of its own, so that its hooks, and what they start, end with it.
  const isGroup = signal !== undefined && process.platform !== "win32";
  const child = spawn("git", args, { cwd, env, detached: isGroup });
  const output: Buffer[] = [];
  const told: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => output.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => told.push(bytes));
  child.stdin.on("error", () => {}); // git need not read what it is given
  child.stdin.end(input);
  const abort = (): void => end(child, isGroup);
  signal?.addEventListener("abort", abort);
  child.on("error", (error) => reject(notStarted(codeOf(error))));
  // Once nothing holds its output any more, its hooks have ended too.
  child.on("close", (status) => {
    signal?.removeEventListener("abort", abort);
    if (signal?.aborted) reject(new Error("interrupted"));
    else resolve({ status: status ?? 128, output: textOf(output), told: textOf(told) });
  });
  if (signal?.aborted) abort();
  return promise;
}

/** In milliseconds: what has not ended by then is ended without being asked. */
const patience = 2000;

function end(child: ChildProcess, isGroup: boolean): void {
  const send = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(isGroup ? -child.pid : child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  send("SIGTERM");
  setTimeout(() => send("SIGKILL"), patience).unref();
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function notStarted(reason: string): GateError {
  return new GateError(`git cannot be run: ${reason}`, "Install git, and see that it is in PATH.");
}

/**
 * What git prints, without the line break at its end; a path may have others in it.
 * @throws {GateError} if git reports a failure.
 */
export async function gitLine(args: readonly string[], place: GitPlace): Promise<string> {
  const { status, output, told } = await git(args, place);
  if (status === 0) return output.replace(/\n$/, "");
  throw new GateError(
    `git ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed: ${onOneLine(told)}`,
    "Mend what git complains of, and run `outgate init` again.",
  );
}
