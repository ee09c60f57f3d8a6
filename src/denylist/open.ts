import { createHash } from "node:crypto";
import { GateError } from "../model/error.ts";
import type { Unscanned } from "../model/verdict.ts";
import { type IdentityPlaces, readIdentities } from "./identity.ts";
import { type KeyPlaces, readKey } from "./key.ts";
import { type FormsOf, type Lock, openLock, uniqueTerms } from "./lock.ts";
import { OtherKeyError } from "./lock-file.ts";
import { markOf, type Stored } from "./mark.ts";
import { readPrivateFile } from "./private-file.ts";
import { unseal } from "./sealed.ts";
import { type StoreKind, storeKind } from "./store.ts";
import { type PlacedTerm, readTerms, type TermsFile, termsOf } from "./terms-file.ts";
import type { Term } from "./term.ts";

/** A store of the deny list, as the config or a flag names it. */
export interface StorePlace {
  /** For messages. */
  readonly name: string;
  /** Where it is on the disk. */
  readonly path: string;
  /** Its bytes where what is checked brings it along: in the index, in the base of a range. Instead of what is on the disk. */
  readonly committed?: Buffer | undefined;
  /** Whether git tracks it; asked of plain lists alone. */
  readonly isTracked: () => boolean;
}

export interface OpenOptions {
  readonly places: readonly StorePlace[];
  readonly key: KeyPlaces;
  readonly identities: IdentityPlaces;
  /** Whether the config says that this repository is private and may hold a plain list. */
  readonly isPrivate: boolean;
  /** Whether a store, key or identity that is missing is told as not scanned, instead of ending the check. */
  readonly allowsMissing: boolean;
  /** Whether stores and lines that cannot be used are left out without a word: for masks of errors, which are no check. */
  readonly isLenient?: boolean | undefined;
  readonly formsOf: FormsOf;
}

/** The deny list, opened. It never leaves the process. */
export interface DenyList {
  /** Of plain and sealed stores; without the values. */
  readonly terms: readonly Term[];
  /** Of plain and sealed stores: what must be found exactly. */
  readonly values: readonly string[];
  /** One for each locked store. */
  readonly locks: readonly Lock[];
  /**
   * Terms and values of all stores, each once, for `scanned.terms`. Of locks with several keys, or of a term with so many forms that its
   * bucket holds nothing else, nobody can tell that they have the same ones: these count twice.
   */
  readonly count: number;
  /** Stores that could not be looked into though they may be left out. */
  readonly missing: readonly Unscanned[];
  /** What a user has to know: that others can read a list. */
  readonly notes: readonly string[];
  /** Tells lists apart; of all stores' bytes. A hash of the terms themselves: it must not leave the process, unless under a key. */
  readonly digest: string;
  /** Tells lists apart, and may be told to anybody: see `markOf`. */
  readonly mark: () => string;
}

/**
 * Opens all stores and joins them.
 * @throws {GateError} if one is missing, empty, damaged, of a newer version, for another key or identity, or plain and tracked by git.
 */
export async function openStores(options: OpenOptions): Promise<DenyList> {
  const hash = createHash("sha256");
  const terms: Term[] = [];
  const locks: Lock[] = [];
  const missing: Unscanned[] = [];
  const notes: string[] = [];
  const stores: Stored[] = [];
  for (const place of options.places) {
    const opened = options.isLenient === true ? await tryStore(place, options) : await openStore(place, options);
    if ("missing" in opened) {
      missing.push({ document: "denylist", reason: opened.missing, kind: "skipped" });
      continue;
    }
    hash.update(`${opened.bytes.length} `).update(opened.bytes);
    stores.push(opened);
    if (opened.lock !== undefined) locks.push(opened.lock);
    for (const { term } of opened.terms) terms.push(term);
    if (opened.note !== undefined) notes.push(opened.note);
  }
  const values = new Set(terms.filter(({ kind }) => kind === "secret").map(({ text }) => text));
  return {
    terms: terms.filter(({ kind }) => kind !== "secret"),
    values: [...values],
    locks,
    count: countOf(terms, locks),
    missing,
    notes,
    digest: hash.digest("hex"),
    mark: () => markOf(stores, () => keyIfAny(options.key)),
  };
}

/** A list beside the lock that was made from it is one list. */
function countOf(terms: readonly Term[], locks: readonly Lock[]): number {
  const own = uniqueTerms(terms);
  return locks.reduce((sum, lock) => sum + lock.terms - own.filter(lock.isMadeFrom).length, own.length);
}

async function tryStore(place: StorePlace, options: OpenOptions): ReturnType<typeof openStore> {
  try {
    return await openStore(place, options);
  } catch {
    return { missing: "" };
  }
}

/** A key that others can read, or that is none, stops no check of a plain list. */
function keyIfAny(places: KeyPlaces): Buffer | undefined {
  try {
    return readKey(places);
  } catch {
    return undefined;
  }
}

interface OpenedStore extends Stored {
  readonly terms: readonly PlacedTerm[];
  readonly lock?: Lock;
  readonly note?: string;
}

async function openStore(place: StorePlace, options: OpenOptions): Promise<OpenedStore | { readonly missing: string }> {
  const found = readStore(place);
  if (found === undefined) {
    const what = `the deny list ${place.name} is missing`;
    if (options.allowsMissing) return { missing: what };
    throw new GateError(what, `Restore it, or take it out of the config. ${wayOfForks}`);
  }
  const { bytes, kind } = found;
  if (kind === "locked") {
    const key = readKey(options.key);
    try {
      if (key !== undefined)
        return { kind, bytes, terms: [], lock: openLock(bytes.toString("utf8"), place.name, key, options.formsOf) };
    } catch (error) {
      // The key's file serves all locks of a user, and this one is of somebody else: the same as no key.
      const isOwn = (options.key.variable ?? "").trim() === "";
      if (!(error instanceof OtherKeyError && isOwn && options.allowsMissing)) throw error;
      return { missing: error.message };
    }
    const what = `the lock ${place.name} has no key`;
    if (options.allowsMissing) return { missing: what };
    throw new GateError(what, `Put the key that made it into OUTGATE_KEY or ${options.key.file}. ${wayOfForks}`);
  }
  const opened = await openTerms(place, found, options);
  if (opened === undefined) return { missing: `the sealed deny list ${place.name} has no age identity` };
  const terms = termsOf(opened);
  if (terms.length === 0)
    throw new GateError(`the deny list ${place.name} holds no term`, "Put terms into it: `outgate deny add`.");
  return { kind, bytes, terms, ...(found.note !== undefined && { note: found.note }) };
}

const wayOfForks =
  "Where it cannot be there, as in the CI of a fork, `--allow-missing-denylist` says in the report that nothing was looked for.";

/** What a store holds, and what it is. */
export interface FoundStore {
  readonly bytes: Buffer;
  readonly kind: StoreKind;
  /** That others can read it. */
  readonly note?: string;
}

/** A store as it is; undefined where there is none. */
export function readStore({ name, path, committed }: StorePlace): FoundStore | undefined {
  if (committed !== undefined) return { bytes: committed, kind: storeKind(committed, name) };
  const file = readPrivateFile(path, "the deny list");
  if (file === undefined) return undefined;
  const kind = storeKind(file.bytes, name);
  const isExposed = kind === "plain" && file.exposure !== undefined;
  return {
    bytes: file.bytes,
    kind,
    ...(isExposed && { note: `The deny list ${name} ${file.exposure}: \`chmod 600\` keeps it to you.` }),
  };
}

/**
 * The list in a plain or sealed store.
 * @returns undefined where a sealed one has no identity and may be left out.
 * @throws {GateError} as `openStores` does.
 */
export async function openTerms(
  { name, isTracked }: StorePlace,
  { bytes, kind }: FoundStore,
  options: Pick<OpenOptions, "identities" | "isPrivate" | "allowsMissing" | "isLenient">,
): Promise<TermsFile | undefined> {
  const { identities, isPrivate, allowsMissing, isLenient } = options;
  if (kind === "plain") {
    if (!isPrivate && isTracked()) throw tracked(name);
    return readTerms(bytes, name, isLenient);
  }
  const known = readIdentities(identities);
  if (known.length > 0) return readTerms(await unseal(bytes, name, known), name, isLenient);
  if (allowsMissing) return undefined;
  throw new GateError(
    `the sealed deny list ${name} has no age identity to open it`,
    `Put yours into OUTGATE_AGE_IDENTITY or ${identities.file}. ${wayOfForks}`,
  );
}

/** A list that is committed has left already. */
export function tracked(name: string): GateError {
  return new GateError(
    `the deny list ${name} is plain text, and git tracks it: whoever reads the repository reads the list`,
    'Take it out of git: `git rm --cached` it and add it to .gitignore; what is pushed stays in the history. `outgate deny lock` and `seal` make what can be committed. In a private repository, `"denylist": { "private": true }` allows it.',
  );
}
