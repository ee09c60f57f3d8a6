import type { Allow, BaselineEntry, Dated, NewSuppressions } from "../model/suppression.ts";

/** What lets findings through, with a reason. Comments in the documents themselves count beside. */
export interface Suppressions {
  readonly allow: readonly Dated<Allow>[];
  readonly ledger?: Ledger | undefined;
  /** What becomes of those that the change brings; missing where nothing is a change. */
  readonly brought?: NewSuppressions | undefined;
  /** Whether all of the repository's files are scanned: then those that hold for nothing are unused. */
  readonly isWhole: boolean;
  /** Whether other shards scan the rest, so that what they find cannot be masked here, and what they use is not known. */
  readonly isPart?: boolean;
  /** A document's path from the top of the repository; undefined where it lies outside. */
  readonly pathOf: (document: string) => string | undefined;
}

/** Suppressions that are only read where there is something to suppress, or to say of them. */
export interface Unopened {
  /** Whether there is something to say of them where nothing is found. */
  readonly isAsked: boolean;
  /** @throws {GateError} if they cannot be read. */
  readonly open: () => Promise<Suppressions>;
}

/** A baseline at work. */
export interface Ledger {
  /** In hexadecimal digits. */
  readonly salt: string;
  readonly entries: readonly Dated<BaselineEntry>[];
  /** The entry that holds for a finding. */
  readonly find: (print: Print) => Dated<BaselineEntry> | undefined;
}

/** What a baseline knows a finding by. */
export interface Print {
  readonly path: string;
  readonly rule: string;
  readonly line: string;
  /** Made when it is asked for: it is slow. */
  readonly match: () => string;
}
