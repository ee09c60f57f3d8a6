import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { GateError } from "../../model/error.ts";
import { anyNumber, type Attempt, clean, cleanPush, type Ground, leaking, publishing } from "./attempt.ts";
import { git, gitLine } from "./git.ts";
import { blockIn, checkStarts } from "./hook-file.ts";
import { hooks } from "./hook-script.ts";
import type { HookPlace } from "./place.ts";
import type { Repository } from "./repository.ts";
import { removeIfEmpty } from "./step.ts";

/**
 * Plants a made-up token and tries to commit it: in a throw-away clone, and in a linked worktree of the repository itself,
 * each by the hooks as they are installed. Then a clean commit in the clone. The same with a push, from the clone to an
 * empty repository.
 *
 * Nothing is left behind: all objects go into a folder that is deleted, no branch is touched, and the record of the worktree
 * is removed, also on errors and on Ctrl-C. Nothing is checked out, so the size of the repository does not matter. Other
 * hooks of the user are not run: the check stands first in each file and ends it, and the clean commit runs the blocks alone.
 * @throws {GateError} if it is interrupted, if git cannot make a clone or a worktree, or if a hook cannot be started.
 */
export async function prove(repository: Repository, place: HookPlace): Promise<readonly Attempt[]> {
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const abort = (): void => stop.abort();
  for (const signal of signals) process.on(signal, abort);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "outgate-proof-")));
  try {
    const stage = await openStage(repository, folder, stop.signal);
    return [...(await inClone(stage, place)), ...(await inLinkedWorktree(stage))];
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    throw new GateError(
      "interrupted: the hooks are installed, but nothing has proven them",
      "Run `outgate init` again: it changes nothing more, and proves them.",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const signal of signals) process.removeListener(signal, abort);
  }
}

/** What is the same wherever something is committed. */
interface Stage extends Pick<Ground, "repository" | "env" | "signal" | "quiet" | "prefix"> {
  readonly folder: string;
}

async function openStage(repository: Repository, folder: string, signal: AbortSignal): Promise<Stage> {
  const noHooks = join(folder, "no-hooks");
  mkdirSync(noHooks);
  const quiet = [...withHooks(noHooks), "-c", "core.fsmonitor=false"];
  const prefix = `outgate-canary-${anyNumber()}`;
  return { repository, folder, env: await environment(folder), signal, quiet, prefix };
}

/** The user's environment, as commits will have it, but for what speaks of another repository. */
async function environment(folder: string): Promise<NodeJS.ProcessEnv> {
  const local = (await gitLine(["rev-parse", "--local-env-vars"], { cwd: folder })).split("\n");
  // It is listed, too, but holds settings of the user's, such as safe.directory.
  const foreign = new Set(local.filter((name) => name !== "GIT_CONFIG_COUNT"));
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.has(name))),
    GIT_AUTHOR_NAME: "outgate",
    GIT_AUTHOR_EMAIL: "outgate@example.invalid",
    GIT_COMMITTER_NAME: "outgate",
    GIT_COMMITTER_EMAIL: "outgate@example.invalid",
    GIT_TERMINAL_PROMPT: "0",
    NO_COLOR: "1",
    OUTGATE_STATE: join(folder, "state"),
  };
}

async function inClone(stage: Stage, place: HookPlace): Promise<Attempt[]> {
  const { repository, folder, signal, quiet } = stage;
  const { commonDir, top } = repository;
  const cwd = join(folder, "clone");
  // Objects are shared; git cannot name a path with a line break in the list of what it shares.
  const shared = commonDir.includes("\n") ? [] : ["--shared"];
  const clone = ["clone", "--quiet", "--no-checkout", ...shared, "--template=", "--", commonDir, cwd];
  await gitLine([...quiet, "-c", "clone.rejectShallow=false", ...clone], { ...stage, cwd: folder });
  // As git itself finds them now, whatever was planned.
  const installed = resolve(top, await gitLine(["rev-parse", "--git-path", "hooks"], { cwd: top, signal }));
  const ground: Ground = { ...stage, name: "a throw-away clone", cwd, options: withHooks(installed) };
  const alone = { ...ground, options: withHooks(blocksAlone(stage, place, cwd)) };
  const remote = await emptyRemote(stage, cwd);
  return [
    await leaking(ground),
    await leaking(ground, ["--no-verify"]),
    await clean(alone),
    await publishing(ground, remote),
    await cleanPush(alone, remote),
  ];
}

/** A bare repository with nothing in it. */
async function emptyRemote({ folder, quiet, ...stage }: Stage, clone: string): Promise<string> {
  const path = join(folder, "remote");
  const format = await gitLine([...quiet, "rev-parse", "--show-object-format"], { ...stage, cwd: clone });
  const init = ["init", "--quiet", "--bare", "--template=", `--object-format=${format}`, path];
  await gitLine([...quiet, ...init], { ...stage, cwd: folder });
  return path;
}

async function inLinkedWorktree(stage: Stage): Promise<Attempt[]> {
  const { repository, folder, quiet, prefix } = stage;
  const { commonDir, head } = repository;
  const objects = join(folder, "objects");
  mkdirSync(objects);
  const env = {
    ...stage.env,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: listed(join(commonDir, "objects")),
  };
  const common = [`--git-dir=${commonDir}`, ...quiet];
  const around = { cwd: folder, env, signal: stage.signal };
  // Its last part names the record in .git/worktrees.
  const cwd = join(folder, prefix);
  try {
    const commit = head ?? (await emptyCommit(common, around));
    await gitLine([...common, "worktree", "add", "--quiet", "--detach", "--no-checkout", cwd, commit], around);
    const ground: Ground = { ...stage, name: "a linked worktree", cwd, env, options: [] };
    return [await leaking(ground), await leaking(ground, ["--no-verify"])];
  } finally {
    await git([...common, "worktree", "remove", "--force", "--force", cwd], { cwd: folder, env });
    // Where git was ended while it made the record, it does not know it.
    rmSync(join(commonDir, "worktrees", prefix), { recursive: true, force: true });
    removeIfEmpty(join(commonDir, "worktrees"));
  }
}

/** Before the first commit there is nothing else that a worktree could stand on. */
async function emptyCommit(options: readonly string[], around: Parameters<typeof git>[1]): Promise<string> {
  const tree = await gitLine([...options, "mktree"], around);
  return gitLine([...options, "commit-tree", "-m", "outgate", tree], around);
}

function withHooks(folder: string): string[] {
  return ["-c", `core.hooksPath=${folder}`];
}

/** A path in a list that colons separate, on Windows semicolons. */
function listed(path: string): string {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** Copies of the hooks that hold outgate's blocks and nothing else. */
function blocksAlone({ folder }: Stage, { folder: installed, program, runner }: HookPlace, clone: string): string {
  const alone = join(folder, "blocks");
  mkdirSync(alone);
  for (const { name } of hooks) {
    const path = join(installed, name);
    const text = existsSync(path) ? readFileSync(path, "latin1") : "";
    const block = blockIn(text);
    if (block === undefined) continue;
    if (runner === "git") checkStarts(path, text);
    writeFileSync(join(alone, name), `#!/bin/sh\n${block}`, "latin1");
    chmodSync(join(alone, name), 0o755);
  }
  if (program.kind === "checkout") {
    // They look for the program in the checkout, where a clone has none yet.
    mkdirSync(join(clone, program.folder), { recursive: true });
    for (const name of new Set([program.file.replace(/\/.*/, ""), "node_modules"])) {
      const target = join(program.top, program.folder, name);
      if (existsSync(target)) symlinkSync(target, join(clone, program.folder, name), "junction");
    }
  }
  return alone;
}
