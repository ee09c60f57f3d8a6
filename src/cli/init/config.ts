import { existsSync, lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { configName } from "../../config/config-file.ts";
import type { Audience } from "../../model/audience.ts";
import type { HookPlace } from "./place.ts";
import { installedProgram, posix } from "./program.ts";
import type { Repository } from "./repository.ts";
import type { Step } from "./step.ts";

/** A config for a repository that has none. One that is there is never touched. */
export function configSteps(repository: Repository, { program }: HookPlace, audience: Audience | undefined): Step[] {
  const path = configPath(repository);
  if (hasConfig(repository)) return schemaCopy(repository, readFileSync(path, "utf8"));
  const $schema = schemaFor(repository, program.kind === "checkout" ? program.folder : "");
  const text = `${JSON.stringify({ ...($schema && { $schema }), ...(audience && { audience }) }, null, 2)}\n`;
  const why =
    audience === undefined
      ? "The settings, with completion in editors."
      : `The settings, with completion in editors; audience: ${audience}.`;
  return [{ kind: "write", path, bytes: Buffer.from(text), mode: 0o644, why }, ...schemaCopy(repository, text)];
}

export function configPath({ top }: Pick<Repository, "top">): string {
  return join(top, configName);
}

export function hasConfig(repository: Pick<Repository, "top">): boolean {
  return lstatSync(configPath(repository), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Where an editor finds the schema, from the top of every checkout that has it. A path of this machine must not stand in a
 * file that is committed, so where outgate is not installed in the repository, a copy is laid into .git.
 */
function schemaFor({ top, commonDir }: Repository, inPackage: string): string | undefined {
  const installed = `${inPackage}node_modules/outgate/dist/${schemaName}`;
  const own = isOutgate(top) ? [`dist/${schemaName}`] : [];
  const inCheckout = [installed, ...own].find((path) => existsSync(join(top, path)));
  if (inCheckout !== undefined) return `./${inCheckout}`;
  if (!existsSync(shipped())) return undefined;
  if (basename(commonDir) === ".git") return `./.git/${copyName}`;
  return posix(relative(top, join(commonDir, copyName)));
}

const schemaName = "config.schema.json";
const copyName = "outgate.schema.json";

export function schemaCopyPath({ commonDir }: Pick<Repository, "commonDir">): string {
  return join(commonDir, copyName);
}

function schemaCopy(repository: Repository, config: string): Step[] {
  const path = schemaCopyPath(repository);
  if (!config.includes(copyName) || !existsSync(shipped())) return [];
  const bytes = readFileSync(shipped());
  if (existsSync(path) && readFileSync(path).equals(bytes)) return [];
  return [{ kind: "write", path, bytes, mode: 0o644, why: "The schema of the settings, for editors." }];
}

/** The schema that lies beside the program. */
function shipped(): string {
  return join(dirname(installedProgram().file), schemaName);
}

function isOutgate(top: string): boolean {
  return installedProgram().file === join(top, "dist/outgate.cjs");
}
