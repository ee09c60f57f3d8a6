import picomatch from "picomatch";
import type { Allow } from "../model/suppression.ts";

/**
 * Says whether an entry holds for a rule in a path. Names that begin with a dot are names like any other, case counts, and
 * only `*`, `**`, `?`, `[…]` and `{…}` have a meaning.
 */
export function matcher({ rule, path }: Allow): (rule: string, path: string) => boolean {
  const matches = picomatch(path, { dot: true, noextglob: true, nonegate: true, windows: false });
  return (found, where) => found === rule && matches(where);
}

/** @param today as an ISO date, UTC. The day named is the last on which the entry holds. */
export function isExpired({ expires }: Allow, today: string): boolean {
  return expires !== undefined && today > expires;
}
