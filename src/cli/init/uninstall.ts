import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isCacheFile } from "../../cache/cache.ts";
import { configName } from "../../config/config-file.ts";
import { wrap } from "../../reporters/wrap.ts";
import { hasConfig } from "./config.ts";
import { removalSteps } from "./hook-steps.ts";
import { removeHooksPathSteps } from "./hooks-path.ts";
import { entriesOf, isInRepository, type Repository } from "./repository.ts";
import { stateFolder } from "../../cache/state-folder.ts";
import { isPassKey } from "./pass-note.ts";
import { apply, removeIfEmpty, type Step } from "./step.ts";
import { say, shown, toldSteps } from "./tell.ts";

/**
 * `outgate init --uninstall`: takes away exactly what is outgate's, wherever an earlier `init` may have put it. The config
 * stays: it may hold decisions.
 */
export async function uninstall(repository: Repository, dry: boolean): Promise<number> {
  const { hooksFolder } = repository;
  const own: Step[] = [
    ...hookFolders(repository).flatMap(removalSteps),
    ...(await removeHooksPathSteps(repository)),
    ...leftFiles(repository).map((path) => ({ kind: "remove", path, why: "Nothing needs it any more." }) as const),
  ];
  const steps = own.length === 0 ? [] : [...own, ...keySteps(repository), ...cacheSteps(repository)];
  const plan = toldSteps(steps, repository, dry);
  if (!dry) {
    await apply(steps);
    if (steps.length > 0) removeIfEmpty(stateFolder(repository.top));
  }
  const done = dry ? "Nothing was changed: this was --dry-run." : "Commits and pushes are no longer checked.";
  const outcome = [
    steps.length === 0 ? "Nothing of outgate is installed here." : done,
    ...(steps.length > 0 && !isInRepository(hooksFolder, repository)
      ? [`The same holds for every repository whose hooks are in ${shown(repository, hooksFolder)}.`]
      : []),
    ...(hasConfig(repository) ? [`${configName} is kept: delete it if it is not wanted.`] : []),
  ];
  await say(`${plan}${wrap(`outgate: ${outcome.join(" ")}`, "").join("\n")}\n`);
  return 0;
}

function hookFolders({ top, mainTop, commonDir, hooksFolder }: Repository): string[] {
  const husky = basename(hooksFolder) === "_" ? [dirname(hooksFolder)] : [];
  return [...new Set([hooksFolder, ...husky, join(commonDir, "hooks"), join(top, ".husky"), join(mainTop, ".husky")])];
}

/** The key of the passes' notes belongs to the user, not to one repository; but without it nothing is lost anywhere. */
function keySteps({ top }: Repository): Step[] {
  const folder = stateFolder(top);
  const why =
    "The key of the notes that one hook leaves the next. Another repository that outgate guards makes a new one with its next commit.";
  const names = entriesOf(folder).filter(isPassKey);
  return names.map((name) => ({ kind: "remove", path: join(folder, name), why }));
}

/** It is the user's, too: the next push reads again what it knew. */
function cacheSteps({ top }: Repository): Step[] {
  const folder = stateFolder(top);
  const names = entriesOf(folder).filter(isCacheFile);
  const why =
    "What earlier checks found nothing in, and tables of deny lists, for all repositories, and their key. The next check of many files makes new ones.";
  return names.map((name) => ({ kind: "remove", path: join(folder, name), why }));
}

/** Notes of passes in this worktree and in the others, and a copy of the schema, which earlier versions laid into .git. */
function leftFiles(repository: Repository): string[] {
  const { commonDir } = repository;
  const linked = join(commonDir, "worktrees");
  const folders = [commonDir, ...entriesOf(linked).map((name) => join(linked, name))];
  return [join(commonDir, "outgate.schema.json"), ...folders.map((folder) => join(folder, "outgate-pass"))].filter(
    (path) => existsSync(path),
  );
}
