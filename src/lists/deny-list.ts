import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { DenyListConfig } from "../config/config.ts";
import type { IdentityPlaces } from "../denylist/identity.ts";
import type { KeyPlaces } from "../denylist/key.ts";
import type { FormsOf } from "../denylist/lock.ts";
import { type DenyList, openStores, type StorePlace } from "../denylist/open.ts";
import { GateError } from "../model/error.ts";
import { configFolder, homeFolder } from "./config-folder.ts";
import { type Committed, lockName, plainPaths, sealedName, stands } from "./lists.ts";

/** Where the lists of a check come from. */
export interface DenyListPlaces {
  /** What the config says; without `stores` the lists at the top of the repository count. */
  readonly config: DenyListConfig | undefined;
  /** The config's folder, which its paths count from. */
  readonly folder: string;
  /** The top of the repository's work tree; undefined outside of one. */
  readonly top: string | undefined;
  /** What `--denylist` names: one path, or several. */
  readonly named: readonly string[];
  /** Files as what judges the check has them: the index, or the base of a range. The disk has the others. */
  readonly committed?: Committed;
}

export interface DenyListOptions extends DenyListPlaces {
  /** `--allow-missing-denylist` */
  readonly allowsMissing: boolean;
  readonly formsOf: FormsOf;
}

/**
 * Opens the lists that the config names, or those that stand at the top of the repository, and those that a flag or OUTGATE_DENYLIST adds.
 * @returns undefined where there is none.
 * @throws {GateError} if one of them cannot be used.
 */
export async function openDenyList({
  allowsMissing,
  formsOf,
  ...from
}: DenyListOptions): Promise<DenyList | undefined> {
  const places = storePlaces(from);
  if (places.length === 0) return undefined;
  const isPrivate = from.config?.private === true;
  const [key, identities] = [keyPlaces(), identityPlaces()];
  return openStores({ places, key, identities, isPrivate, allowsMissing, formsOf });
}

/** Those of the lists that can be opened, to mask what is told of the others. */
export async function openUsable({
  formsOf,
  ...from
}: DenyListPlaces & Pick<DenyListOptions, "formsOf">): Promise<DenyList> {
  return openStores({
    places: storePlaces(from),
    key: keyPlaces(),
    identities: identityPlaces(),
    isPrivate: true,
    allowsMissing: true,
    isLenient: true,
    formsOf,
  });
}

export function keyPlaces(): KeyPlaces {
  return { variable: process.env["OUTGATE_KEY"], file: join(configFolder(), "key") };
}

export function identityPlaces(): IdentityPlaces {
  return { variable: process.env["OUTGATE_AGE_IDENTITY"], file: join(configFolder(), "age-identity") };
}

/** All stores of a check, each once. */
export function storePlaces(from: DenyListPlaces): StorePlace[] {
  const { config, folder } = from;
  const configured = (config?.stores ?? []).map((store) => placeOf(store, folder, from));
  const standing = config?.stores === undefined ? standingPlaces(from) : [];
  const all = [...configured, ...standing, ...addedPlaces(from)];
  return [...new Map(all.map((place) => [place.path, place])).values()];
}

/** The stores of this run alone. */
export function addedPlaces(from: DenyListPlaces): StorePlace[] {
  const variable = (process.env["OUTGATE_DENYLIST"] ?? "").split(delimiter).filter((path) => path.trim() !== "");
  return [...from.named, ...variable].map((path) => placeOf(path, process.cwd(), from));
}

/** A sealed list beside a lock is for who edits it: CI and others have the key of the lock alone. */
function standingPlaces(from: DenyListPlaces): StorePlace[] {
  const { top } = from;
  if (top === undefined) return [];
  const standing = (name: string): StorePlace | undefined => {
    const place = placeOf(name, top, from);
    return place.committed !== undefined || stands(place.path) ? place : undefined;
  };
  const plain = plainPaths(top).map((path) => standing(relative(top, path)));
  return [...plain, standing(lockName) ?? standing(sealedName)].filter((place) => place !== undefined);
}

/** @param written as the config or a flag has it; `~/` is the home folder. */
export function placeOf(written: string, folder: string, { top, committed }: DenyListPlaces): StorePlace {
  const path = resolve(folder, written.startsWith("~/") ? join(homeFolder(), written.slice(2)) : written);
  const inside = top === undefined ? undefined : insideOf(top, path);
  const bytes = inside === undefined ? undefined : committed?.read(inside);
  return {
    name: written,
    path,
    committed: bytes,
    isTracked: () => {
      if (bytes !== undefined) return true;
      // The index has said already that it has no such file.
      if (inside !== undefined && committed?.isIndex === true) return false;
      return isTracked(path, inside === undefined ? undefined : top);
    },
  };
}

/** A path from the top of the repository, as git writes it; undefined if it lies outside. */
export function insideOf(top: string, path: string): string | undefined {
  const inside = relative(followed(top), join(followed(dirname(path)), basename(path)));
  return inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    ? undefined
    : inside.split(sep).join("/");
}

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether git tracks a file, here or in whatever repository it lies, such as one of settings in the home folder. */
function isTracked(path: string, top: string | undefined): boolean {
  const real = followed(path);
  if (top !== undefined && isListed(top, path, process.env)) return true;
  const folder = dirname(real);
  if ((top !== undefined && real === path) || !isInRepository(folder)) return false;
  // A hook's own variables speak of another repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  return isListed(folder, real, env);
}

/** @throws {GateError} if git cannot tell. */
function isListed(cwd: string, path: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync("git", ["--literal-pathspecs", "ls-files", "--error-unmatch", "--", path], {
      cwd,
      env,
      stdio: "ignore",
    });
    return true;
  } catch (error) {
    if (error instanceof Error && "status" in error && error.status === 1) return false;
    throw new GateError(
      "git does not say whether it tracks the deny list",
      "See that `git status` works there, or keep the list outside of repositories.",
    );
  }
}

function isInRepository(folder: string): boolean {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, ".git"))) return true;
    if (above === dirname(above)) return false;
  }
}
