import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { DenyListConfig } from "../../config/config.ts";
import { findConfig } from "../../config/find-config.ts";
import { readConfig } from "../../config/read-config.ts";
import { openTerms, readStore, type StorePlace, tracked } from "../../denylist/open.ts";
import { openMode, secretMode, writePrivateFile } from "../../denylist/private-file.ts";
import { recipientsIn, seal } from "../../denylist/sealed.ts";
import { type PlacedTerm, printTerms, type TermsFile, termsOf } from "../../denylist/terms-file.ts";
import { GateError } from "../../model/error.ts";
import { gitOutput, runGit } from "../../sources/git.ts";
import { textOf } from "../flags.ts";
import {
  addedPlaces,
  type DenyListPlaces,
  identityPlaces,
  insideOf,
  placeOf,
  storePlaces,
} from "../../lists/deny-list.ts";
import { lockName, plainName, plainPaths, sealedName, stands } from "../../lists/lists.ts";
import type { DenyFlags } from "./flags.ts";

/** A list that can be read and written: plain or sealed. */
export interface OpenList {
  readonly place: StorePlace;
  readonly kind: "plain" | "sealed";
  readonly file: TermsFile;
  readonly isNew: boolean;
}

/** Where `outgate deny` finds and writes lists. */
export interface Lists {
  readonly places: DenyListPlaces;
  readonly isPrivate: boolean;
}

export function findLists(flags: DenyFlags): Lists {
  const found = findConfig(textOf("--config", flags.config));
  const config: DenyListConfig | undefined = found && readConfig(found.text, found.name).denylist;
  const { status, output } = runGit(["rev-parse", "--show-toplevel"]);
  const top = status === 0 ? output.toString("utf8").replace(/\n$/, "") : undefined;
  const folder = found === undefined ? process.cwd() : dirname(resolve(found.name));
  const named = [flags.denylist ?? []].flat().map(String);
  return { places: { config, folder, top, named }, isPrivate: config?.private === true };
}

/**
 * All lists that terms can be read from: those of the flags and the config, else those at the top of the repository.
 * @param isToBeMade whether a list that is not there yet is about to be written
 * @throws {GateError} if there is none, if one is missing or cannot be read: what is made of a part would look like all.
 */
export async function readLists(
  lists: Lists,
  isToBeMade: (place: StorePlace) => boolean = () => false,
): Promise<OpenList[]> {
  const opened: OpenList[] = [];
  for (const place of sourcePlaces(lists)) {
    const list = await readList(place, lists);
    if (list !== undefined) opened.push(list);
    else if (!existsSync(place.path) && !isToBeMade(place)) throw missing(place);
  }
  if (opened.length > 0) return opened;
  throw new GateError(
    "there is no list of terms here that can be read: a lock cannot be listed",
    "`outgate deny add` makes one; `--denylist FILE` names one.",
  );
}

function missing({ name }: StorePlace): GateError {
  return new GateError(
    `the deny list ${name} is missing, so nothing was done`,
    "Restore it, or take it out of the config, `--denylist` or OUTGATE_DENYLIST, wherever it is named.",
  );
}

/** The list that `add` and `remove` change: the first one; a plain one at the top of the repository where there is none. */
export async function listToChange(lists: Lists): Promise<OpenList> {
  const { top } = lists.places;
  for (const place of sourcePlaces(lists)) {
    const list = await readList(place, lists);
    if (list !== undefined) return list;
  }
  const named = sourcePlaces(lists)[0];
  const place = named ?? (top === undefined ? undefined : placeOf(plainName, top, lists.places));
  if (place === undefined)
    throw new GateError("here is no repository, and no list is named", "Name one: `--denylist FILE`.");
  if (/\.(?:age|lock)$/.test(place.path))
    throw new GateError(
      `there is no sealed deny list ${place.name} yet`,
      "Begin with a plain one: `--denylist FILE`, outside of the repository; `outgate deny seal` then encrypts it.",
    );
  // A new list in the place of a link would be taken for all there is.
  if (stands(place.path) && !existsSync(place.path)) throw missing(place);
  return { place, kind: "plain", file: { lines: [] }, isNew: true };
}

/** Writes a changed list back, sealed to the same recipients where it was sealed. */
export async function writeList(
  { place, kind, isNew }: OpenList,
  file: TermsFile,
  { places, isPrivate }: Lists,
): Promise<void> {
  const text = printTerms(file);
  if (kind === "sealed") {
    const recipients = recipientsIn(text);
    if (recipients.length === 0)
      throw new GateError(
        `the sealed deny list ${place.name} does not say whom it is sealed to, so nothing was changed`,
        "Seal it once with outgate, which writes that into it: `outgate deny seal --to age1…`.",
      );
    writePrivateFile(place.path, await seal(text, recipients), { mode: openMode });
    return;
  }
  if (!isPrivate) {
    if (place.isTracked()) throw tracked(place.name);
    if (isNew) ignoreInGit(place.path, places.top);
  }
  writePrivateFile(place.path, text, { mode: secretMode });
}

/** Terms of all lists, each with its number in its list. */
export function numbered(list: OpenList): (PlacedTerm & { readonly number: number })[] {
  return termsOf(list.file).map((placed, index) => ({ ...placed, number: index + 1 }));
}

/** Where the lock is, or will be. */
export function lockPlace(lists: Lists, flags: DenyFlags): StorePlace {
  const { places } = lists;
  const output = textOf("--output", flags.output);
  if (output !== undefined) return placeOf(output, process.cwd(), places);
  const configured = storePlaces({ ...places, named: [] }).find(({ path }) => path.endsWith(".lock"));
  if (configured !== undefined) return configured;
  if (places.top !== undefined) return placeOf(lockName, places.top, places);
  throw new GateError("here is no repository to put a lock into", "Name its file: `--output FILE.lock`.");
}

/** What a user has to do besides, after a list was changed. */
export function afterChange(lists: Lists): string {
  const hasLock = storePlaces(lists.places).some(({ path }) => path.endsWith(".lock") && existsSync(path));
  return hasLock ? " The lock does not know it yet: run `outgate deny lock`." : "";
}

function sourcePlaces({ places }: Lists): StorePlace[] {
  const added = addedPlaces(places);
  if (added.length > 0) return added;
  const { top, config } = places;
  const configured =
    config?.stores === undefined ? [] : storePlaces(places).filter(({ path }) => !path.endsWith(".lock"));
  if (configured.length > 0 || top === undefined) return configured;
  // The sealed list is a copy of the plain one, where there are both.
  const plain = plainPaths(top).filter(stands);
  if (plain.length > 0) return plain.map((path) => placeOf(relative(top, path), top, places));
  return stands(join(top, sealedName)) ? [placeOf(sealedName, top, places)] : [];
}

/** A list in a place; undefined where there is none, or a lock. */
export async function readList(place: StorePlace, { isPrivate }: Lists): Promise<OpenList | undefined> {
  const found = readEvenEmpty(place);
  if (found === undefined || found.kind === "locked") return undefined;
  const { kind } = found;
  const file = await openTerms(place, found, { identities: identityPlaces(), isPrivate, allowsMissing: false });
  return file === undefined ? undefined : { place, kind, file, isNew: false };
}

/** An empty file stops a check; here it is a list that gets its first term. */
function readEvenEmpty(place: StorePlace): ReturnType<typeof readStore> {
  if (existsSync(place.path) && readFileSync(place.path).length === 0 && !/\.(?:age|lock)$/.test(place.path))
    return { kind: "plain", bytes: Buffer.alloc(0) };
  return readStore(place);
}

/** A new list in a work tree must not be one `git add` away from the world. */
function ignoreInGit(path: string, top: string | undefined): void {
  const inside = top === undefined ? undefined : insideOf(top, path);
  if (inside === undefined || runGit(["check-ignore", "--quiet", "--", path]).status === 0) return;
  const exclude = gitOutput(["rev-parse", "--git-path", "info/exclude"]).toString("utf8").replace(/\n$/, "");
  const before = existsSync(exclude) ? readFileSync(exclude, "utf8") : "";
  mkdirSync(dirname(exclude), { recursive: true });
  const pattern = `/${inside.replaceAll(/[\\*?[]| $/g, String.raw`\$&`)}`;
  appendFileSync(exclude, `${before === "" || before.endsWith("\n") ? "" : "\n"}${pattern}\n`);
}
