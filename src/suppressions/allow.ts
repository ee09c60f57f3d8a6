import picomatch from "picomatch";
import type { Allow } from "../model/suppression.ts";

/**
 * Says whether an entry holds for a rule in a path. Names that begin with a dot are names like any other, case counts, and
 * only `*`, `**`, `?`, `[…]` and `{…}` have a meaning.
 */
export function matcher({ rule, path }: Allow): (rule: string, path: string) => boolean {
  const matches = picomatch(path, { dot: true, noextglob: true, nonegate: true, windows: false });
  let last: string | undefined;
  let isThere = false;
  return (found, where) => {
    if (found !== rule) return false;
    // Many findings stand in one file, and on a long path a pattern with many marks takes long.
    if (where !== last) isThere = matches(where);
    last = where;
    return isThere;
  };
}

/** @param today as an ISO date, UTC. The day named is the last on which the entry holds. */
export function isExpired({ expires }: Allow, today: string): boolean {
  return expires !== undefined && today > expires;
}
