import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../../model/system-error.ts";
import { GateError } from "../../model/error.ts";
import { replaceFile, unfinishedAt } from "../output.ts";
import { gitLine } from "./git.ts";

/** Something that `init` does to a file; `--dry-run` only says it. */
export type Step = {
  readonly path: string;
  /** A sentence. */
  readonly why: string;
} & (
  | { readonly kind: "write"; readonly bytes: Buffer; readonly mode: number }
  | { readonly kind: "remove" }
  /** Moves what is there aside and writes a file in its place. */
  | { readonly kind: "set-aside"; readonly kept: string; readonly bytes: Buffer }
  /** Removes the file and moves back what was there. */
  | { readonly kind: "put-back"; readonly kept: string }
  /** Runs git's own commands on a config file. */
  | { readonly kind: "config"; readonly commands: readonly (readonly string[])[] }
);

/**
 * Each step is done whole or not at all.
 * @throws {GateError} if one cannot be done; the steps can then be planned and done again.
 */
export async function apply(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    try {
      await applyOne(step);
    } catch (error) {
      if (error instanceof GateError) throw error;
      throw new GateError(
        `${step.path} could not be changed: ${codeOf(error)}`,
        "See that you may write there, and run the command again: it goes on where it stopped.",
      );
    }
  }
}

async function applyOne(step: Step): Promise<void> {
  const { path } = step;
  if (step.kind === "write") return write(path, step.bytes, step.mode);
  if (step.kind === "remove") return rmSync(path, { force: true });
  if (step.kind === "config") {
    for (const args of step.commands) await gitLine(args, { cwd: dirname(path) });
    return;
  }
  if (step.kind === "put-back") {
    moveAs(step.kept, path, (target) => target.replace(/^\.\.\//, ""));
    return removeIfEmpty(dirname(step.kept));
  }
  const fresh = unfinishedAt(path);
  writeFileSync(fresh, step.bytes, { mode: 0o755 });
  mkdirSync(dirname(step.kept), { recursive: true });
  moveAs(path, step.kept, (target) => `../${target}`);
  renameSync(fresh, path);
}

/** Mode and owner stay those of the file that is there. */
function write(path: string, bytes: Buffer, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const before = lstatSync(path, { throwIfNoEntry: false });
  replaceFile(path, bytes, mode, (fresh) => {
    if (before === undefined) return;
    chmodSync(fresh, mode);
    if (process.getuid?.() === 0) chownSync(fresh, before.uid, before.gid);
  });
}

/** Moves a file over another. A relative symbolic link must be written anew, or it would point somewhere else. */
function moveAs(from: string, to: string, retarget: (target: string) => string): void {
  const isLink = lstatSync(from).isSymbolicLink();
  const target = isLink ? readlinkSync(from) : "/";
  if (target.startsWith("/")) return renameSync(from, to);
  const fresh = unfinishedAt(to);
  symlinkSync(retarget(target), fresh);
  renameSync(fresh, to);
  rmSync(from);
}

export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, or it is gone already.
  }
}
