import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { configName } from "../../config/config-file.ts";
import type { Audience } from "../../model/audience.ts";
import type { HookPlace } from "./place.ts";
import { hasDependency, installedProgram, type Program } from "./program.ts";
import type { Repository } from "./repository.ts";
import type { Step } from "./step.ts";

/** A config for a repository that has none. One that is there is never touched. */
export function configSteps(repository: Repository, { program }: HookPlace, audience: Audience | undefined): Step[] {
  if (hasConfig(repository)) return [];
  const $schema = schemaFor(repository, program);
  const text = `${JSON.stringify({ ...($schema && { $schema }), ...(audience && { audience }) }, null, 2)}\n`;
  const completion =
    $schema === undefined
      ? "without completion in editors: that needs outgate as a dependency of this repository"
      : "with completion in editors";
  const why = `The settings, ${completion}${audience === undefined ? "" : `; audience: ${audience}`}.`;
  return [{ kind: "write", path: configPath(repository), bytes: Buffer.from(text), mode: 0o644, why }];
}

export function configPath({ top }: Pick<Repository, "top">): string {
  return join(top, configName);
}

export function hasConfig(repository: Pick<Repository, "top">): boolean {
  return lstatSync(configPath(repository), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Where an editor finds the schema, from the top of every checkout; undefined where others would not find it: the config is
 * committed, so that what only this machine has must not stand in it.
 */
function schemaFor({ top }: Repository, program: Program): string | undefined {
  if (installedProgram().file === join(top, "dist/outgate.cjs")) return `./dist/${schemaName}`;
  const folder = program.kind === "checkout" ? program.folder : "";
  const inPackage = `${folder}node_modules/outgate/dist/${schemaName}`;
  const isShared = program.kind === "checkout" || hasDependency(top, "outgate");
  return isShared && existsSync(join(top, inPackage)) ? `./${inPackage}` : undefined;
}

const schemaName = "config.schema.json";
