import { dirname, join, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { readConfig } from "../config/read-config.ts";
import { deniedOf } from "../denied.ts";
import { formsOf } from "../denylist/forms.ts";
import { createGate, type Denied, type Gate } from "../gate.ts";
import type { Unscanned } from "../model/verdict.ts";
import { scrub } from "../scrub.ts";
import { openDenyList } from "./deny-list.ts";
import { type ListFlags, type ListPlaces, standingNames, workTreeTop } from "./lists.ts";

/**
 * Opens what the owner has denied.
 * @param configName of the config that judges; its folder is what the paths in it count from
 * @throws {GateError} if a list cannot be used.
 */
export async function openDenied(
  config: Config | undefined,
  configName: string | undefined,
  { denylist, allowsMissing }: ListFlags,
  { top, committed }: ListPlaces,
): Promise<Denied | undefined> {
  const base = committed === undefined || top === undefined ? process.cwd() : top;
  const list = await openDenyList({
    config: config?.denylist,
    folder: configName === undefined ? base : resolve(base, dirname(configName)),
    top,
    named: denylist,
    ...(committed && { committed }),
    allowsMissing: allowsMissing || config?.denylist?.required === false,
    formsOf,
  });
  return list && masked(deniedOf(list));
}

/** What is told of lists can hold what they deny: the name of a file. */
async function masked(denied: Denied): Promise<Denied> {
  const { notes, missing } = denied;
  if (notes.length + missing.length === 0) return denied;
  const gate = createGate({ denied });
  return {
    ...denied,
    notes: await Promise.all(notes.map((note) => scrub(note, gate))),
    missing: await Promise.all(
      missing.map(async (one): Promise<Unscanned> => ({ ...one, reason: await scrub(one.reason, gate) })),
    ),
  };
}

/**
 * The gate by which an error is told where none was opened yet, or none ever is: with the lists that can be opened without asking for
 * what stands in the error's way, be it the config.
 */
export async function gateOfErrors(): Promise<Gate> {
  const { config, name } = readable();
  const top = workTreeTop();
  const stores = config?.denylist?.stores ?? (top === undefined ? [] : standingNames.map((one) => join(top, one)));
  const flags = { denylist: process.argv.flatMap(listIn), allowsMissing: true };
  try {
    const denied = await openDenied({ denylist: { stores, private: true } }, name, flags, { top });
    return createGate({ denied });
  } catch {
    return createGate(); // the error that is told may be that of the list
  }
}

function readable(): { readonly config?: Config; readonly name?: string } {
  try {
    const found = findConfig(undefined);
    return found === undefined ? {} : { config: readConfig(found.text, found.name), name: found.name };
  } catch {
    return {};
  }
}

/** `--denylist FILE` or `--denylist=FILE` */
function listIn(argument: string, at: number, all: readonly string[]): string[] {
  if (argument === "--denylist") return all.slice(at + 1, at + 2);
  return argument.startsWith("--denylist=") ? [argument.slice("--denylist=".length)] : [];
}
