import { execFile } from "node:child_process";
import { GateError } from "../../model/error.ts";

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
  const options = { cwd, env, maxBuffer: Infinity, ...(signal && { signal }) };
  const child = execFile("git", args, options, (error, output, told) => {
    // A text is the system's word for why there was no process; a process that a signal ended has no code.
    if (typeof error?.code === "string") reject(signal?.aborted ? error : notStarted(error.code));
    else resolve({ status: error === null ? 0 : (error.code ?? 128), output, told });
  });
  child.stdin?.on("error", () => {}); // git need not read what it is given
  child.stdin?.end(input);
  return promise;
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
    `git ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed: ${complaint(told)}`,
    "Mend what git complains of, and run `outgate init` again.",
  );
}

function complaint(told: string): string {
  return told.trim().replace(/^(?:fatal|error): /, "");
}
