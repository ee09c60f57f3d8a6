import { join, sep } from "node:path";
import { configName } from "../../config/config-file.ts";
import type { Audience } from "../../model/audience.ts";
import { type Manager, programInConfig } from "./managers.ts";
import type { HookPlace } from "./place.ts";
import { installedProgram, strayFileStep } from "./program.ts";
import { isInRepository, type Repository } from "./repository.ts";
import { type NextStep, shown } from "./tell.ts";

/** What `init` has come to. */
export interface Situation {
  readonly repository: Repository;
  readonly place: HookPlace;
  readonly managers: readonly Manager[];
  /** Whether there is something new to commit. */
  readonly hasChanged: boolean;
  /** Whether the config that was written names no audience. */
  readonly isUnnamed: boolean;
  /** Whether `git add --all` would take the packages of npm. */
  readonly hasLoosePackages: boolean;
  /** An audience that was given although there is a config. */
  readonly unused: Audience | undefined;
}

export function* nextSteps({
  repository,
  place,
  managers,
  hasChanged,
  isUnnamed,
  hasLoosePackages,
  unused,
}: Situation): Generator<NextStep> {
  const folder = shown(repository, place.folder);
  const isCommitted = place.program.kind === "checkout";
  const outgate = commandIn(repository);
  if (hasLoosePackages)
    yield { text: "Put node_modules/ into .gitignore: packages are not yours, and have examples of tokens in them." };
  const stray = strayFileStep(repository.top, place.program.kind === "checkout" ? place.program.folder : "");
  if (stray !== undefined) yield { text: stray };
  if (hasChanged) yield { text: `Commit ${[configName, ...(isCommitted ? [`${folder}/`] : [])].join(" and ")}.` };
  if (isUnnamed) {
    yield {
      text: `Name who can read this repository: set "audience" in ${configName} to owner, team, group or public. Until then it is judged as a team's.`,
    };
  }
  if (unused !== undefined)
    yield { text: `Set "audience": "${unused}" in ${configName} yourself: init changes no config that is there.` };
  for (const manager of managers) yield besideManager(manager, place, repository, outgate);
  if (!isInRepository(place.folder, repository)) {
    yield {
      text: `Know that ${folder} serves every repository that has this core.hooksPath: all of them are checked from now on.`,
    };
  }
  yield {
    text: isCommitted
      ? `Let everybody run \`npm install\` once the hooks are committed. Where linked worktrees are used, \`${outgate} init\` is to be run in that clone, too.`
      : `Run \`${outgate} init\` in every other clone: git does not copy these hooks.`,
  };
  if (installedProgram().file.includes("/_npx/")) {
    yield { text: "Install outgate: it runs from npx's cache, and when that is emptied no commit passes." };
  }
  yield { text: `Run \`${outgate} files\` to check what is in the repository already.` };
}

/** How the program is called there: one that a package has installed is not in PATH. */
function commandIn({ top }: Repository): string {
  return installedProgram().file.startsWith(join(top, "node_modules", sep)) ? "npx outgate" : "outgate";
}

function besideManager(
  { name, command, snippet }: Manager,
  place: HookPlace,
  repository: Repository,
  outgate: string,
): NextStep {
  const again = `Run \`${outgate} init\` again after \`${command}\`, by which ${name} writes its hooks anew`;
  if (snippet === undefined) return { text: `${again}.` };
  return {
    text: `${again}; or let ${name} run outgate itself, in ${snippet.file}:`,
    snippet: snippet.text(programInConfig(place, repository)),
  };
}
