import { existsSync } from "node:fs";
import { formsOf } from "../../denylist/forms.ts";
import { newKey, readKey, writeKey } from "../../denylist/key.ts";
import { makeLock, openLock } from "../../denylist/lock.ts";
import { openMode, readPrivateFile, writePrivateFile } from "../../denylist/private-file.ts";
import { printTerm } from "../../denylist/terms-file.ts";
import type { Term } from "../../denylist/term.ts";
import { isInPlaces } from "../../denylist/values.ts";
import { GateError } from "../../model/error.ts";
import { count } from "../../reporters/summary.ts";
import type { DenyFlags } from "./flags.ts";
import { keyPlaces } from "../../lists/deny-list.ts";
import { say } from "./say.ts";
import { findLists, type Lists, lockPlace, numbered, readLists } from "./lists.ts";

/** `outgate deny lock`: makes the lock from all lists that can be read, and a key where there is none. */
export async function lockList(flags: DenyFlags): Promise<number> {
  const lists = findLists(flags);
  const terms = await termsToLock(lists);
  const { name, path } = lockPlace(lists, flags);
  const places = keyPlaces();
  const known = readKey(places);
  if (known === undefined && existsSync(path))
    throw new GateError(
      `the lock ${name} is there, and its key is not`,
      `Put the key that made it into OUTGATE_KEY or ${places.file}. If it is lost, \`outgate deny rotate\` makes a new one.`,
    );
  const key = known ?? newKey();
  const lock = makeLock(terms, key, formsOf);
  const before = termsBefore(path, key);
  // First the key: a lock whose key is lost is worth nothing.
  if (known === undefined) writeKey(places.file, key, true);
  writePrivateFile(path, lock, { mode: openMode });
  await tellLocked(terms, name, before);
  if (known === undefined)
    await say(`A key was made in ${places.file}: keep a copy of it. CI gets it as the secret OUTGATE_KEY.\n`);
  return 0;
}

/** Terms of all lists, each once. */
export async function termsToLock(lists: Lists): Promise<Term[]> {
  const terms = (await readLists(lists)).flatMap((list) => numbered(list).map(({ term }) => term));
  return [...new Map(terms.map((term) => [printTerm(term), term])).values()];
}

/** Says how many terms there were, so that a list that has lost some is noticed. */
export async function tellLocked(terms: readonly Term[], name: string, before: number | undefined): Promise<void> {
  const was = before === undefined ? "" : ` (${before} before)`;
  await say(`${count(terms.length, "term")} locked in ${name}${was}; it can be committed.\n`);
  const lost = terms.filter(({ kind, text }) => kind === "secret" && !isInPlaces(text)).length;
  if (lost > 0)
    await say(
      `${count(lost, "value")} with spaces, quotation marks, brackets, commas or semicolons cannot be found by a lock; plain and sealed lists find them.\n`,
    );
}

/** How many terms a lock has; undefined where there is none, or none that this key opens. */
export function termsBefore(path: string, key: Buffer): number | undefined {
  try {
    const file = readPrivateFile(path, "the lock");
    return file === undefined ? undefined : openLock(file.bytes.toString("utf8"), path, key, formsOf).terms;
  } catch (error) {
    if (error instanceof GateError) return undefined;
    throw error;
  }
}
