import { dirname, join, resolve } from "node:path";
import type { ConfigFile } from "../config/config-file.ts";
import type { Config } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { readConfig } from "../config/read-config.ts";
import { deniedOf } from "../denied.ts";
import { formsOf } from "../denylist/forms.ts";
import { stateFolder } from "../cache/state-folder.ts";
import type { DenyList } from "../denylist/open.ts";
import { createGate, type Denied, type Gate, programDigest } from "../gate.ts";
import type { Kept } from "../model/kept.ts";
import type { Unscanned } from "../model/verdict.ts";
import { scrub } from "../scrub.ts";
import { openDenyList, openUsable } from "./deny-list.ts";
import { type ListFlags, type ListPlaces, plainPaths, standingNames, workTreeTop } from "./lists.ts";

/**
 * Opens what the owner has denied.
 * @param file that the config that judges stands in: what the paths in it count from
 * @throws {GateError} if a list cannot be used.
 */
export async function openDenied(
  config: Config | undefined,
  file: Pick<ConfigFile, "name" | "folder"> | undefined,
  { denylist, allowsMissing }: ListFlags,
  { top, committed }: ListPlaces,
): Promise<Denied | undefined> {
  const list = await openDenyList({
    config: config?.denylist,
    folder: file?.folder ?? resolve(top ?? "", dirname(file?.name ?? "")),
    top,
    named: denylist,
    ...(committed && { committed }),
    allowsMissing: allowsMissing || config?.denylist?.required === false,
    formsOf,
  });
  if (list === undefined) return undefined;
  return masked(deniedOf(list, { kinship: config?.denylist?.kinship, kept: await keptOf(list) }));
}

/** Tables of fewer terms are soon made, and a list of some few could be guessed as a whole. */
const leastKept = 500;

/** Where the tables of a long list are left for the next check. */
async function keptOf({ terms, digest }: DenyList): Promise<Kept | undefined> {
  if (terms.length < leastKept || programDigest === undefined) return undefined;
  const { openKept } = await import("../cache/kept.ts");
  const { version, versions, arch } = process;
  const basis = JSON.stringify([digest, programDigest, version, versions["icu"] ?? "", arch]);
  return openKept({ folder: stateFolder(process.cwd()), secret: process.env["OUTGATE_KEY"], basis });
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
 * The gate by which a text is masked where no check has opened one: with the lists that can be opened, whatever is wrong with the config
 * and with the others.
 */
export async function gateOfErrors(): Promise<Gate> {
  const { config, file } = readable();
  const top = workTreeTop();
  const stores =
    config?.denylist?.stores ??
    (top === undefined ? [] : [...standingNames.map((one) => join(top, one)), ...plainPaths(top)]);
  try {
    const list = await openUsable({
      config: { stores },
      folder: file?.folder ?? process.cwd(),
      top,
      named: argumentsOf("--denylist"),
      formsOf,
    });
    return gateOf(list);
  } catch {
    return createGate(); // the error that is told may be that of what was opened
  }
}

/** Of values there may be more than can be looked for. */
function gateOf(list: DenyList): Gate {
  try {
    return createGate({ denied: deniedOf(list) });
  } catch {
    return createGate({ denied: deniedOf({ ...list, values: [] }) });
  }
}

function readable(): { readonly config?: Config; readonly file?: ConfigFile } {
  try {
    const file = findConfig(argumentsOf("--config")[0]);
    return file === undefined ? {} : { config: readConfig(file.text, file.name), file };
  } catch {
    return {};
  }
}

/** `--denylist FILE` or `--denylist=FILE` */
function argumentsOf(flag: string): string[] {
  return process.argv.flatMap((argument, at, all) => {
    if (argument === flag) return all.slice(at + 1, at + 2);
    return argument.startsWith(`${flag}=`) ? [argument.slice(flag.length + 1)] : [];
  });
}
