import { createHash } from "node:crypto";
import { formsOf } from "../src/denylist/forms.ts";
import { listLookup } from "../src/denylist/list.ts";
import { makeLock, openLock } from "../src/denylist/lock.ts";
import type { Lookup } from "../src/denylist/lookup.ts";
import type { Term } from "../src/denylist/term.ts";

/** A lookup in a plain list. */
export function lookupOf(terms: readonly Term[]): Lookup {
  return listLookup(terms);
}

const key = createHash("sha256").update("a key of tests").digest();

/** What a lock of these terms tells. */
export function lockOf(terms: readonly Term[]): Lookup {
  return openLock(makeLock(terms, key, formsOf), "lock", key, formsOf).lookup;
}
