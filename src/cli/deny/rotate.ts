import { formsOf } from "../../denylist/forms.ts";
import { newKey, readKey, writeKey } from "../../denylist/key.ts";
import { makeLock } from "../../denylist/lock.ts";
import { openMode, writePrivateFile } from "../../denylist/private-file.ts";
import { GateError } from "../../model/error.ts";
import type { DenyFlags } from "./flags.ts";
import { keyPlaces } from "../../lists/deny-list.ts";
import { say } from "./say.ts";
import { tellLocked, termsBefore, termsToLock } from "./lock.ts";
import { findLists, lockPlace } from "./lists.ts";

/** `outgate deny rotate`: makes a new key, and the lock anew with it. */
export async function rotate(flags: DenyFlags): Promise<number> {
  const places = keyPlaces();
  if (places.variable !== undefined && places.variable.trim() !== "")
    throw new GateError(
      "OUTGATE_KEY is set, and would be used instead of the new key, so nothing was changed",
      `Unset it and rotate: the new key is written to ${places.file}. Then set the variable to it wherever it is set.`,
    );
  const lists = findLists(flags);
  const terms = await termsToLock(lists);
  const { name, path } = lockPlace(lists, flags);
  const key = newKey();
  const lock = makeLock(terms, key, formsOf);
  const before = oldTerms(path);
  // Whatever happens between the two: a lock and a key that do not belong together stop every check.
  writeKey(places.file, key, false);
  writePrivateFile(path, lock, { mode: openMode });
  await tellLocked(terms, name, before);
  await say(
    `A new key is in ${places.file}: put it into CI's OUTGATE_KEY, and lock the lists of your other repositories again. Whoever has the old key can still test guesses against old versions of the lock.\n`,
  );
  return 0;
}

/** A key that cannot be read any more is a reason to rotate. */
function oldTerms(path: string): number | undefined {
  try {
    const old = readKey(keyPlaces());
    return old === undefined ? undefined : termsBefore(path, old);
  } catch (error) {
    if (error instanceof GateError) return undefined;
    throw error;
  }
}
