import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { configName } from "../../config/config-file.ts";
import { wrap } from "../../reporters/wrap.ts";
import { hasConfig, schemaCopyPath } from "./config.ts";
import { removalSteps } from "./hook-steps.ts";
import { removeHooksPathSteps } from "./hooks-path.ts";
import { entriesOf, isInRepository, type Repository } from "./repository.ts";
import { apply, type Step } from "./step.ts";
import { say, shown, toldSteps } from "./tell.ts";

/**
 * `outgate init --uninstall`: takes away exactly what is outgate's, wherever an earlier `init` may have put it. The config
 * stays: it may hold decisions.
 */
export async function uninstall(repository: Repository, dry: boolean): Promise<number> {
  const { hooksFolder } = repository;
  const steps: Step[] = [
    ...hookFolders(repository).flatMap(removalSteps),
    ...(await removeHooksPathSteps(repository)),
    ...leftFiles(repository).map((path) => ({ kind: "remove", path, why: "Nothing needs it any more." }) as const),
  ];
  const plan = toldSteps(steps, repository, dry);
  if (!dry) await apply(steps);
  const done = dry ? "Nothing was changed: this was --dry-run." : "Commits are no longer checked.";
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

/** The copy of the schema, and notes of passes in this worktree and in the others. */
function leftFiles(repository: Repository): string[] {
  const { commonDir } = repository;
  const linked = join(commonDir, "worktrees");
  const folders = [commonDir, ...entriesOf(linked).map((name) => join(linked, name))];
  return [schemaCopyPath(repository), ...folders.map((folder) => join(folder, "outgate-pass"))].filter((path) =>
    existsSync(path),
  );
}
