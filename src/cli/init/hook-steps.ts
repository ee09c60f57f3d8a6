import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GateError } from "../../model/error.ts";
import { blockIn, checkMarks, isOwn, readHook, withBlock, withoutBlock } from "./hook-file.ts";
import { blockOf, type Hook, hooks, strictHook } from "./hook-script.ts";
import type { HookPlace } from "./place.ts";
import type { Step } from "./step.ts";

/**
 * What is to do so that every hook checks first and then does what it did before. A shell script gets a block at its top.
 * Anything else, and what git does not run, stays byte for byte, in a folder beside: a script of ours takes its place, and
 * runs it under its own name if git would have.
 * @param strict whether the strict hook is wanted; where it is installed it is kept up to date.
 * @throws {GateError} where something stands in the way that only the user can judge.
 */
export function hookSteps(place: HookPlace, strict: boolean): Step[] {
  return wantedHooks(place, strict).flatMap((hook) => hookStep(hook, place) ?? []);
}

function wantedHooks({ folder, runner }: HookPlace, strict: boolean): readonly Hook[] {
  if (strict && runner === "husky") {
    throw new GateError(
      `husky does not run ${strictHook.name}, which --strict installs`,
      "Run `outgate init` without --strict.",
    );
  }
  const path = join(folder, strictHook.name);
  const isInstalled = exists(path) && lstatSync(path).isFile() && blockIn(readFileSync(path, "latin1")) !== undefined;
  return strict || isInstalled ? [...hooks, strictHook] : hooks;
}

/** Beside the hooks; git does not look into folders. */
const keptFolder = "outgate-kept";

const shebang = "#!/bin/sh\n";

function hookStep(hook: Hook, place: HookPlace): Step | undefined {
  const { folder, runner, program } = place;
  const path = join(folder, hook.name);
  const there = readHook(path, runner);
  if (there.kind === "absent") {
    const bytes = Buffer.from((runner === "git" ? shebang : "") + blockOf(hook, program, true));
    return { kind: "write", path, bytes, mode: runner === "git" ? 0o755 : 0o644, why: `Checks ${hook.checks}.` };
  }
  if (there.kind === "foreign") return setAside(hook, place, there.because);

  checkMarks(there.text, path);
  const own = isOwn(there.text);
  const present = blockIn(there.text);
  if (!there.runs && !own) {
    const because = "is not executable, so git does not run it";
    if (present === undefined) return setAside(hook, place, because);
    throw new GateError(
      `${path} ${because}, nor outgate's block in it`,
      "Make it executable (`chmod +x`), and run `outgate init` again.",
    );
  }
  const kept = own && exists(join(folder, keptFolder, hook.name)) ? keptFolder : undefined;
  const fresh = Buffer.from(blockOf(hook, program, own, kept)).toString("latin1");
  if (present === fresh && there.runs) return undefined;
  const why =
    present === undefined
      ? `Checks ${hook.checks}; what stands there runs after it, unchanged.`
      : "Brings outgate's block up to date.";
  const bytes = Buffer.from(withBlock(there.text, fresh), "latin1");
  return { kind: "write", path, bytes, mode: there.runs ? there.mode : there.mode | 0o111, why };
}

/** A script of ours takes the place of what no block can stand in. */
function setAside(hook: Hook, { folder, runner, program }: HookPlace, because: string): Step {
  const path = join(folder, hook.name);
  const kept = join(folder, keptFolder, hook.name);
  if (runner === "husky") {
    throw new GateError(
      `${path} ${because}, and outgate does not write through it`,
      "Make it a file that calls what it points to, and run `outgate init` again.",
    );
  }
  if (exists(kept) && !isSame(kept, path)) {
    throw new GateError(
      `${path} ${because}, and its place aside is taken by ${kept}, which is another hook`,
      "Delete the one of the two that is not wanted, and run `outgate init` again.",
    );
  }
  const why = `Checks ${hook.checks}. The hook that was there ${because}: it stays as it is in ${keptFolder}/, and runs after the check if git would run it.`;
  return { kind: "set-aside", path, kept, bytes: Buffer.from(shebang + blockOf(hook, program, true, keptFolder)), why };
}

/**
 * What is to do so that nothing of ours is left in a folder of hooks.
 * @throws {GateError} where a line of the user would be lost.
 */
export function removalSteps(folder: string): Step[] {
  return [...hooks, strictHook].flatMap(
    ({ name }) => removalStep(join(folder, name), join(folder, keptFolder, name)) ?? [],
  );
}

function removalStep(path: string, kept: string): Step | undefined {
  // Also false where what would be the folder is a file.
  if (!existsSync(path)) return undefined;
  const stat = lstatSync(path);
  if (!stat.isFile()) return undefined;
  const text = readFileSync(path, "latin1");
  checkMarks(text, path);
  const rest = withoutBlock(text);
  if (rest === text) return undefined;
  const own = isOwn(text);
  const isEmpty = own && (rest === "" || rest.replaceAll("\r", "") === shebang);
  if (own && exists(kept)) {
    if (isEmpty)
      return { kind: "put-back", path, kept, why: "The hook that was there before stands in its place again." };
    throw new GateError(
      `${path} has lines besides outgate's block, and ${kept} is to take its place again`,
      "Move these lines elsewhere, and run the command again.",
    );
  }
  if (isEmpty) return { kind: "remove", path, why: "There is nothing but outgate's block in it." };
  return {
    kind: "write",
    path,
    bytes: Buffer.from(rest, "latin1"),
    mode: stat.mode & 0o7777,
    why: "Without outgate's block.",
  };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isSame(one: string, other: string): boolean {
  const both = [one, other].map((path) => existsSync(path) && lstatSync(path).isFile() && readFileSync(path));
  return both[0] instanceof Buffer && both[1] instanceof Buffer && both[0].equals(both[1]);
}
