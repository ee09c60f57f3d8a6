import type { Baseline, BaselineEntry, Dated } from "../model/suppression.ts";
import type { Ledger, Print } from "./suppression.ts";

/**
 * The entries of a baseline, to be found by what is known of a finding. An entry holds for its path; where a file of that
 * path is no more, for the same line in any file, since that is where it was moved to.
 * @param isThere whether the repository has a file of this path
 */
export function openLedger(
  { salt, entries }: { readonly salt: string; readonly entries: readonly Dated<BaselineEntry>[] },
  isThere: (path: string) => boolean,
): Ledger {
  const byLine = Map.groupBy(entries, ({ line }) => line);
  const known = new Map<string, boolean>();
  const isGone = (path: string): boolean => {
    const there = known.get(path) ?? isThere(path);
    known.set(path, there);
    return !there;
  };
  const find = ({ path, rule, line, match }: Print): Dated<BaselineEntry> | undefined => {
    const alike = (byLine.get(line) ?? []).filter((entry) => entry.rule === rule);
    if (alike.length === 0) return undefined;
    const own = match();
    const same = alike.filter((entry) => entry.match === own);
    return same.find((entry) => entry.path === path) ?? same.find((entry) => isGone(entry.path));
  };
  return { salt, entries, find };
}

/** A ledger that accepts everything and keeps it, for `outgate baseline`. */
export interface Recorder extends Ledger {
  /** What was accepted: entries that hold as they were, the reason of one whose file was moved, and new ones. */
  readonly recorded: () => readonly BaselineEntry[];
  /** Entries that held for nothing. */
  readonly unused: () => readonly BaselineEntry[];
}

export function openRecorder(baseline: Baseline, isThere: (path: string) => boolean, reason: string): Recorder {
  const entries = baseline.entries.map((entry) => ({ ...entry, isNew: false }));
  const ledger = openLedger({ salt: baseline.salt, entries }, isThere);
  const recorded: BaselineEntry[] = [];
  const used = new Set<BaselineEntry>();
  return {
    ...ledger,
    find: (print) => {
      const known = ledger.find(print);
      if (known !== undefined) used.add(known);
      const { path, rule, line } = print;
      const entry = { path, rule, line, match: print.match(), reason: known?.reason ?? reason };
      recorded.push(entry);
      return { ...entry, isNew: false };
    },
    recorded: () => recorded,
    unused: () => entries.filter((entry) => !used.has(entry)),
  };
}
