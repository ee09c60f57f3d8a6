import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { deniedOf } from "../denied.ts";
import { formsOf } from "../denylist/forms.ts";
import type { Denied } from "../gate.ts";
import { openDenyList } from "./deny-list.ts";
import { type CheckFlags, textOf } from "./flags.ts";
import type { ListPlaces } from "./lists.ts";

/**
 * Opens what the owner has denied.
 * @param configName of the config that judges; its folder is what the paths in it count from
 * @throws {GateError} if a list cannot be used.
 */
export async function openDenied(
  config: Config | undefined,
  configName: string | undefined,
  flags: CheckFlags,
  { top, committed }: ListPlaces,
): Promise<Denied | undefined> {
  const base = committed === undefined || top === undefined ? process.cwd() : top;
  const list = await openDenyList({
    config: config?.denylist,
    folder: configName === undefined ? base : resolve(base, dirname(configName)),
    top,
    named: [flags.denylist ?? []].flat().map((path) => textOf("--denylist", path) ?? ""),
    ...(committed && { committed }),
    allowsMissing: flags.allowMissingDenylist === true || config?.denylist?.required === false,
    formsOf,
  });
  return list && deniedOf(list);
}
