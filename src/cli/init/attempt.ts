import { readFileSync } from "node:fs";
import { configName } from "../../config/config-file.ts";
import { fill } from "../../detectors/template.ts";
import { escapeControls } from "../../findings/name.ts";
import { configPath, hasConfig } from "./config.ts";
import { git, gitLine, type GitRun } from "./git.ts";
import type { Repository } from "./repository.ts";

/** A commit or a push that was tried, and what came of it. */
export interface Attempt {
  /** "git commit --no-verify in a linked worktree" */
  readonly what: string;
  /** How it should end. */
  readonly wanted: string;
  /** What was seen where it did not end as it should. */
  readonly wrong?: readonly string[];
}

/** A work tree to commit in, and how git is called there. */
export interface Ground {
  readonly name: string;
  readonly repository: Repository;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Options of git that stand before the command. */
  readonly options: readonly string[];
  /** Options that switch all hooks off, for what must run none. */
  readonly quiet: readonly string[];
  /** Begins the names of the files that are committed, so that none is the user's. */
  readonly prefix: string;
}

/** Commits a made-up token, which outgate must stop: not some other hook that fails, and not because it could not check. */
export async function leaking(ground: Ground, flags: readonly string[] = []): Promise<Attempt> {
  const expected = { what: ["git commit", ...flags, "in", ground.name].join(" "), wanted: "stopped by outgate" };
  const file = `${ground.prefix}${flags.join("")}.txt`;
  // Another one each time: where a commit was made, its token is no longer new.
  const canary = fill("ghp_{base62:30}{crc32}", anyNumber());
  const run = await commit(ground, file, `token = "${canary}"\n`, flags);
  return judged(expected, run, file, canary, "git made the commit.");
}

/** Pushes a made-up token in a commit that met no hook to a repository that is thrown away; outgate must stop it. */
export async function publishing(ground: Ground, destination: string): Promise<Attempt> {
  const expected = { what: `git push in ${ground.name}`, wanted: "stopped by outgate" };
  const file = `${ground.prefix}-pushed.txt`;
  const canary = fill("ghp_{base62:30}{crc32}", anyNumber());
  const run = await push(ground, destination, file, `token = "${canary}"\n`);
  return judged(expected, run, file, canary, "git pushed the commit.");
}

/** Pushes something harmless, which must pass. */
export async function cleanPush(ground: Ground, destination: string): Promise<Attempt> {
  const expected = { what: `git push in ${ground.name}, without the token`, wanted: "passed" };
  const { status, told } = await push(ground, destination, `${ground.prefix}-clean.txt`, "no token\n");
  return status === 0 ? expected : { ...expected, wrong: [`git ended with exit code ${status}.`, ...lastLines(told)] };
}

function judged(
  expected: Pick<Attempt, "what" | "wanted">,
  { status, output, told }: GitRun,
  file: string,
  canary: string,
  done: string,
): Attempt {
  // Of a push, git leaves what its hook prints where it is printed.
  const said = output + told;
  const signs = [
    /^outgate: stopped, \d+ findings?\./m.test(said),
    said.includes("secret/github-token"),
    said.includes(file),
  ];
  if (status === 1 && signs.every(Boolean)) return expected;
  const ended = status === 0 ? done : `git ended with exit code ${status}, but not because outgate found the token.`;
  return { ...expected, wrong: [ended, ...lastLines(said.replaceAll(canary, "[the token]"))] };
}

/** Commits something harmless, which must pass. */
export async function clean(ground: Ground): Promise<Attempt> {
  const expected = { what: `git commit in ${ground.name}, without the token`, wanted: "passed" };
  const { status, told } = await commit(ground, `${ground.prefix}.txt`, "no token\n", []);
  return status === 0 ? expected : { ...expected, wrong: [`git ended with exit code ${status}.`, ...lastLines(told)] };
}

/** Commits one file. */
async function commit(ground: Ground, file: string, contents: string, flags: readonly string[]): Promise<GitRun> {
  await stage(ground, file, contents);
  return git([...ground.options, ...settings, "commit", "--quiet", "--no-gpg-sign", ...flags, "-m", message], ground);
}

/** Pushes one file in a commit without parents, so that nothing else of the repository is looked at. */
async function push(ground: Ground, destination: string, file: string, contents: string): Promise<GitRun> {
  const { options, quiet } = ground;
  await stage(ground, file, contents);
  const tree = await gitLine([...quiet, "write-tree"], ground);
  const id = await gitLine([...quiet, "commit-tree", "--no-gpg-sign", "-m", message, tree], ground);
  return git([...options, ...settings, "push", "--quiet", "--", destination, `${id}:refs/heads/${file}`], ground);
}

const settings = ["-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false"];
const message = "outgate: canary";

/** One file, and the config as it lies in the work tree: what judges is what is in the index, or in a first push. */
async function stage({ repository, quiet, ...ground }: Ground, file: string, contents: string): Promise<void> {
  const files = new Map([[file, contents]]);
  if (hasConfig(repository)) files.set(configName, readFileSync(configPath(repository), "utf8"));
  await gitLine([...quiet, "read-tree", "--empty"], ground);
  for (const [name, input] of files) {
    const id = await gitLine([...quiet, "hash-object", "-w", "--stdin"], { ...ground, input });
    await gitLine([...quiet, "update-index", "--add", "--cacheinfo", `100644,${id},${name}`], ground);
  }
}

/** The end of what an attempt printed, whoever printed it. */
function lastLines(told: string): string[] {
  const lines = told.split("\n").map(escapeControls);
  return lines.filter((line) => line.trim() !== "").slice(-8);
}

/** For values that need not be secret, only other ones each time. */
export function anyNumber(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
