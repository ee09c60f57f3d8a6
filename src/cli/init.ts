import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configName } from "../config/config-file.ts";
import { refuseMisnamed } from "../config/misnamed.ts";
import { escapeControls } from "../findings/name.ts";
import { GateError } from "../model/error.ts";
import { count } from "../reporters/summary.ts";
import { wrap } from "../reporters/wrap.ts";
import { audienceOf, seeHelp } from "./flags.ts";
import { askAudience } from "./init/ask.ts";
import type { Attempt } from "./init/attempt.ts";
import { configSteps, hasConfig } from "./init/config.ts";
import { git } from "./init/git.ts";
import { hooks } from "./init/hook-script.ts";
import { hookSteps } from "./init/hook-steps.ts";
import { hooksPathSteps } from "./init/hooks-path.ts";
import { type Manager, managersOf } from "./init/managers.ts";
import { nextSteps } from "./init/next-steps.ts";
import { findPlace, type HookPlace } from "./init/place.ts";
import { prove } from "./init/proof.ts";
import { openRepository, type Repository } from "./init/repository.ts";
import { apply, type Step } from "./init/step.ts";
import { bullets, type NextStep, numbered, say, section, shown, toldProof, toldSteps } from "./init/tell.ts";
import { uninstall } from "./init/uninstall.ts";
import { complain } from "./output.ts";

export interface InitFlags {
  readonly yes?: unknown;
  readonly dryRun?: unknown;
  readonly uninstall?: unknown;
  readonly audience?: unknown;
  readonly strict?: unknown;
  readonly ci?: unknown;
}

/**
 * `outgate init`: finds out what is there, writes hooks and config beside it, and proves that they stop a leak. Exit code 0
 * only if they do.
 * @throws {GateError} where hooks could be written but would not run, before anything is written.
 */
export async function init(flags: InitFlags): Promise<number> {
  const named = audienceOf(flags);
  refuseTogether(flags);
  const dry = flags.dryRun === true;
  if (flags.ci !== undefined) return (await import("./init/ci.ts")).initCi(flags.ci, dry);
  const repository = await openRepository(process.cwd());
  if (flags.uninstall === true) return uninstall(repository, dry);
  refuseMisnamed(repository.top, "nothing was installed");

  const place = await findPlace(repository);
  const managers = managersOf(repository, hookTexts(place));
  const isNew = !hasConfig(repository);
  const guards = [...hookSteps(place, flags.strict === true), ...(await hooksPathSteps(repository, place.gitFolder))];
  const audience = named ?? (isNew && mayAsk(flags) ? await askAudience(process.stdin, process.stdout) : undefined);
  const steps = [...configSteps(repository, place, audience), ...guards];
  const plan = section("Found", bullets(found(repository, place, managers))) + toldSteps(steps, repository, dry);
  if (dry) {
    const what = steps.length === 0 ? "Nothing would change." : "Nothing was changed: this was --dry-run.";
    await say(`${plan}outgate: ${what} The proof was not run.\n`);
    return 0;
  }

  const situation = {
    repository,
    place,
    managers,
    hasChanged: steps.length > 0,
    isUnnamed: isNew && audience === undefined,
    hasLoosePackages: await hasLoosePackages(repository),
    unused: isNew ? undefined : named,
  };
  await apply(steps);
  return tell(plan, steps, await provenOrTold(repository, place, plan), [...nextSteps(situation)]);
}

/** What each does leaves no room for the others, which would be passed over in silence. */
const alone = { ci: ["uninstall", "strict", "audience"], uninstall: ["strict", "audience"] } as const;

function refuseTogether(flags: InitFlags): void {
  for (const one of ["ci", "uninstall"] as const) {
    const other = flags[one] !== undefined && alone[one].find((name) => flags[name] !== undefined);
    if (!other) continue;
    throw new GateError(`--${one} and --${other} do not go together, so nothing was changed`, seeHelp());
  }
}

/** Who commits them with everything else is stopped by what is in them. */
async function hasLoosePackages({ top }: Repository): Promise<boolean> {
  // Without a lock of the index, which would be left where it is interrupted.
  const status = ["--no-optional-locks", "status", "--porcelain", "--untracked-files=normal", "--", "node_modules"];
  const { output } = await git(status, { cwd: top });
  return output.startsWith("?? node_modules/\n");
}

/** One question, and only to somebody who can answer it. */
function mayAsk({ yes, dryRun }: InitFlags): boolean {
  return yes !== true && dryRun !== true && process.stdin.isTTY && process.stdout.isTTY;
}

function hookTexts({ folder }: HookPlace): string[] {
  const paths = hooks.map(({ name }) => join(folder, name));
  return paths.filter((path) => existsSync(path)).map((path) => readFileSync(path, "latin1"));
}

function found(repository: Repository, place: HookPlace, managers: readonly Manager[]): string[] {
  const { hooksPath, linked } = repository;
  const folder = shown(repository, place.folder);
  return [
    ...(place.runner === "husky" ? [`husky, which runs the hooks in ${folder}/`] : []),
    hooksPath === undefined
      ? `git's own hooks, in ${folder}/`
      : `core.hooksPath = ${escapeControls(hooksPath.value)} (${hooksPath.scope})`,
    ...managers.map(({ name }) => `${name}, which writes hooks of its own`),
    ...(linked > 0 ? [count(linked, "linked worktree")] : []),
    ...(hasConfig(repository) ? [`${configName}, which stays as it is`] : []),
  ];
}

/** What was written is told even where the proof cannot be made. */
async function provenOrTold(repository: Repository, place: HookPlace, plan: string): Promise<readonly Attempt[]> {
  try {
    return await prove(repository, place);
  } catch (error) {
    await say(plan);
    throw error;
  }
}

async function tell(
  plan: string,
  steps: readonly Step[],
  attempts: readonly Attempt[],
  next: readonly NextStep[],
): Promise<number> {
  const failed = attempts.filter(({ wrong }) => wrong !== undefined).length;
  const changed = steps.length === 0 ? "Nothing had to change." : "The hooks are installed.";
  const report = plan + toldProof(attempts);
  if (failed === 0) {
    await say(`${report}${section("Next steps", numbered(next))}outgate: ${changed} Every planted leak was stopped.\n`);
    return 0;
  }
  await say(report);
  const what = `outgate: ${changed} But ${failed} of ${count(attempts.length, "attempt")} did not end as they should, so do not rely on the hooks.`;
  complain(`${[...wrap(what, ""), "Mend what the proof shows, and run `outgate init` again."].join("\n")}\n`);
  return 2;
}
